import Markup

/// How often each class was taken for each other: rows are what was, columns what was said.
public struct ConfusionMatrix: Sendable {
  public var title: String
  public var description: String
  public var names: [String]
  /// `counts[actual][predicted]`; a missing number counts as none.
  public var counts: [[Int]]

  /// Cells this tall are roughly square on a phone.
  private static let rowHeight = 30.0

  public init(_ title: String, description: String, names: [String], counts: [[Int]]) {
    self.title = title
    self.description = description
    self.names = names
    self.counts = counts
  }

  public func plot(words: Words = .english) -> Plot {
    var plot = Plot(
      title, description: description, x: Axis(words.predicted, .band(names)),
      y: Axis(words.actual, .band(names)), marks: [Cells(cells(words: words))],
      height: max(1, Double(names.count)) * Self.rowHeight,
      widest: Double(names.count) * max(46, widestName + 16) + widestName + 40)
    let widest = counts.joined().map { TextWidth.of(String($0), size: 11) }.max() ?? 0
    plot.narrowest =
      Double(names.count) * max(widest, plot.x.isSlanted ? Axis.slantedGap : 0)
    plot.table = DataTable(
      header: ["\(words.actual) \\ \(words.predicted)"] + names,
      rows: names.indices.map { row in
        [names[row]] + names.indices.map { String(count(row, $0)) }
      })
    return plot
  }

  private var widestName: Double { names.map { TextWidth.of($0) }.max() ?? 0 }

  private func cells(words: Words) -> [[Cells.Cell]] {
    names.indices.map { row in
      let total = names.indices.reduce(0) { $0 + count(row, $1) }
      return names.indices.map { column in
        let count = count(row, column)
        let share = Double(count) / Double(max(1, total))
        return Cells.Cell(
          // The root lets a few mistakes be seen beside a thousand right answers.
          strength: share.squareRoot(), text: count == 0 ? "·" : String(count),
          title: "\(words.actual) \(names[row]), \(words.predicted) \(names[column]): \(count)")
      }
    }
  }

  private func count(_ row: Int, _ column: Int) -> Int {
    guard counts.indices.contains(row), counts[row].indices.contains(column) else { return 0 }
    return max(0, min(counts[row][column], 1 << 40))
  }
}
