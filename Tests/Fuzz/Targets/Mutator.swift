/// Changes inputs as libFuzzer does, without its sense of coverage; the same seed, the same inputs.
public struct Mutator: Sendable {
  private var state: UInt64
  private static let longest = 16_384
  /// Edges of integers, and signs that open or close something in some format.
  private static let telling: [UInt8] =
    [0, 1, 0x7f, 0x80, 0xff] + Array("\n\r\"'`{}[]()<>$\\&%#:,;=-_^|*~@!0 ".utf8)

  public init(seed: UInt64) { state = seed }

  /// SplitMix64: G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators", 2014.
  private mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  private mutating func below(_ bound: Int) -> Int {
    bound > 0 ? Int(next() % UInt64(bound)) : 0
  }

  /// Bytes without a model, for what makes its input out of them.
  public mutating func noise(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
  }

  /// One of the seeds after one to eight changes.
  public mutating func input(from seeds: [[UInt8]]) -> [UInt8] {
    guard !seeds.isEmpty else { return noise(below(64)) }
    var bytes = seeds[below(seeds.count)]
    for _ in 0...below(8) { change(&bytes, with: seeds[below(seeds.count)]) }
    return Array(bytes.prefix(Self.longest))
  }

  private mutating func change(_ bytes: inout [UInt8], with other: [UInt8]) {
    let at = below(bytes.count)
    let range = at..<min(bytes.count, at + 1 + below(16))
    switch below(8) {
    case 0 where !bytes.isEmpty: bytes[at] ^= 1 << UInt8(below(8))
    case 1 where !bytes.isEmpty: bytes[at] = Self.telling[below(Self.telling.count)]
    case 2 where !bytes.isEmpty: bytes[at] = UInt8(truncatingIfNeeded: next())
    case 3: bytes.insert(Self.telling[below(Self.telling.count)], at: at)
    case 4: bytes.removeSubrange(range)
    case 5: bytes.insert(contentsOf: bytes[range], at: at)
    case 6:
      let start = below(other.count)
      bytes.insert(contentsOf: other[start..<min(other.count, start + 1 + below(32))], at: at)
    default: bytes.removeLast(bytes.isEmpty ? 0 : below(bytes.count / 4 + 1))
    }
  }
}
