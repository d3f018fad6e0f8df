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

  /// Fills the network's `x` for a batch.
  func gather(_ order: UnsafePointer<Int32>, count: Int, into network: FastNetwork) {
    let inLanes = network.layout == .samplesInLanes
    let kernels = network.kernels.table
    let (x, stride, features) = (network.x, network.xStride, samples.features)
    switch samples.storage {
    case .dense(let matrix):
      matrix.values.withUnsafeBufferPointer { numbers in
        guard let start = numbers.baseAddress else { return }
        if inLanes {
          kernels.pointee.gather_columns(start, features, order, count, x, stride)
        } else {
          kernels.pointee.gather_rows(start, features, order, count, x, stride)
        }
      }
    case .bytes(let bytes, _):
      bytes.withUnsafeBufferPointer { bytes in
        guard let start = bytes.baseAddress else { return }
        if inLanes {
          kernels.pointee.gather_byte_columns(start, table, features, order, count, x, stride)
        } else {
          kernels.pointee.gather_byte_rows(start, table, features, order, count, x, stride)
        }
      }
    }
  }
}
