import Markup

/// The data of a picture as an HTML table, thinned to a length that can be listened to.
struct DataTable {
  /// A longer table is read by nobody; the lesson has its own tables where every row counts.
  static let mostRows = 21

  /// What stands in a cell: mostly text, sometimes a formula.
  typealias Cell = [Node]

  let header: [String]
  /// The rows shown.
  let rows: [[Cell]]
  /// How many there were before thinning.
  let total: Int

  /// One row for each x that occurs in any of the series, one column for each series.
  init(_ series: [DataSeries], x: String, name: (Double) -> String) {
    header = [x] + series.map(\.name)
    let values = series.map { series in
      Dictionary(
        series.points.lazy.filter { $0.x.isDrawable }.map { ($0.x, $0.y) },
        uniquingKeysWith: { first, _ in first })
    }
    let places = values.count == 1 ? values[0].keys.sorted() : Set(values.flatMap(\.keys)).sorted()
    total = places.count
    rows = Thinning.evenly(places.count, to: Self.mostRows).map { index in
      [[.text(name(places[index]))]]
        + values.map { [.text($0[places[index]].map { NumberText.significant($0) } ?? "–")] }
    }
  }

  init(header: [String], rows: [[String]]) {
    self.init(header: header, cells: rows.map { $0.map { [.text($0)] } })
  }

  init(header: [String], cells rows: [[Cell]]) {
    self.header = header
    total = rows.count
    self.rows = Thinning.evenly(rows.count, to: Self.mostRows).map { rows[$0] }
  }

  func node(words: Words) -> Node? {
    guard !rows.isEmpty else { return nil }
    let head = Node.element("tr", [:], header.map { .element("th", ["scope": "col"], text: $0) })
    let table = Node.element(
      "table", [:],
      [.element("thead", [:], [head]), .element("tbody", [:], rows.map(Self.row))])
    var nodes: [Node] = [
      .element("summary", text: words.dataTable),
      .element("div", ["class": "plot-scroll", "tabindex": "0"], [table]),
    ]
    if rows.count < total {
      nodes.append(.element("p", [:], text: words.thinned(rows.count, total)))
    }
    return .element("details", ["class": "plot-data"], nodes)
  }

  private static func row(_ cells: [Cell]) -> Node {
    .element(
      "tr", [:],
      cells.enumerated().map { index, cell in
        index == 0 ? .element("th", ["scope": "row"], cell) : .element("td", [:], cell)
      })
  }
}
