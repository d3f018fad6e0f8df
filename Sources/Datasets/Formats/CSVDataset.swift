import Diagnostics
import Neural

/// Samples, labels and names as a CSV file holds them.
public struct CSVDataset: Sendable, Equatable {
  public let examples: Examples
  public let featureNames: [String]
  /// Empty if the label is a value.
  public let classNames: [String]

  /// Reads a file, plain or gzip. Whole numbers from 0 to 255 stay bytes if all features are such.
  ///
  /// - Throws: for a row of another length than the first, text or a missing value in a number column,
  ///   NaN or infinity, an undeclared class; with row and column.
  public init(
    path: String, options: CSVOptions, limit: ReadLimit = .standard
  ) throws(DatasetError) {
    let bytes = try InputFile(path: path).readToEnd(limit: limit)
    do throws(DatasetError) {
      try self.init(parsing: bytes, options: options, limit: limit)
    } catch {
      throw error.inFile(path)
    }
  }

  init(
    parsing bytes: [UInt8], options: CSVOptions, limit: ReadLimit = .standard
  ) throws(DatasetError) {
    var csv = CSV(bytes, delimiter: options.delimiter)
    guard let first = try csv.next() else {
      throw DatasetError(.malformed, "holds no rows")
    }
    let width = first.fields.count
    let hasHeader =
      options.hasHeader ?? first.fields.contains { CSVNumber.parse(bytes[$0.range]) == nil }
    let columns =
      hasHeader ? first.fields.map(csv.text) : (1...width).map { "column \($0)" }
    let labelColumn = try Self.index(of: options.label.column, among: columns)

    var numbers = NumberStore()
    var labels = [String]()
    var lines = [Int]()
    var values = [Double]()
    let isClassified = options.label.isClassified
    var row = hasHeader ? try csv.next(expecting: width) : first
    while let current = row {
      guard current.fields.count == width else {
        throw DatasetError(
          .malformed,
          "\(current.fields.count) fields, but the first row has \(width)",
          at: .row(current.line))
      }
      for (column, field) in current.fields.enumerated() {
        if column == labelColumn, isClassified {
          labels.append(csv.text(field).trimmingSpaces())
          lines.append(current.line)
          continue
        }
        let number = try Self.number(csv, field, line: current.line, column: columns[column])
        if column == labelColumn { values.append(number) } else { numbers.append(number) }
      }
      guard numbers.byteCount <= limit.bytes else { throw limit.refusal(of: numbers.byteCount) }
      row = try csv.next(expecting: width)
    }

    let count = isClassified ? labels.count : values.count
    guard count > 0 else { throw DatasetError(.malformed, "holds a header and no rows") }
    guard width > 1 else {
      throw DatasetError(.malformed, "has a label column and no other", at: .row(first.line))
    }
    let samples = numbers.samples(count: count, features: width - 1)
    let targets: Targets
    if isClassified {
      let classes = try ClassNames(options.classes, in: labels)
      classNames = classes.names
      targets = .classes(
        try classes.indices(of: labels, lines: lines, column: columns[labelColumn]),
        count: classes.names.count)
    } else {
      classNames = []
      targets = .values(Matrix(column: values))
    }
    featureNames = columns.indices.filter { $0 != labelColumn }.map { columns[$0] }
    examples = Examples(pairing: samples, targets)
  }

  private static func number(
    _ csv: CSV, _ field: CSV.Field, line: Int, column: String
  ) throws(DatasetError) -> Double {
    let place = DatasetError.Place.cell(row: line, column: column)
    let text = csv.bytes[field.range]
    guard let number = CSVNumber.parse(text) else {
      let shown = csv.text(field)
      guard !shown.trimmingSpaces().isEmpty else {
        throw DatasetError(
          .malformed, "a value is missing", at: place,
          help: ["fill it in, or leave the row out"])
      }
      throw DatasetError(
        .malformed, "'\(shown.prefix(40))' is not a number", at: place,
        help: ["if the first row names the columns, say 'header: true'"])
    }
    guard number.isFinite else {
      throw DatasetError(
        .malformed, "'\(csv.text(field).prefix(40))' is not a finite number", at: place)
    }
    return number
  }

  private static func index(
    of column: CSVOptions.Column, among columns: [String]
  ) throws(DatasetError) -> Int {
    switch column {
    case .named(let name):
      guard let index = columns.firstIndex(of: name) else {
        throw DatasetError(
          .missing, "has no column '\(name)'", at: .row(1),
          help: NearestName.help(for: name, in: columns, called: "its columns"))
      }
      return index
    case .number(let number):
      let index = number < 0 ? columns.count + number : number - 1
      guard columns.indices.contains(index) else {
        throw DatasetError(
          .missing, "has no column number \(number): it has \(columns.count)", at: .row(1),
          help: ["columns count from 1, or from -1 at the last"])
      }
      return index
    }
  }
}
