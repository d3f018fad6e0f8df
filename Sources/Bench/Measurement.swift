import Datasets
import Neural

/// What came of one work: how long it took, how well it learnt, and what it could have taken.
public struct Measurement: Sendable, Equatable {
  public let work: String
  /// `float32` or `float64`.
  public let precision: String
  public let epochs: Int
  /// The training alone; data is in memory, and buffers are made before.
  public let seconds: Double
  /// Laying out the data and the network for training, once per run.
  public let preparation: Double
  public let samplesPerSecond: Double
  public let trainAccuracy: Double
  public let testAccuracy: Double
  /// How many threads a step was shared among, and the bound was measured on.
  public let threads: Int
  public let bound: Bound
}

/// The time a work cannot go below while it does the textbook's arithmetic on dense data: all its
/// matrix products at this machine's fastest, or all its samples read from where they fit, on as
/// many threads as the work itself had.
///
/// A time below it means that arithmetic was saved: zeros skipped, or inner products kept.
public struct Bound: Sendable, Equatable {
  public enum Kind: String, Sendable {
    case products
    case memory
  }

  public let kind: Kind
  public let seconds: Double

  init(kind: Kind, seconds: Double) {
    self.kind = kind
    self.seconds = seconds
  }

  /// The longer of the two.
  init(of work: Work, samples: Int, epochs: Int, bytesPerNumber: Int, rates: MachineRates) {
    let products = work.operationsPerSample * Double(samples * epochs) / rates.operations
    let numbers = Double(samples * epochs) * Double(work.architecture.inputs)
    // The first layer reads a sample forward and, where it does not fit a batch's cache, backward.
    let readings = work.training.batch == .whole ? 2.0 : 1.0
    let memory = readings * numbers * Double(bytesPerNumber) / rates.bytesRead
    self.init(kind: memory > products ? .memory : .products, seconds: max(memory, products))
  }
}

extension Work {
  /// Multiplications and additions in the matrix products of one sample: forward, ∂L/∂W, and, above
  /// the first layer, ∂L/∂a.
  var operationsPerSample: Double {
    var inputs = architecture.inputs
    var total = 0.0
    for (index, layer) in architecture.layers.enumerated() {
      total += 2 * Double(inputs * layer.units) * (index == 0 ? 2 : 3)
      inputs = layer.units
    }
    return total
  }
}
