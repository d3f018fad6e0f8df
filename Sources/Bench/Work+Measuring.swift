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
    let data = try load(locator)
    return switch precision {
    case .float32: try measure(epochs: epochs ?? self.epochs, precision, Float.self, data)
    case .float64: try measure(epochs: epochs ?? self.epochs, precision, Double.self, data)
    }
  }

  private func measure<Scalar: Real>(
    epochs: Int, _ precision: Precision, _ scalar: Scalar.Type, _ data: WorkData
  ) throws -> Measurement {
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
    let outcome = try training.run(step, on: data.train, using: &order)
    let seconds = (clock.now - prepared) / .seconds(1)

    let size = MemoryLayout<Scalar>.size
    let rates = MachineRates(
      for: scalar, workingSet: data.train.count * architecture.inputs * size)
    let seen = data.train.count * epochs
    return Measurement(
      work: name, precision: precision.rawValue, epochs: epochs, seconds: seconds,
      preparation: (prepared - start) / .seconds(1), samplesPerSecond: Double(seen) / seconds,
      trainAccuracy: step.evaluation(on: data.train).accuracy,
      testAccuracy: step.evaluation(on: data.test).accuracy,
      bound: Bound(
        of: self, samples: data.train.count, epochs: outcome.history.epochSeconds.count,
        bytesPerNumber: size, rates: rates))
  }
}

/// A work with a function that only the reference path can compute.
struct UnknownFunction: Error, CustomStringConvertible {
  let work: String

  var description: String { "'\(work)' has an activation or a loss without a kernel" }
}
