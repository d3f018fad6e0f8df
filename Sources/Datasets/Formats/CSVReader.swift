/// Reads the rows of a table into columns, by their roles.
struct CSVReader {
  private let layout: CSVLayout
  private let options: CSVOptions
  /// Where the first row was taken for data, it may have been meant to name the columns.
  private let suspectsHeader: Bool
  private(set) var numbers = NumberStore()
  /// The words of each feature that is a category, row by row; empty for the others.
  private(set) var words: [[String]]
  private(set) var labels: [String] = []
  private(set) var targets: [Double] = []
  private(set) var lines: [Int] = []
  /// The numbers of the row that is being read, and its targets, in the order in which their columns
  /// are named.
  private var row: [Double]
  private var answers: [Double]

  init(_ layout: CSVLayout, _ options: CSVOptions, suspectsHeader: Bool) {
    self.layout = layout
    self.options = options
    self.suspectsHeader = suspectsHeader
    words = Array(repeating: [], count: layout.features.count)
    row = Array(repeating: 0, count: layout.features.count)
    answers = Array(repeating: 0, count: options.label.columns.count)
  }

  /// Takes one row.
  mutating func read(_ current: CSV.Row, of csv: CSV) throws(DatasetError) {
    guard current.fields.count == layout.roles.count else {
      throw DatasetError(
        .malformed,
        "\(current.fields.count) fields, but the first row has \(layout.roles.count)",
        at: .row(current.line), help: ["a field that holds the separator is put in quotes"])
    }
    for (column, field) in current.fields.enumerated() {
      switch layout.roles[column] {
      case .unused: continue
      case .number(let feature):
        row[feature] = try number(csv, field, current.line, column)
      case .category(let feature):
        let text = csv.text(field)
        guard !CSVField.isMissing(text) else { throw missing(text, current.line, column) }
        words[feature].append(text)
      case .label(let place):
        if case .classes = options.label {
          labels.append(try label(csv.text(field), current.line, column))
        } else {
          answers[place] = try number(csv, field, current.line, column)
        }
      }
    }
    if case .values = options.label { targets += answers }
    lines.append(current.line)
    for number in row { numbers.append(number) }
  }

  private func number(
    _ csv: CSV, _ field: CSV.Field, _ line: Int, _ column: Int
  ) throws(DatasetError) -> Double {
    if let number = CSVNumber.parse(csv.bytes[field.range], decimal: options.decimal),
      number.isFinite
    {
      return number
    }
    let text = csv.text(field)
    let place = place(line, column)
    switch CSVField(text, decimal: options.decimal) {
    case .number(let number): return number
    case .missing: throw missing(text, line, column)
    case .nearly(let form):
      throw DatasetError(
        .malformed, "'\(text.prefix(40))' \(form.fault(decimal: options.decimal))", at: place,
        help: form.help(for: text, column: layout.names[column], decimal: options.decimal)
          + header(line))
    case .word:
      let name = layout.names[column]
      let isLabel = if case .label = layout.roles[column] { true } else { false }
      throw DatasetError(
        .malformed, "'\(text.prefix(40))' is not a number", at: place,
        help: (isLabel
          ? ["targets of a regression are numbers; for classes leave 'regression' out"]
          : [
            "leave the column out: 'drop: [\(name)]'; "
              + "or make each of its words a feature: 'categories: [\(name)]'"
          ]) + header(line))
    }
  }

  private func label(_ text: String, _ line: Int, _ column: Int) throws(DatasetError) -> String {
    guard !options.classes.contains(text) else { return text }
    switch CSVField(text, decimal: options.decimal) {
    case .missing:
      throw missing(text, line, column)
    case .nearly(.decimal), .nearly(.grouped):
      let form = CSVNearNumber(text, decimal: options.decimal)
      throw DatasetError(
        .malformed, "'\(text.prefix(40))' \(form?.fault(decimal: options.decimal) ?? "")",
        at: place(line, column),
        help: ["if it is the name of a class, give the names of all: 'classes: […]'"])
    default: return text
    }
  }

  private func missing(_ text: String, _ line: Int, _ column: Int) -> DatasetError {
    let isClass =
      if case .label = layout.roles[column], case .classes = options.label {
        true
      } else { false }
    return DatasetError(
      .malformed, "a value is missing" + (text.isEmpty ? "" : ": '\(text)'"),
      at: place(line, column),
      help: ["fill it in, or leave the row out"]
        + (isClass && !text.isEmpty
          ? ["if '\(text)' is the name of a class, give the names of all: 'classes: […]'"] : []))
  }

  private func header(_ line: Int) -> [String] {
    suspectsHeader && lines.isEmpty
      ? ["if the first row names the columns, say 'header: true'"] : []
  }

  private func place(_ line: Int, _ column: Int) -> DatasetError.Place {
    .cell(row: line, column: layout.names[column])
  }
}
