import Neural

/// The features of a table once all of it is read: numbers as they are, and for each category one
/// feature a word, which is 1 where the row has that word and 0 elsewhere.
struct CSVFeatures {
  let samples: Samples
  let names: [String]

  init(
    _ reader: CSVReader, _ layout: CSVLayout, limit: ReadLimit
  ) throws(DatasetError) {
    let count = reader.lines.count
    let plain = reader.numbers.samples(count: count, features: layout.features.count)
    guard reader.words.contains(where: { !$0.isEmpty }) else {
      samples = plain
      names = layout.features.map { layout.names[$0] }
      return
    }
    var names: [String] = []
    /// Of each category its words, and the number of the word of each row.
    var columns: [(categories: ClassNames, rows: [Int])?] = []
    for (feature, words) in reader.words.enumerated() {
      let name = layout.names[layout.features[feature]]
      guard !words.isEmpty else {
        names.append(name)
        columns.append(nil)
        continue
      }
      let categories = try ClassNames([], in: words, called: "words in column '\(name)'")
      columns.append((categories, try categories.indices(of: words)))
      names += categories.names.map { "\(name)=\($0)" }
    }
    guard let size = [count, names.count, 8].volume, size <= limit.bytes else {
      throw DatasetError(
        .tooLarge, "\(count) rows of \(names.count) features take more than \(limit.bytes) bytes",
        help: ["leave columns of many words out of 'categories'"])
    }
    var numbers = NumberStore()
    var row = 0
    plain.forEachValue { feature, value in
      if let column = columns[feature] {
        for word in column.categories.names.indices {
          numbers.append(word == column.rows[row] ? 1 : 0)
        }
      } else {
        numbers.append(value)
      }
      if feature == columns.count - 1 { row += 1 }
    }
    samples = numbers.samples(count: count, features: names.count)
    self.names = names
  }
}
