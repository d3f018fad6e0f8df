import Diagnostics

extension Measure {
  static let trainAccuracy = sweep(
    "train_accuracy", "the accuracy on the training examples", .trainingAccuracy)
  static let testAccuracy = sweep(
    "test_accuracy", "the accuracy on the test examples", .testAccuracy)
  static let trainLoss = sweep(
    "train_loss", "the mean loss over the training examples", .trainingLoss)

  /// A figure of a case of a sweep: of its only run, or summed up over its seeds.
  private static func sweep(
    _ name: String, _ help: String, _ score: SweepRecord.Score
  ) -> Measure {
    Measure(
      "\(name)(sweep, case, mean)",
      "\(help) after training, in a case of a sweep: a value, or a name with '_' for blanks; mean, "
        + "min or max over its seeds",
      [.label([.sweep]), .setting, .setting], required: 1
    ) { arguments, session in
      let record = try session.sweep(arguments.reference(0))
      let (one, summary) = try record.selection(arguments)
      guard let value = one.value(score, summary) else {
        throw CellFailure(
          "measure.test", "this sweep was not tested", at: arguments.range(0),
          help: ["give the sweep the option 'test', such as 'test: iris.test'"])
      }
      return value
    }
  }
}

extension SweepRecord {
  /// The case and the summary that the arguments after the first name, in any order.
  fileprivate func selection(
    _ arguments: Arguments
  ) throws(CellFailure) -> (Case, Summary) {
    var chosen = cases.count == 1 ? cases.first : nil
    var summary = Summary.mean
    for index in 1..<max(1, arguments.count) {
      if let word = arguments.word(index), let named = Summary(rawValue: word) {
        summary = named
        continue
      }
      let found = cases.first { one in
        if let number = arguments.number(index) { return one.number == number }
        return one.word == arguments.word(index)
      }
      guard let found else {
        throw CellFailure(
          "measure.case", "this sweep has no such case", at: arguments.range(index),
          help: [caseList])
      }
      chosen = found
    }
    guard let chosen else {
      throw CellFailure(
        "measure.case", "this sweep has \(cases.count) cases; say which", at: arguments.range(0),
        help: [caseList])
    }
    return (chosen, summary)
  }

  /// The cases as an argument names them.
  private var caseList: String {
    "its cases: \(cases.map { $0.number == nil ? $0.word : $0.name }.joined(separator: ", "))"
  }
}
