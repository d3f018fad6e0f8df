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
    return rows.enumerated().flatMap { row, cells in
      cells.enumerated().flatMap { column, cell -> [Node] in
        let left = Double(column) * size.width
        let top = Double(row) * size.height
        let shade = Shade(cell.strength)
        let text =
          (shade.isStrong ? "plot-middle plot-on-heat" : "plot-middle")
          + (columns > Double(Self.fewColumns) ? " plot-small" : "")
        return [
          .element(
            "rect",
            [
              "class": "plot-heat", "x": NumberText.percent(left), "y": NumberText.percent(top),
              "width": NumberText.percent(size.width), "height": NumberText.percent(size.height),
              "fill-opacity": NumberText.attribute(shade.opacity, decimals: 3),
            ], [.element("title", text: cell.title)]),
          .element(
            "text",
            [
              "class": text, "x": NumberText.percent(left + size.width / 2),
              "y": NumberText.percent(top + size.height / 2), "dy": ".34em",
            ], text: cell.text),
        ]
      }
    }
  }
}
