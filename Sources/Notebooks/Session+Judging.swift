import Diagnostics
import Neural

// Whether a question suits the targets, and an answer the question.

extension Session {
  /// Examples on which a network is judged by its loss; throws where the loss has no meaning for a
  /// target.
  func examples(
    of reference: LabelReference, judging live: LiveNetwork
  ) throws(CellFailure) -> Examples {
    let examples = try examples(of: reference)
    do throws(TargetFault) {
      try live.loss.validate(examples.targets)
    } catch {
      throw CellFailure(error, at: reference.range)
    }
    return examples
  }

  /// What a network took each example for.
  ///
  /// - Parameter question: what is to be made of it, for the error where the targets are numbers.
  func classification(
    of live: LiveNetwork, on data: LabelReference, for question: String
  ) throws -> Classification {
    let examples = try examples(of: data, judging: live)
    try examples.validate(inputs: live.inputs, outputs: live.outputs)
    let found =
      switch live {
      case .float(let network): Classification(of: network, on: examples)
      case .double(let network): Classification(of: network, on: examples)
      }
    guard let found else { throw CellFailure(TargetMismatch(question, .classes, of: data)) }
    return found
  }

  /// How a network does; throws where the examples do not fit it, and where a published mistake is to
  /// be made that only classes have.
  func evaluation(
    of live: LiveNetwork, on data: LabelReference, fault: Fault? = nil
  ) throws -> Evaluation {
    let examples = try examples(of: data, judging: live)
    try examples.validate(inputs: live.inputs, outputs: live.outputs)
    guard fault == .softmaxOverBatch else {
      return switch live {
      case .float(let network): Evaluation(of: network, on: examples)
      case .double(let network): Evaluation(of: network, on: examples)
      }
    }
    let found =
      switch live {
      case .float(let network): Evaluation.overBatch(of: network, on: examples)
      case .double(let network): Evaluation.overBatch(of: network, on: examples)
      }
    guard let found else {
      throw CellFailure(TargetMismatch("'softmax-over-batch'", .classes, of: data))
    }
    return found
  }
}

/// A question of one kind of target that is asked of the other: right or wrong of a number.
struct TargetMismatch {
  /// What asks: `'confusion'`.
  let question: String
  let asked: Targets.Kind
  let data: LabelReference

  init(_ question: String, _ asked: Targets.Kind, of data: LabelReference) {
    self.question = question
    self.asked = asked
    self.data = data
  }

  var message: String {
    switch asked {
    case .classes:
      "\(question) asks whether a class is right, but the targets of '\(data.text)' are numbers"
    case .values:
      "\(question) asks how far off a number is, but the targets of '\(data.text)' are classes"
    }
  }

  var help: [String] {
    switch asked {
    case .classes: ["numbers are judged by loss, rmse, mae and r2"]
    case .values: ["classes are judged by loss, accuracy, precision, recall and f1"]
    }
  }
}

extension CellFailure {
  init(_ mismatch: TargetMismatch, at range: Range<Int>? = nil) {
    self.init(
      "targets.kind", mismatch.message, at: range ?? mismatch.data.range, help: mismatch.help)
  }

  init(_ fault: TargetFault, at range: Range<Int>?) {
    self.init(
      "targets.domain", "\(fault)", at: range,
      help: [
        "take the loss 'quadratic', which has a meaning for any number",
        "or let the targets be what the loss is meant for: classes, or numbers that were not scaled",
      ])
  }

  /// A figure without a value.
  init(undefined figure: String, because reason: String, at range: Range<Int>?) {
    self.init(
      Self.undefinedID, "\(figure) is undefined: \(reason)", at: range,
      help: [
        "what is undefined is no number: prose and tables show '–', no statement about it holds"
      ])
  }

  static let undefinedID = "measure.undefined"
}

extension OptionContext {
  /// Reports a question that does not suit the targets, as far as these are known before a run.
  ///
  /// - Returns: whether it suits them.
  @discardableResult
  func check(
    _ question: String, asks kind: Targets.Kind, of data: LabelReference, at range: Range<Int>
  ) -> Bool {
    guard let targets = scope.targets(of: data), targets != kind else { return true }
    let mismatch = TargetMismatch(question, kind, of: data)
    report(Diagnostic("targets.kind", mismatch.message, at: range, help: mismatch.help))
    return false
  }
}

extension Evaluation {
  /// Why a figure of the right kind has no value.
  func whyUndefined(_ figure: Metric) -> String {
    if unanswered > 0 { return Self.words(unanswered: unanswered, of: count) }
    return figure == .r2 ? "the targets do not vary" : "it is NaN or infinite"
  }

  /// `the network answers 3 of 40 examples with NaN or infinity`
  static func words(unanswered: Int, of count: Int) -> String {
    "the network answers \(unanswered) of \(count) examples with NaN or infinity"
  }
}

extension LiveNetwork {
  var loss: Loss {
    switch self {
    case .float(let network): network.loss
    case .double(let network): network.loss
    }
  }
}
