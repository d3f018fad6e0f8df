import Neural

/// Samples, labels and names as a CSV file holds them.
public struct CSVDataset: Sendable, Equatable {
  public let examples: Examples
  public let featureNames: [String]
  /// Empty if the label is a value.
  public let classNames: [String]
  /// The columns of the targets; empty if the label is a class.
  public let targetNames: [String]

  /// Reads a file, plain or gzip. Whole numbers from 0 to 255 stay bytes if all features are such.
  ///
  /// - Throws: for bytes that are not UTF-8, a row of another length than the first, text or a missing
  ///   value in a number column, a missing label, NaN or infinity, a number that may mean two, an
  ///   undeclared class; with row and column.
  public init(
    path: String, options: CSVOptions, limit: ReadLimit = .standard
  ) throws(DatasetError) {
    try self.init(file: DataFile(path: path), options: options, limit: limit)
  }

  init(
    file: DataFile, options: CSVOptions, limit: ReadLimit = .standard
  ) throws(DatasetError) {
    let bytes = try file.readToEnd(limit: limit)
    do throws(DatasetError) {
      try self.init(parsing: bytes, options: options, limit: limit)
    } catch {
      throw error.inFile(file.path)
    }
  }

  init(
    parsing bytes: [UInt8], options: CSVOptions, limit: ReadLimit = .standard
  ) throws(DatasetError) {
    let separator = options.separator ?? .comma
    try CSVEncoding.check(bytes, separator: separator)
    var csv = CSV(bytes, separator: separator)
    guard let first = try csv.next() else {
      throw DatasetError(.malformed, "holds no rows")
    }
    let width = first.fields.count
    if options.separator == nil || width == 1, let rival = separator.rival(in: bytes) {
      throw Self.looksParted(by: rival, not: separator)
    }
    let texts = first.fields.map(csv.text)
    var ahead = csv
    let second = try ahead.next()?.fields.map(ahead.text)
    let hasHeader = try CSVHeader.isFirst(texts, before: second, options)
    let layout = try CSVLayout(
      names: hasHeader ? texts : (1...width).map { "column \($0)" }, isNamed: hasHeader,
      options: options)

    var reader = CSVReader(
      layout, options, suspectsHeader: !hasHeader && options.hasHeader == nil)
    var row = hasHeader ? try csv.next(expecting: width) : first
    while let current = row {
      try reader.read(current, of: csv)
      guard reader.numbers.byteCount <= limit.bytes else {
        throw limit.refusal(of: reader.numbers.byteCount)
      }
      row = try csv.next(expecting: width)
    }
    guard !reader.lines.isEmpty else {
      throw DatasetError(.malformed, "holds a header and no rows")
    }

    let features = try CSVFeatures(reader, layout, limit: limit)
    featureNames = features.names
    switch options.label {
    case .classes:
      let labelColumn = layout.roles.firstIndex(of: .label(0)) ?? 0
      let classes = try ClassNames(options.classes, in: reader.labels, decimal: options.decimal)
      classNames = classes.names
      targetNames = []
      examples = Examples(
        pairing: features.samples,
        .classes(
          try classes.indices(of: reader.labels) {
            .cell(row: reader.lines[$0], column: layout.names[labelColumn])
          },
          count: classes.names.count))
    case .values(let columns):
      classNames = []
      targetNames = columns.indices.compactMap { number in
        layout.roles.firstIndex(of: .label(number)).map { layout.names[$0] }
      }
      examples = Examples(
        pairing: features.samples,
        .values(
          Matrix(rows: reader.lines.count, columns: columns.count, values: reader.targets)))
    }
  }

  private static func looksParted(
    by rival: CSVSeparator, not separator: CSVSeparator
  ) -> DatasetError {
    DatasetError(
      .malformed, "the fields look parted by \(rival.words), not by \(separator.words)",
      at: .row(1),
      help: [
        "say 'separator: \(rival.rawValue)', or 'separator: \(separator.rawValue)' if "
          + "\(separator.words) part them"
      ])
  }
}
