import Datasets
import Neural

/// The scalar a work is computed in.
public enum Precision: String, Sendable, CaseIterable {
  case float32
  case float64
}

extension Work {
  /// Runs the work and times it.
  ///
  /// - Parameters:
  ///   - epochs: instead of the work's own number.
  ///   - locator: where MNIST, the pictures of cats and the irises are.
  /// - Throws: `DatasetError` where they are not found, and what training throws.
  public func measure(
    epochs: Int? = nil, in precision: Precision = .float32, data locator: DataLocator
  ) throws -> Measurement {
    let epochs = epochs ?? self.epochs
    return switch precision {
    case .float32: try measure(epochs: epochs, precision, Float.self, locator)
    case .float64: try measure(epochs: epochs, precision, Double.self, locator)
    }
  }

  private func measure<Scalar: Real>(
    epochs: Int, _ precision: Precision, _ scalar: Scalar.Type, _ locator: DataLocator
  ) throws -> Measurement {
    let figures = try train(epochs: epochs, scalar, locator)
    // By now the data is gone, so what is measured here does not add to the run's memory.
    let size = MemoryLayout<Scalar>.size
    let rates = MachineRates(
      for: scalar, workingSet: figures.samples * architecture.inputs * size,
      threads: figures.threads)
    return Measurement(
      work: name, precision: precision.rawValue, epochs: epochs, seconds: figures.seconds,
      preparation: figures.preparation,
      samplesPerSecond: Double(figures.samples * epochs) / figures.seconds,
      trainAccuracy: figures.train.accuracy ?? .nan,
      testAccuracy: figures.test.accuracy ?? .nan,
      threads: figures.threads,
      bound: Bound(
        of: self, samples: figures.samples, epochs: epochs, bytesPerNumber: size, rates: rates))
  }

  private struct Figures {
    let samples: Int
    let seconds: Double
    let preparation: Double
    let train: Evaluation
    let test: Evaluation
    let threads: Int
  }

  private func train<Scalar: Real>(
    epochs: Int, _ scalar: Scalar.Type, _ locator: DataLocator
  ) throws -> Figures {
    let data = try load(locator)
    var training = training
    training.length = .epochs(epochs)
    var generator = MersenneTwister(seed: 0)
    let network = try Network<Scalar>(architecture, using: &generator)

    let clock = ContinuousClock()
    let start = clock.now
    guard let step = try FastStep(network, examples: data.train, training: training) else {
      throw UnknownFunction(work: name)
    }
    let prepared = clock.now
    var order = MersenneTwister(seed: 1)
    _ = try training.run(step, on: data.train, using: &order)
    let ended = clock.now
    return Figures(
      samples: data.train.count, seconds: (ended - prepared) / .seconds(1),
      preparation: (prepared - start) / .seconds(1), train: step.evaluation(on: data.train),
      test: step.evaluation(on: data.test), threads: step.threads)
  }
}

/// A work with a function that only the reference path can compute.
struct UnknownFunction: Error, CustomStringConvertible {
  let work: String

  var description: String { "'\(work)' has an activation or a loss without a kernel" }
}
