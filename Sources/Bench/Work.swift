import Datasets
import Neural

/// One training run to be timed: a lesson's own data, network and hyper-parameters.
public struct Work: Sendable {
  /// The name under which other libraries are timed on the same work: `mnist-batch`.
  public let name: String
  /// What is trained, in words.
  public let summary: String
  /// The epochs run when none are asked for.
  public let epochs: Int

  let architecture: Architecture
  let training: Training
  let load: @Sendable (DataLocator) throws(DatasetError) -> WorkData

  init(
    _ name: String, _ summary: String, epochs: Int, _ architecture: Architecture,
    rate: Double, batch: Training.Batch,
    load: @escaping @Sendable (DataLocator) throws(DatasetError) -> WorkData
  ) {
    self.name = name
    self.summary = summary
    self.epochs = epochs
    self.architecture = architecture
    self.load = load
    training = Training(
      rate: rate, batch: batch, order: batch == .whole ? .sequential : .shuffled,
      length: .epochs(epochs), recording: Training.Recording(everySteps: 0))
  }
}

/// What a work trains on and what it is judged by.
struct WorkData: Sendable {
  let train: Examples
  let test: Examples
}

extension WorkData {
  init(_ dataset: Dataset) throws(DatasetError) {
    let unit = dataset.scaledToUnit()
    self.init(train: try unit.part("train"), test: try unit.part("test"))
  }
}
