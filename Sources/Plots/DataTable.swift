import Markup

/// The data of a picture as an HTML table, thinned to a length that can be listened to.
struct DataTable {
  /// A longer table is read by nobody; the lesson has its own tables where every row counts.
  static let mostRows = 21

  let header: [String]
  let rows: [[String]]

  /// One row for each x that occurs in any of the series, one column for each series.
  init(_ series: [DataSeries], x: String, name: (Double) -> String) {
    header = [x] + series.map(\.name)
    let values = series.map { series in
      Dictionary(series.points.filter { $0.x.isDrawable }.map { ($0.x, $0.y) }) { first, _ in first
      }
    }
    let places = Set(values.flatMap(\.keys)).sorted()
    rows = places.map { x in
      [name(x)] + values.map { column in column[x].map { NumberText.significant($0) } ?? "–" }
    }
  }

  init(header: [String], rows: [[String]]) {
    self.header = header
    self.rows = rows
  }

  func node(words: Words) -> Node? {
    guard !rows.isEmpty else { return nil }
    let shown = Thinning.evenly(rows.count, to: Self.mostRows)
    var nodes: [Node] = [.element("summary", text: words.dataTable)]
    let cells = Node.element(
      "table", [:],
      [
        .element(
          "thead", [:],
          [.element("tr", [:], header.map { .element("th", ["scope": "col"], text: $0) })]),
        .element("tbody", [:], shown.map { Self.row(rows[$0]) }),
      ])
    nodes.append(.element("div", ["class": "plot-scroll"], [cells]))
    if shown.count < rows.count {
      nodes.append(.element("p", [:], text: words.thinned(shown.count, rows.count)))
    }
    return .element("details", ["class": "plot-data"], nodes)
  }

  private static func row(_ cells: [String]) -> Node {
    .element(
      "tr", [:],
      cells.enumerated().map { index, cell in
        index == 0
          ? .element("th", ["scope": "row"], text: cell) : .element("td", text: cell)
      })
  }
}
