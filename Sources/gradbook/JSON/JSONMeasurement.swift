import Bench

/// One work as `bench` timed it, with the names that other libraries' timings use.
struct JSONMeasurement: Encodable {
  let work: String
  let peer = "gradbook"
  let dtype: String
  let epochs: Int
  let threads: Int
  let seconds: JSONNumber
  let preparationSeconds: JSONNumber
  let samplesPerSecond: JSONNumber
  let trainAccuracy: JSONNumber
  let testAccuracy: JSONNumber
  let bound: String
  let boundSeconds: JSONNumber

  private enum CodingKeys: String, CodingKey {
    case work, peer, dtype, epochs, threads, seconds, bound
    case preparationSeconds = "preparation_seconds"
    case samplesPerSecond = "samples_per_second"
    case trainAccuracy = "train_accuracy"
    case testAccuracy = "test_accuracy"
    case boundSeconds = "bound_seconds"
  }

  init(_ measurement: Measurement) {
    work = measurement.work
    dtype = measurement.precision
    epochs = measurement.epochs
    threads = measurement.threads
    seconds = JSONNumber(measurement.seconds)
    preparationSeconds = JSONNumber(measurement.preparation)
    samplesPerSecond = JSONNumber(measurement.samplesPerSecond)
    trainAccuracy = JSONNumber(measurement.trainAccuracy)
    testAccuracy = JSONNumber(measurement.testAccuracy)
    bound = measurement.bound.kind.rawValue
    boundSeconds = JSONNumber(measurement.bound.seconds)
  }
}
