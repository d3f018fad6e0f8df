/// What a network took each example for: confusion matrix, precision, recall, F1, top-k.
public struct Classification: Sendable, Equatable {
  /// The number of classes; two for a network with a single output.
  public let classes: Int
  /// The class of each example.
  public let actual: [Int]
  /// The class the network gave it; nil where an output is NaN or infinite.
  public let predicted: [Int?]
  /// The probability, or whatever the output is, that the network gave its choice.
  public let confidence: [Double]
  /// How many outputs were larger than the right one's: 0 where the network was right; nil where it
  /// gave no answer.
  private let ranks: [Int?]

  /// Runs the network over all examples, which must fit it. Nil where their targets are numbers.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public init?<Scalar: Real>(of network: Network<Scalar>, on examples: Examples) {
    guard let labels = examples.targets.labels else { return nil }
    var predicted: [Int?] = []
    var confidence: [Double] = []
    var ranks: [Int?] = []
    network.forEachChunk(of: examples) { indices, pass, _ in
      let output = pass.output
      for (row, label) in output.answers.enumerated() {
        let actual = labels[indices.lowerBound + row]
        predicted.append(label)
        guard let label else {
          confidence.append(.nan)
          ranks.append(nil)
          continue
        }
        if output.columns == 1 {
          let one = Double(output[row, 0])
          confidence.append(label == 1 ? one : 1 - one)
          ranks.append(label == actual ? 0 : 1)
        } else {
          confidence.append(Double(output[row, label]))
          let right = output[row, actual]
          // Among equals the first column wins, as in `predictedLabels`.
          ranks.append(
            output.row(row).enumerated().count {
              $0.element > right || ($0.element == right && $0.offset < actual)
            })
        }
      }
    }
    self.classes = max(2, network.outputs)
    self.actual = labels
    self.predicted = predicted
    self.confidence = confidence
    self.ranks = ranks
  }

  public var count: Int { actual.count }

  /// How many examples the network gave no answer, since an output is NaN or infinite.
  public var unanswered: Int { ranks.count { $0 == nil } }

  /// The share classified rightly; nil where an example has no answer.
  public var accuracy: Double? { topAccuracy(1) }

  /// The share of examples whose class is among the k largest outputs; nil where one has no answer.
  public func topAccuracy(_ k: Int) -> Double? {
    let answered = ranks.compactMap(\.self)
    return answered.count == count ? Double(answered.count { $0 < k }) / Double(count) : nil
  }

  /// How often each class (row) was taken for each class (column), as far as there are answers.
  public var confusion: [[Int]] {
    var table = [[Int]](repeating: [Int](repeating: 0, count: classes), count: classes)
    for (actual, predicted) in zip(actual, predicted) {
      if let predicted { table[actual][predicted] += 1 }
    }
    return table
  }

  /// The figures of one class against the rest.
  public struct ClassFigures: Sendable, Equatable {
    /// Of what was taken for the class, the share that is; nil where nothing was, and where an example
    /// has no answer.
    public let precision: Double?
    /// Of what is of the class, the share taken for it; nil where nothing is, and where an example has
    /// no answer.
    public let recall: Double?
    /// The examples of the class.
    public let support: Int

    /// The harmonic mean of precision and recall; nil where either is, 0 where both are 0.
    public var f1: Double? {
      guard let precision, let recall else { return nil }
      return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
    }
  }

  /// Precision, recall and F1 of every class.
  public var figures: [ClassFigures] {
    let table = confusion
    let isWhole = unanswered == 0
    return (0..<classes).map { label in
      let taken = table.reduce(0) { $0 + $1[label] }
      let support = actual.count { $0 == label }
      let hits = Double(table[label][label])
      return ClassFigures(
        precision: taken == 0 || !isWhole ? nil : hits / Double(taken),
        recall: support == 0 || !isWhole ? nil : hits / Double(support), support: support)
    }
  }

  /// The examples classified wrongly, the most confident mistakes first.
  public var mistakes: [Int] {
    (0..<count).filter { predicted[$0] != nil && actual[$0] != predicted[$0] }.sorted {
      (-confidence[$0], $0) < (-confidence[$1], $1)
    }
  }
}
