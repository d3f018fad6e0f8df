import Glibc

/// The MT19937 generator, drawing as NumPy's legacy `np.random` does.
///
/// `MersenneTwister(seed: 1)` yields the numbers that follow `np.random.seed(1)`, so a lesson that
/// names a seed gets the figures its author printed. Matsumoto & Nishimura 1998, "Mersenne
/// Twister: a 623-dimensionally equidistributed uniform pseudo-random number generator".
public struct MersenneTwister: Sendable, Equatable, RandomNumberGenerator {
  private static let size = 624
  private static let shift = 397

  private var state: [UInt32]
  private var index = Self.size

  /// The second value of a polar pair, waiting for the next call of `normal`.
  private var spareNormal: Double?

  public init(seed: UInt32) {
    var word = seed
    state = (0..<UInt32(Self.size)).map { position in
      defer { word = 1_812_433_253 &* (word ^ (word >> 30)) &+ position &+ 1 }
      return word
    }
  }

  /// Where the generator stands.
  package struct Snapshot: Sendable {
    package let words: [UInt32]
    package let index: Int
    package let spareNormal: Double?

    package init(words: [UInt32], index: Int, spareNormal: Double?) {
      self.words = words
      self.index = index
      self.spareNormal = spareNormal
    }
  }

  package var snapshot: Snapshot {
    Snapshot(words: state, index: index, spareNormal: spareNormal)
  }

  /// The generator as it stood; nil if it cannot have stood so.
  package init?(_ snapshot: Snapshot) {
    guard snapshot.words.count == Self.size, (0...Self.size).contains(snapshot.index) else {
      return nil
    }
    state = snapshot.words
    index = snapshot.index
    spareNormal = snapshot.spareNormal
  }

  /// The next 32 random bits.
  public mutating func nextWord() -> UInt32 {
    if index == Self.size { twist() }
    var word = state[index]
    index += 1
    word ^= word >> 11
    word ^= (word << 7) & 0x9d2c_5680
    word ^= (word << 15) & 0xefc6_0000
    return word ^ (word >> 18)
  }

  /// The next 64 random bits, the upper half drawn first.
  public mutating func next() -> UInt64 {
    let high = UInt64(nextWord())
    return high << 32 | UInt64(nextWord())
  }

  /// A number in [0, 1) with 53 random bits: `np.random.rand()`.
  public mutating func uniform() -> Double {
    let high = nextWord() >> 5
    let low = nextWord() >> 6
    return (Double(high) * 0x1p26 + Double(low)) * 0x1p-53
  }

  /// A number in [low, high): `np.random.uniform(low, high)`.
  public mutating func uniform(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * uniform()
  }

  /// A standard normal number: `np.random.randn()`.
  ///
  /// Marsaglia's polar method makes two at a time; the second is kept for the next call.
  public mutating func normal() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    var x = 0.0
    var y = 0.0
    var square = 0.0
    repeat {
      x = 2 * uniform() - 1
      y = 2 * uniform() - 1
      square = x * x + y * y
    } while square >= 1 || square == 0
    let factor = (-2 * log(square) / square).squareRoot()
    spareNormal = factor * x
    return factor * y
  }

  /// A whole number in 0..<bound, by masking and rejection: `np.random.randint(0, bound)`.
  ///
  /// A bound of one draws nothing from the stream, as in NumPy.
  public mutating func integer(below bound: Int) -> Int {
    precondition(bound > 0, "there is no whole number below \(bound)")
    let largest = UInt64(bound - 1)
    guard largest > 0 else { return 0 }
    let mask = UInt64.max >> UInt64(largest.leadingZeroBitCount)
    while true {
      let word = largest <= UInt64(UInt32.max) ? UInt64(nextWord()) : next()
      if word & mask <= largest { return Int(word & mask) }
    }
  }

  private mutating func twist() {
    for i in 0..<Self.size {
      let following = state[(i + 1) % Self.size]
      let word = (state[i] & 0x8000_0000) | (following & 0x7fff_ffff)
      let odd: UInt32 = word & 1 == 0 ? 0 : 0x9908_b0df
      state[i] = state[(i + Self.shift) % Self.size] ^ (word >> 1) ^ odd
    }
    index = 0
  }
}
