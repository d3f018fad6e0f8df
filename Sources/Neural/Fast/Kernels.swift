import CKernels

/// The innermost loops for one scalar, on one instruction set.
///
/// Which set is chosen once, by what the processor runs. Results on different sets differ in their
/// last digits, as sums are taken in another order; on one processor they are always the same.
struct Kernels: @unchecked Sendable {
  /// A constant table that lives as long as the program.
  let table: UnsafePointer<kernels>

  /// Vectors of every set, and so every stride, are a whole number of these.
  static let alignment = 64

  private init(_ table: UnsafePointer<kernels>) {
    self.table = table
  }

  /// The widest kernels this processor runs.
  static func best<Scalar: Real>(for scalar: Scalar.Type) -> Kernels {
    Kernels(kernels_best(Int32(MemoryLayout<Scalar>.size)))
  }

  /// The kernels of every set this processor runs.
  static func all<Scalar: Real>(for scalar: Scalar.Type) -> [Kernels] {
    (0..<Int32(kernel_set_count.rawValue)).compactMap { set in
      kernels_of_set(set, Int32(MemoryLayout<Scalar>.size)).map(Kernels.init)
    }
  }

  /// The set's name: `avx512`.
  var name: String { String(cString: table.pointee.name) }
  /// Bytes of a scalar: 4 or 8.
  var scalarSize: Int { Int(table.pointee.scalar_size) }
  /// The scalars in `alignment` bytes.
  var lanes: Int { Self.alignment / scalarSize }

  /// The least number of scalars that holds `count` and fills whole vectors.
  func padded(_ count: Int) -> Int { (count + lanes - 1) / lanes * lanes }
}
