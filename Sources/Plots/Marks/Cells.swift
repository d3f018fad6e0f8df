import Markup

/// A heat map: one cell for each pair of categories, with a number in it.
///
/// The number is set in the ink or in the paper's colour, whichever the cell's own darkness makes
/// readable.
public struct Cells: Mark {
  public struct Cell: Sendable, Equatable {
    /// 0 for an empty cell to 1 for the strongest.
    public let strength: Double
    public let text: String
    /// What a pointer resting on the cell is told.
    public let title: String

    public init(strength: Double, text: String, title: String) {
      self.strength = strength
      self.text = text
      self.title = title
    }
  }

  /// Row by row from the top.
  public let rows: [[Cell]]

  public init(_ rows: [[Cell]]) { self.rows = rows }

  public var extent: Extent { Extent() }

  /// With more columns than this numbers are set a little smaller, to fit a phone.
  private static let fewColumns = 7

  public func nodes(in frame: Frame) -> [Node] {
    let columns = Double(max(1, rows.map(\.count).max() ?? 0))
    let size = (width: 1 / columns, height: 1 / Double(max(1, rows.count)))
    var shades: [Node] = []
    var numbers: [Node] = []
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        let left = Double(column) * size.width
        let top = Double(row) * size.height
        let shade = Shade(cell.strength)
        shades.append(
          .element(
            "rect",
            [
              "x": NumberText.percent(left), "y": NumberText.percent(top),
              "fill-opacity": NumberText.attribute(shade.opacity, decimals: 3),
            ], [.element("title", text: cell.title)]))
        numbers.append(
          .element(
            "text",
            [
              "class": shade.isStrong ? "plot-on-heat" : nil,
              "x": NumberText.percent(left + size.width / 2),
              "y": NumberText.percent(top + size.height / 2),
            ], text: cell.text))
      }
    }
    let isSmall = columns > Double(Self.fewColumns)
    return [
      .element(
        "g",
        [
          "class": "plot-heat",
          "style":
            "--w:\(NumberText.percent(size.width));--h:\(NumberText.percent(size.height))",
        ], shades),
      .element(
        "g",
        [
          "class": isSmall ? "plot-middle plot-small" : "plot-middle",
          "transform": "translate(0 4)",
        ], numbers),
    ]
  }
}
