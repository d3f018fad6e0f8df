import CKernels

/// Samples of which only the features that are not zero are kept, each as one of 256 values.
///
/// Pictures are mostly background: 81 % of MNIST is zero, and what is listed here takes 27 MB for
/// 60,000 digits. Bytes are their own codes; real numbers are coded where there are no more than
/// 256 different ones, as in pictures that were read from CSV.
struct SparseSamples {
  /// Where each sample's entries begin, and the last one's end.
  let start: UnsafePointer<UInt32>
  let index: UnsafePointer<UInt16>
  let code: UnsafePointer<UInt8>
  /// What the codes stand for; code 0 is zero.
  let values: [Double]
  /// The number of samples.
  let count: Int

  /// A feature's number must fit 16 bits.
  private static let mostFeatures = Int(UInt16.max) + 1
  /// Below this many features a dense product is done before entries have been followed.
  private static let fewestFeatures = 64
  /// An entry costs about twice what a dense feature does.
  private static let highestDensity = 0.45

  /// Lists `samples`, or nil where that would not pay or is not possible.
  init?(_ samples: Samples, in arena: Arena, kernels: Kernels) {
    guard samples.features >= Self.fewestFeatures, samples.features <= Self.mostFeatures else {
      return nil
    }
    count = samples.count
    let lists: Lists?
    switch samples.storage {
    case .bytes(let bytes, let scale):
      values = (0...255).map { scale($0) }
      lists = Self.list(
        bytes, count: samples.count, features: samples.features, in: arena,
        kernels: kernels)
    case .dense(let matrix):
      guard let palette = Palette(matrix.values) else { return nil }
      values = palette.values
      lists = Self.list(
        matrix.values.map(palette.code), count: samples.count, features: samples.features,
        in: arena, kernels: kernels)
    }
    guard let lists else { return nil }
    (start, index, code) = lists
  }

  /// The entries of a sample, on average.
  var meanEntries: Int { Int(start[count]) / max(count, 1) }

  /// The most entries a batch can have: the fullest sample as often as the batch is long.
  func mostEntries(inBatchOf size: Int) -> Int {
    size * (0..<count).reduce(0) { max($0, Int(start[$1 + 1] - start[$1])) }
  }

  private typealias Lists = (
    UnsafePointer<UInt32>, UnsafePointer<UInt16>, UnsafePointer<UInt8>
  )

  private static func list(
    _ codes: [UInt8], count: Int, features: Int, in arena: Arena, kernels: Kernels
  ) -> Lists? {
    codes.withUnsafeBufferPointer { codes -> Lists? in
      guard let codes = codes.baseAddress else { return nil }
      let total = kernels.table.pointee.count_nonzero(codes, count * features)
      let limit = min(Int(Double(count * features) * highestDensity), Int(UInt32.max))
      guard total <= limit else { return nil }
      let start = arena.values(count + 1, of: UInt32.self)
      // A feature is written down first, and overwritten if it was zero: one place more.
      let indices = arena.values(total + 1, of: UInt16.self)
      let values = arena.values(total + 1, of: UInt8.self)
      var next = 0
      for sample in 0..<count {
        start[sample] = UInt32(next)
        next += kernels.table.pointee.list_nonzero(
          codes + sample * features, features, indices + next, values + next)
      }
      start[count] = UInt32(next)
      return (UnsafePointer(start), UnsafePointer(indices), UnsafePointer(values))
    }
  }
}

/// Up to 256 different numbers and a code for each; zero has code 0.
private struct Palette {
  private(set) var values: [Double] = [0]
  private var codes: [Double: UInt8] = [0: 0]

  /// Nil where there are more, or something that is no number.
  init?(_ numbers: [Double]) {
    var last = 0.0
    for number in numbers where number != last {
      last = number
      guard codes[number] == nil else { continue }
      guard values.count < 256, number == number else { return nil }
      codes[number] = UInt8(values.count)
      values.append(number)
    }
    values += Array(repeating: 0, count: 256 - values.count)
  }

  func code(of number: Double) -> UInt8 { number == 0 ? 0 : codes[number] ?? 0 }
}
