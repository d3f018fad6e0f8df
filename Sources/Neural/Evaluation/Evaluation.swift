/// How a network does on a set of examples.
public struct Evaluation: Sendable, Equatable {
  /// The loss, summed over the examples, without penalties.
  public let lossSum: Double
  public let count: Int
  /// How many examples got an output that is NaN or infinite, which is no answer.
  public let unanswered: Int
  public let judgement: Judgement

  /// What is asked of the answers: a class is right or wrong, a number is more or less far off.
  public enum Judgement: Sendable, Equatable {
    /// How many were classified rightly.
    case classes(hits: Int)
    case values(Residuals)
  }

  public init(lossSum: Double, count: Int, unanswered: Int = 0, judgement: Judgement) {
    self.lossSum = lossSum
    self.count = count
    self.unanswered = unanswered
    self.judgement = judgement
  }

  /// The mean loss of an example; NaN or infinite where an output is.
  public var loss: Double { lossSum / Double(count) }

  /// Whether the targets are classes or numbers.
  public var kind: Targets.Kind {
    switch judgement {
    case .classes: .classes
    case .values: .values
    }
  }

  /// A figure; nil where it is undefined: of targets of the other kind, and of a network that leaves
  /// an example without an answer.
  public subscript(figure: Metric) -> Double? {
    guard count > 0, figure == .loss || unanswered == 0 else { return nil }
    let value: Double? =
      switch (figure, judgement) {
      case (.loss, _): loss
      case (.accuracy, .classes(let hits)): Double(hits) / Double(count)
      case (.rmse, .values(let residuals)): residuals.rmse()
      case (.mae, .values(let residuals)): residuals.mae()
      case (.r2, .values(let residuals)): residuals.r2()
      case (.accuracy, .values), (.rmse, .classes), (.mae, .classes), (.r2, .classes): nil
      }
    return value.flatMap { $0.isFinite ? $0 : nil }
  }

  /// The share classified rightly: the largest output, or the side of one half of a single one.
  public var accuracy: Double? { self[.accuracy] }
}

extension Evaluation {
  /// The examples run through a network at once; bounds the memory an evaluation takes.
  static let chunk = 1000

  /// Runs the network over all examples, which must fit it.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public init<Scalar: Real>(of network: Network<Scalar>, on examples: Examples) {
    var loss = 0.0
    var hits = 0
    var unanswered = 0
    let labels = examples.targets.labels
    var residuals: Residuals? =
      if case .values(let targets) = examples.targets { Residuals(of: targets) } else { nil }
    network.forEachChunk(of: examples) { indices, pass, y in
      let last = network.layers.count
      loss += network.loss.value(
        z: pass.z(last), a: pass.output, y: y, activation: network.layers[last - 1].activation)
      let answers = pass.output.answers
      unanswered += answers.count { $0 == nil }
      if let labels { hits += zip(answers, indices).count { $0 == labels[$1] } }
      residuals?.add(pass.output, y)
    }
    self.init(
      lossSum: loss, count: examples.count, unanswered: unanswered,
      judgement: residuals.map(Judgement.values) ?? .classes(hits: hits))
  }
}

extension Residuals {
  fileprivate mutating func add<Scalar: Real>(_ a: Matrix<Scalar>, _ y: Matrix<Scalar>) {
    for row in 0..<a.rows {
      for column in 0..<a.columns {
        let apart = Double(a[row, column]) - Double(y[row, column])
        outputs[column].squares += apart * apart
        outputs[column].distances += abs(apart)
      }
    }
  }
}

extension Network {
  /// Calls `body` with the indices, the forward pass and the targets of chunk after chunk.
  func forEachChunk(
    of examples: Examples,
    _ body: (_ indices: Range<Int>, _ pass: ForwardPass<Scalar>, _ y: Matrix<Scalar>) -> Void
  ) {
    for first in stride(from: 0, to: examples.count, by: Evaluation.chunk) {
      let indices = first..<min(first + Evaluation.chunk, examples.count)
      do throws(ShapeError) {
        body(
          indices, try forward(examples.samples.batch(indices)),
          examples.targets.batch(indices, outputs: outputs))
      } catch {
        preconditionFailure("examples must fit the network, but \(error)")
      }
    }
  }
}

extension Matrix {
  /// The class each row of outputs stands for: the place of the largest, or for a single output
  /// whether it is above one half. Nil for a row that holds what is no finite number.
  public var answers: [Int?] {
    let best = columns == 1 ? values.map { $0 > 0.5 ? 1 : 0 } : argmaxOfRows
    return best.enumerated().map { row, label in
      self.row(row).allSatisfy(\.isFinite) ? label : nil
    }
  }
}
