/// Whether the first row of a table names its columns.
///
/// A column that is asked for by its name and stands in the first row settles it. Else the features of
/// the two first rows tell, never the label, whose texts are texts in every row:
///
/// - nothing but words in the first row: they are names;
/// - no word in it, but numbers or what is missing: it is data;
/// - both: names, if a column has a word in the first row and a number in the second.
enum CSVHeader {
  /// - Throws: if there is nothing to tell it from.
  static func isFirst(
    _ first: [String], before second: [String]?, _ options: CSVOptions
  ) throws(DatasetError) -> Bool {
    if let said = options.hasHeader { return said }
    let names = options.mentioned.compactMap { column in
      if case .named(let name) = column { name } else { nil }
    }
    if names.contains(where: first.contains) { return true }
    let features = try columns(options, count: first.count)
    guard !features.isEmpty else {
      throw DatasetError(
        .invalid, "whether the first row names the columns cannot be told from words alone",
        at: .row(1), help: ["say 'header: true' or 'header: false'"])
    }
    func isWord(_ fields: [String], _ column: Int) -> Bool {
      CSVField(fields[column], decimal: options.decimal) == .word
    }
    let words = features.filter { isWord(first, $0) }
    let isNamed = features.allSatisfy { words.contains($0) || first[$0].isEmpty }
    if words.isEmpty || isNamed { return isNamed && !words.isEmpty }
    guard let second, second.count == first.count else { return false }
    return words.contains { !isWord(second, $0) && !CSVField.isMissing(second[$0]) }
  }

  /// The columns of numbers, by place, as far as the options say them by number.
  private static func columns(
    _ options: CSVOptions, count: Int
  ) throws(DatasetError) -> [Int] {
    func places(_ columns: [CSVOptions.Column]) -> [Int] {
      columns.compactMap { column in
        guard case .number(let number) = column else { return nil }
        return number < 0 ? count + number : number - 1
      }
    }
    let others = places(options.label.columns + options.categories)
    let all = Array(0..<count)
    let chosen: [Int] =
      switch options.features {
      case .all: all
      case .only(let columns): places(columns).filter(all.contains)
      case .without(let columns): all.filter { !places(columns).contains($0) }
      }
    // What is not used tells as well as what is.
    let features = chosen.filter { !others.contains($0) }
    return features.isEmpty ? all.filter { !others.contains($0) } : features
  }
}
