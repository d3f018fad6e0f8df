import Markup

/// The plane coloured by class: which class a model gives to each cell of a grid.
public struct Regions: Mark {
  /// Classes row by row from the lowest y, each row from the lowest x.
  public let classes: [[Int]]
  public let x: ClosedRange<Double>
  public let y: ClosedRange<Double>

  public init(_ classes: [[Int]], x: ClosedRange<Double>, y: ClosedRange<Double>) {
    self.classes = classes
    self.x = x
    self.y = y
  }

  public var extent: Extent {
    classes.contains { !$0.isEmpty }
      ? Extent(x: [x.lowerBound, x.upperBound], y: [y.lowerBound, y.upperBound]) : Extent()
  }

  public func nodes(in frame: Frame) -> [Node] {
    let rectangles = Self.merged(classes)
    let paths = Set(rectangles.map(\.value)).sorted().compactMap { value -> Node? in
      var path = PathData()
      for rectangle in rectangles where rectangle.value == value {
        guard let from = corner(rectangle.columns.lowerBound, rectangle.rows.lowerBound, in: frame),
          let to = corner(rectangle.columns.upperBound, rectangle.rows.upperBound, in: frame)
        else { continue }
        path.rectangle(from: from, to: to)
      }
      guard !path.isEmpty else { return nil }
      return .element(
        "path", ["class": "plot-region \(Paint.series(value).cssClass)", "d": path.text])
    }
    return [frame.layer(paths)]
  }

  private func corner(_ column: Int, _ row: Int, in frame: Frame) -> Place? {
    let columns = Double(max(1, classes.map(\.count).max() ?? 0))
    let rows = Double(max(1, classes.count))
    return frame.place(
      Point(
        x: x.lowerBound + (x.upperBound - x.lowerBound) * Double(column) / columns,
        y: y.lowerBound + (y.upperBound - y.lowerBound) * Double(row) / rows))
  }

  struct Rectangle: Equatable {
    let value: Int
    let columns: Range<Int>
    var rows: Range<Int>
  }

  /// Few rectangles that cover the grid: runs of a row, joined with equal runs of the next.
  static func merged(_ classes: [[Int]]) -> [Rectangle] {
    var done: [Rectangle] = []
    var open: [Rectangle] = []
    for (row, cells) in classes.enumerated() {
      var next: [Rectangle] = []
      var start = 0
      while start < cells.count {
        let end = cells[start...].firstIndex { $0 != cells[start] } ?? cells.count
        var run = Rectangle(value: cells[start], columns: start..<end, rows: row..<row + 1)
        if let above = open.firstIndex(where: {
          $0.value == run.value && $0.columns == run.columns
        }) {
          run.rows = open.remove(at: above).rows.lowerBound..<row + 1
        }
        next.append(run)
        start = end
      }
      done += open
      open = next
    }
    return done + open
  }
}
