import Diagnostics
import Neural

extension Measure {
  /// A figure of a case of a sweep, on the training and on the test examples: `test_loss`.
  static let ofSweeps = SweepRecord.Score.all.map(sweep)

  /// A figure of a case of a sweep: of its only run, or summed up over its seeds.
  private static func sweep(_ score: SweepRecord.Score) -> Measure {
    let name = score.name.replacing(" ", with: "_")
    return Measure(
      "\(name)(sweep, case, mean)",
      "\(score.help) after training, in a case of a sweep: its value (of several options one each, in "
        + "their order), or its name with '_' for blanks; mean, min or max over its seeds, those that "
        + "diverged left out",
      [.label([.sweep])] + Array(repeating: .setting, count: Variation.mostOptions + 1),
      required: 1, asks: score.figure.kind
    ) { arguments, session in
      let record = try session.sweep(arguments.reference(0))
      if let asked = score.figure.kind, asked != record.kind {
        throw CellFailure(TargetMismatch("'\(name)'", asked, of: try arguments.reference(0)))
      }
      let (one, summary) = try record.selection(arguments)
      if score.part == .test, !one.isTested {
        throw CellFailure(
          "measure.test", "this sweep was not tested", at: arguments.range(0),
          help: ["give the sweep the option 'test', such as 'test: iris.test'"])
      }
      guard let value = one.value(score, summary) else {
        throw CellFailure(
          undefined: "'\(name)' of '\(one.name)'", because: one.whyUndefined(score.figure),
          at: arguments.range(0))
      }
      return value
    }
  }
}

extension SweepRecord {
  /// The case and the summary that the arguments after the first name: a value for each option, in
  /// the order of the options, and the summary anywhere among them.
  fileprivate func selection(
    _ arguments: Arguments
  ) throws(CellFailure) -> (Case, Summary) {
    var summary = Summary.mean
    var wanted: [Int] = []
    for index in 1..<max(1, arguments.count) {
      if let word = arguments.word(index), let named = Summary(rawValue: word) {
        summary = named
      } else {
        wanted.append(index)
      }
    }
    if wanted.isEmpty, cases.count == 1 { return (cases[0], summary) }
    let options = max(1, parameters.count)
    guard wanted.count == options else {
      throw CellFailure(
        "measure.case", "this sweep has \(cases.count) cases; say which", at: arguments.range(0),
        help: [caseList(options)])
    }
    let found = cases.first { one in
      zip(one.values, wanted).allSatisfy { value, index in
        if let number = arguments.number(index) { return value.number == number }
        return value.word == arguments.word(index)
      }
    }
    guard let found else {
      throw CellFailure(
        "measure.case", "this sweep has no such case", at: arguments.range(wanted[0]),
        help: [caseList(options)])
    }
    return (found, summary)
  }

  /// The cases as arguments name them.
  private func caseList(_ options: Int) -> String {
    guard options > 1 else {
      return "its cases: \(cases.compactMap(\.values.first?.argument).joined(separator: ", "))"
    }
    let values = parameters.indices.map { option in
      var seen: [String] = []
      for one in cases where !seen.contains(one.values[option].argument) {
        seen.append(one.values[option].argument)
      }
      return "\(parameters[option]) \(seen.joined(separator: ", "))"
    }
    return "give a value for each of its options, in this order: \(values.joined(separator: "; "))"
  }
}
