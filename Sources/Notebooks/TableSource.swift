import Datasets
import Diagnostics

extension CSVOptions {
  /// What the options of a `data` cell say of a CSV file.
  init(_ options: Options, _ goal: DataGoal) {
    let columns = OptionType<[Column]>.list("a list of columns", of: .column)
    let labels = options.value(
      "label", columns, default: [.number(-1)], shown: "-1",
      "the label's column: a name, or a number from 1 or from −1; with 'regression' also several")
    if labels.count > 1, !goal.isRegression {
      options.report(
        Diagnostic(
          "option.conflict", "a class has one column, 'label' names \(labels.count)",
          at: options.place(of: "label"),
          help: ["say 'regression: true' where they are numbers to be predicted"]))
    }
    let classes = options.value(
      "classes", .list("a list of classes", of: .text), default: [], shown: "those found",
      "the classes there may be, in their order; arrays of numbers count them from 0")
    if goal.kind == .values, options.has("classes") {
      options.reportUnused(
        "classes", "the targets are numbers and no classes", help: ["leave one of the two out"])
    }
    let only = options.optional("columns", columns, "the columns that are features, in this order")
    let dropped = options.optional("drop", columns, "columns that are left out")
    if only != nil, dropped != nil {
      options.reportConflict(
        "columns", "drop", "what 'columns' does not name is left out as it is")
    }
    self.init(
      label: goal.isInput && !options.has("label")
        ? .values([]) : goal.isRegression ? .values(labels) : .classes(labels[0]),
      hasHeader: options.optional(
        "header", .flag, shown: "told from the first two rows",
        "whether the first line names the columns"),
      classes: classes,
      separator: options.optional(
        "separator", .separator, shown: "comma", "what parts the fields of a line"),
      decimal: options.value(
        "decimal", .decimal, default: .point, shown: "point", "what stands before decimals"),
      features: only.map(Features.only) ?? dropped.map(Features.without) ?? .all,
      categories: options.value(
        "categories", columns, default: [], shown: "none",
        "columns of words; each word becomes a feature, 1 where a row has it and 0 elsewhere"))
  }

  /// The names of its options, for where there is no CSV file.
  static let names = [
    "label", "classes", "columns", "drop", "header", "separator", "decimal",
    "categories",
  ]
}

extension OptionType where Value == CSVOptions.Column {
  /// A number, unless it is in quotes: a column may be called 2026.
  static let column = OptionType(
    "a column by its name, or by its number from 1 or from −1", standIn: .number(-1)
  ) { setting, _ in
    guard case .text(let text, let quoted) = setting.content else { return nil }
    if !quoted, let number = Int(text) { return .number(number) }
    return .named(text)
  }
}

extension OptionType where Value == CSVSeparator {
  static let separator = choice("separator").or(signs: [
    ",": .comma, ";": .semicolon, "\t": .tab, "\\t": .tab, "|": .bar, " ": .blanks,
  ])
}

extension OptionType where Value == CSVDecimal {
  static let decimal = choice("decimal sign").or(signs: [".": .point, ",": .comma])
}

extension OptionType {
  /// The same, for which a sign may stand instead of its name.
  fileprivate func or(signs: [String: Value]) -> OptionType {
    OptionType(words, standIn: standIn, form: form) { setting, context in
      if case .text(let text, _) = setting.content, let value = signs[text] { return value }
      return read(setting, context)
    }
  }
}
