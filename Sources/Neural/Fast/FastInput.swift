import CKernels

/// How the first layer gets at its samples.
enum FastInput {
  /// Gathered for every batch.
  case gathered(FastSamples)
  /// Every step sees all samples: gathered once.
  case whole
  /// Only what is not zero, listed.
  case sparse(SparseInput)
  /// Every step sees all samples, and there are fewer of them than features.
  case gram(GramInput)
}

/// Samples as they are kept, and what their bytes stand for.
struct FastSamples {
  private let samples: Samples
  /// 256 scalars.
  private let table: UnsafeMutableRawPointer

  init<Scalar: Real>(_ samples: Samples, as scalar: Scalar.Type, in arena: Arena) {
    self.samples = samples
    table = arena.scalars(256)
    guard case .bytes(_, let scale) = samples.storage else { return }
    let scalars = table.bindMemory(to: Scalar.self, capacity: 256)
    for byte in UInt8.min...UInt8.max { scalars[Int(byte)] = scale(byte) }
  }

  /// Fills the network's `x` for a part of a batch.
  func gather(_ order: UnsafePointer<Int32>, _ part: SamplePart, into network: FastNetwork) {
    let (order, x) = (order + part.first, network.part(part, of: network.x))
    switch network.layout {
    case .samplesInLanes:
      gatherColumns(
        order, count: part.count, to: x, stride: network.xStride, kernels: network.kernels)
    case .unitsInLanes:
      gatherRows(
        order, count: part.count, to: x, stride: network.xStride, kernels: network.kernels)
    }
  }

  /// The batch with a sample in a column.
  private func gatherColumns(
    _ order: UnsafePointer<Int32>, count: Int, to place: UnsafeMutableRawPointer, stride: Int,
    kernels: Kernels
  ) {
    switch samples.storage {
    case .dense(let matrix):
      matrix.values.withUnsafeBufferPointer { numbers in
        guard let start = numbers.baseAddress else { return }
        kernels.table.pointee.gather_columns(start, samples.features, order, count, place, stride)
      }
    case .bytes(let bytes, _):
      bytes.withUnsafeBufferPointer { bytes in
        guard let start = bytes.baseAddress else { return }
        kernels.table.pointee.gather_byte_columns(
          start, table, samples.features, order, count, place, stride)
      }
    }
  }

  /// The batch with a sample in a row.
  func gatherRows(
    _ order: UnsafePointer<Int32>, count: Int, to place: UnsafeMutableRawPointer, stride: Int,
    kernels: Kernels
  ) {
    switch samples.storage {
    case .dense(let matrix):
      matrix.values.withUnsafeBufferPointer { numbers in
        guard let start = numbers.baseAddress else { return }
        kernels.table.pointee.gather_rows(start, samples.features, order, count, place, stride)
      }
    case .bytes(let bytes, _):
      bytes.withUnsafeBufferPointer { bytes in
        guard let start = bytes.baseAddress else { return }
        kernels.table.pointee.gather_byte_rows(
          start, table, samples.features, order, count, place, stride)
      }
    }
  }
}
