/// The outline of all cells of a grid that have one value, as the `d` of a path in cells.
///
/// An outline turns where the value changes, and nowhere else: a wavy border between two classes costs
/// a few bytes a row, however many cells lie on either side.
struct Outline {
  /// Rows from the top; the value of each cell.
  private let grid: [[Int]]
  private let columns: Int
  /// The steps that leave each corner, a bit for each direction: right, down, left, up.
  private var steps: [UInt8]

  private init(of value: Int, in grid: [[Int]]) {
    self.grid = grid
    columns = grid.map(\.count).max() ?? 0
    steps = Array(repeating: 0, count: (columns + 1) * (grid.count + 1))
    for row in grid.indices {
      for column in grid[row].indices where grid[row][column] == value {
        // Clockwise round the cell, wherever its neighbour is another.
        if !has(value, row - 1, column) { leave(column, row, by: 0) }
        if !has(value, row, column + 1) { leave(column + 1, row, by: 1) }
        if !has(value, row + 1, column) { leave(column + 1, row + 1, by: 2) }
        if !has(value, row, column - 1) { leave(column, row + 1, by: 3) }
      }
    }
  }

  static func path(of value: Int, in grid: [[Int]]) -> String {
    var outline = Outline(of: value, in: grid)
    return outline.trace()
  }

  private func has(_ value: Int, _ row: Int, _ column: Int) -> Bool {
    grid.indices.contains(row) && grid[row].indices.contains(column) && grid[row][column] == value
  }

  private mutating func leave(_ x: Int, _ y: Int, by direction: Int) {
    steps[y * (columns + 1) + x] |= 1 << UInt8(direction)
  }

  /// Follows steps from corner to corner until none is left.
  private mutating func trace() -> String {
    var path = ""
    for start in steps.indices {
      while steps[start] != 0 {
        path += "M\(start % (columns + 1)) \(start / (columns + 1))"
        var corner = start
        var direction = steps[start].trailingZeroBitCount
        var length = 0
        repeat {
          guard let next = turn(from: direction, at: corner) else { break }
          if next != direction {
            path += Self.line(direction, length)
            (direction, length) = (next, 0)
          }
          steps[corner] &= ~(1 << UInt8(direction))
          corner += [1, columns + 1, -1, -columns - 1][direction]
          length += 1
        } while corner != start
        // The last side is drawn by closing the path.
        path += "z"
      }
    }
    return path
  }

  /// Where to go on: to the right first, so that cells that touch at a corner stay apart.
  private func turn(from direction: Int, at corner: Int) -> Int? {
    [direction + 1, direction, direction + 3].map { $0 % 4 }
      .first { steps[corner] & (1 << UInt8($0)) != 0 }
  }

  private static func line(_ direction: Int, _ length: Int) -> String {
    guard length > 0 else { return "" }
    return (direction % 2 == 0 ? "h" : "v") + (direction < 2 ? "" : "-") + String(length)
  }
}
