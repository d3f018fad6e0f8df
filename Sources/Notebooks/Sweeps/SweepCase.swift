import Diagnostics

/// One of the things a sweep compares: its values, or its name, and the options that are different.
struct SweepCase: Sendable {
  /// Of the options that are varied, in their order; the name of a case that has one.
  let values: [SweepRecord.Value]
  let overrides: [Override]
  let range: Range<Int>

  /// `0.1, 20`
  var name: String { values.name }

  /// What a sweep over seeds alone repeats.
  static func unchanged(at range: Range<Int>) -> SweepCase {
    SweepCase(values: [.init(text: "as trained", number: nil)], overrides: [], range: range)
  }

  /// Both cases at once.
  func combined(with other: SweepCase) -> SweepCase {
    SweepCase(
      values: values + other.values, overrides: overrides + other.overrides, range: other.range)
  }
}

/// The cases of a sweep and what distinguishes them.
struct Variation: Sendable {
  /// Headings, such as `learning-rate`, one for each value of a case.
  let names: [String]
  let cases: [SweepCase]

  /// More would make a page nobody reads and a run nobody waits for.
  static let most = 1000
  /// A picture or a sentence about more is understood by nobody.
  static let mostOptions = 4

  static let none = Variation(names: [], cases: [])
}

extension OptionType where Value == Variation {
  /// Options with their values, in all combinations, the last option changing fastest:
  /// `{fit.learning-rate: [0.1, 0.01], mlp.layers.1.units: [5, 20]}`.
  static let values = OptionType(
    "options with their values, such as {fit.learning-rate: [0.1, 0.01]}", standIn: .none
  ) { setting, context in
    guard case .mapping(let entries) = setting.content, !entries.isEmpty else { return nil }
    var axes: [(path: OptionPath, cases: [SweepCase])] = []
    for entry in entries {
      guard let path = path(entry, context), let values = values(of: entry.value, context)
      else {
        return nil
      }
      axes.append(
        (
          path,
          values.map { value in
            SweepCase(
              values: [.init(text: value.caption, number: value.number)],
              overrides: [Override(path: path, value: value)], range: value.range)
          }
        ))
    }
    if let problem = problem(with: axes.map(\.cases.count)) {
      context.report(
        Diagnostic(
          "sweep.size", problem, at: setting.range,
          help: ["take fewer, or name the 'cases' that matter"]))
      return Variation.none
    }
    return Variation(
      names: axes.map(\.path).headings,
      cases: axes.dropFirst().reduce(axes[0].cases) { cases, axis in
        cases.flatMap { one in axis.cases.map(one.combined(with:)) }
      })
  }

  /// The values to put in an option's place: a list, or `1..5`.
  private static func values(of setting: Setting, _ context: OptionContext) -> [Setting]? {
    if case .list(let values) = setting.content {
      guard values.count <= Variation.most else {
        context.report(IntegerRange.tooMany(values.count, "values", at: setting))
        return nil
      }
      return values.isEmpty ? nil : values
    }
    // Whole numbers that a number of 64 bits holds exactly.
    let most = 1 << 53
    return IntegerRange.read(setting, of: "values", in: -most...most, context)?.map {
      Setting(.text("\($0)", quoted: false), at: setting.range)
    }
  }

  /// What is too much about options with so many values each; nil if nothing is.
  private static func problem(with counts: [Int]) -> String? {
    guard counts.count <= Variation.mostOptions else {
      return
        "\(counts.count) options are more than the \(Variation.mostOptions) a sweep may combine"
    }
    // Each count is at most `most`, so that four of them multiplied stay far below overflow.
    let all = counts.reduce(1, *)
    guard all > Variation.most else { return nil }
    return
      "\(counts.map(String.init).joined(separator: " × ")) = \(all) combinations are more than "
      + "the \(Variation.most) a sweep may have"
  }

  /// Named cases: `{as described: {}, without the mask: {fit.fault: missing-mask}}`.
  static let cases = OptionType(
    "named cases, such as {small: {mlp.layers.1.units: 2}, large: {mlp.layers.1.units: 50}}",
    standIn: .none
  ) { setting, context in
    guard case .mapping(let entries) = setting.content,
      (1...Variation.most).contains(entries.count)
    else { return nil }
    var cases: [SweepCase] = []
    for entry in entries {
      var overrides: [Override] = []
      switch entry.value.content {
      case .mapping(let changes):
        for change in changes {
          guard let path = path(change, context) else { continue }
          overrides.append(Override(path: path, value: change.value))
        }
      case .nothing: break
      default:
        context.report(
          Diagnostic(
            "option.type",
            "expected options such as {fit.learning-rate: 0.1}, found "
              + entry.value.words, at: entry.value.range))
      }
      cases.append(
        SweepCase(
          values: [.init(text: entry.key, number: nil)], overrides: overrides,
          range: entry.keyRange))
    }
    return Variation(names: ["case"], cases: cases)
  }

  private static func path(_ entry: Setting.Entry, _ context: OptionContext) -> OptionPath? {
    if let path = OptionPath(entry.key, at: entry.keyRange) { return path }
    if let value = context.parameters[entry.key] {
      context.report(
        Diagnostic(
          "sweep.path",
          "'\(entry.key.shortened)' is a parameter of the front matter, and a sweep goes over options of "
            + "cells",
          at: entry.keyRange,
          help: [
            "name the option where '${\(entry.key)}' stands by its label and a dot: 'fit.steps'",
            "or run the lesson once for each value: -P \(entry.key):\(value)",
          ]))
      return nil
    }
    context.report(
      Diagnostic(
        "sweep.path", "'\(entry.key.shortened)' names no option of an earlier cell",
        at: entry.keyRange,
        help: ["write the label and the option with a dot: 'fit.learning-rate'"]))
    return nil
  }
}

extension OptionType where Value == [Int] {
  /// `0..99`, or a list.
  static let seeds = OptionType(
    "seeds, such as 0..99 or [1, 2, 3]", standIn: []
  ) { setting, context in
    let before = context.diagnostics.count
    if let range = IntegerRange.read(setting, of: "seeds", in: 0...Int(UInt32.max), context) {
      return range
    }
    guard context.diagnostics.count == before else { return [] }
    let list = OptionType<[Int]>.list("a list of seeds", of: .seed)
    guard let seeds = list.read(setting, context) else { return nil }
    guard seeds.count <= Variation.most else {
      context.report(IntegerRange.tooMany(seeds.count, "seeds", at: setting))
      return []
    }
    return seeds
  }
}
