import Testing

@testable import Plots

@Suite("Outlines of classes on a grid")
struct OutlineTests {
  @Test("the outlines of all classes, filled, are the grid again")
  func filled() {
    for seed in UInt64(0)..<20 {
      let cells = PictureSamples.noise(120, seed: seed).map { Int($0 * 2.5) }
      let grid = (0..<10).map { Array(cells[$0 * 12..<$0 * 12 + 12]) }
      for value in Set(cells) {
        let inside = Self.filled(Outline.path(of: value, in: grid), rows: 10, columns: 12)
        #expect(inside == grid.map { $0.map { $0 == value } }, "class \(value) of grid \(seed)")
      }
    }
  }

  @Test("a class that fills the plane is one rectangle, one that is nowhere is nothing")
  func whole() {
    let grid = Array(repeating: Array(repeating: 1, count: 50), count: 40)
    #expect(Outline.path(of: 1, in: grid) == "M0 0h50v40h-50z")
    #expect(Outline.path(of: 2, in: grid) == "")
  }

  @Test("rows of different lengths are taken as they are")
  func ragged() {
    #expect(Outline.path(of: 1, in: [[1], [1, 1]]) == "M0 0h1v1h1v1h-2z")
  }

  /// Which cells a path holds, by the upright lines to the left of their middles (nonzero rule).
  private static func filled(_ path: String, rows: Int, columns: Int) -> [[Bool]] {
    var winding = Array(repeating: Array(repeating: 0, count: columns), count: rows)
    for loop in path.split(separator: "M") {
      var (x, y) = (0, 0)
      var start: (x: Int, y: Int)?
      func upright(to end: Int) {
        for row in min(y, end)..<max(y, end) {
          for column in x..<columns { winding[row][column] += end > y ? 1 : -1 }
        }
      }
      for part in loop.dropLast().matches(of: /([hv]?)(-?[0-9]+)(?: ([0-9]+))?/) {
        let value = Int(part.2) ?? 0
        if part.1 == "h" {
          x += value
        } else if part.1 == "v" {
          upright(to: y + value)
          y += value
        } else {
          (x, y) = (value, part.3.flatMap { Int($0) } ?? 0)
          start = (x, y)
        }
      }
      if let start, start.x == x { upright(to: start.y) }
    }
    return winding.map { $0.map { $0 != 0 } }
  }
}
