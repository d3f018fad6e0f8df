import Testing

@testable import Plots

@Suite("Borders between classes")
struct ContourTests {
  /// A map whose nodes have these classes, and between them whatever the next node has.
  private static func map(_ grid: [[Int]]) -> ClassMap {
    let last = Double(grid.count - 1)
    return ClassMap(x: 0...last, y: 0...last, nodes: grid.count) { points in
      points.map { grid[Int(($0.y).rounded())][Int(($0.x).rounded())] }
    }
  }

  @Test("every node lies inside the outline of its class and outside all others")
  func nodes() {
    for seed in UInt64(0)..<30 {
      let cells = PictureSamples.noise(144, seed: seed).map { Int($0 * Double(2 + seed % 3)) }
      let grid = (0..<12).map { Array(cells[$0 * 12..<$0 * 12 + 12]) }
      let map = Self.map(grid)
      for value in Set(cells) {
        let loops = Contour.loops(of: value, in: map)
        for row in 0..<12 {
          for column in 0..<12 {
            let node = Point(x: Self.inward(column), y: Self.inward(row))
            #expect(
              Self.holds(node, loops) == (grid[row][column] == value),
              "class \(value) at \(column), \(row) of grid \(seed)")
          }
        }
      }
    }
  }

  @Test("a straight border comes out straight, where it is, and with no more corners than it has")
  func straight() throws {
    let map = ClassMap(x: 0...1, y: 0...1, nodes: 20) { points in
      points.map { $0.y > 0.3 + 0.5 * $0.x ? 1 : 0 }
    }
    let loop = try #require(Contour.loops(of: 1, in: map).first)
    let points = loop.map { Point(x: $0.x / 19, y: $0.y / 19) }
    let corners = Simplification.closed(points, within: 0.001)
    #expect(corners.count == 4)
    let onBorder = corners.filter { abs($0.y - (0.3 + 0.5 * $0.x)) < 0.001 }
    #expect(onBorder.count == 2)
  }

  @Test("the outline of a disc has the disc's area, and stays within a hundredth of its radius")
  func disc() throws {
    let map = ClassMap(x: -1...1, y: -1...1, nodes: 40) { points in
      points.map { $0.x * $0.x + $0.y * $0.y < 0.5 ? 1 : 0 }
    }
    let loops = Contour.loops(of: 1, in: map)
    #expect(loops.count == 1)
    let points = try #require(loops.first).map {
      Point(x: $0.x / 19.5 - 1, y: $0.y / 19.5 - 1)
    }
    let corners = Simplification.closed(points, within: 0.002)
    #expect(corners.count < points.count * 2 / 3)
    let ring = zip(corners, corners.dropFirst() + corners.prefix(1))
    let area = ring.reduce(0) { $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2 }
    #expect(abs(abs(area) - 0.5 * .pi) < 0.02)
    for corner in corners {
      let radius = (corner.x * corner.x + corner.y * corner.y).squareRoot()
      #expect(abs(radius - 0.5.squareRoot()) < 0.01)
    }
  }

  @Test("where three classes meet, each outline goes through the middle of the square")
  func junction() {
    let map = Self.map([[0, 1], [2, 2]])
    for value in 0...2 {
      let spots = Contour.loops(of: value, in: map).joined()
      #expect(spots.contains(ClassMap.Spot(x: 0.5, y: 0.5)), "class \(value)")
    }
  }

  @Test("a class that fills the plane is outlined by its edges, one that is nowhere by nothing")
  func whole() {
    let map = ClassMap(x: 0...2, y: 0...3, nodes: 5) { $0.map { _ in 7 } }
    let corners = Contour.loops(of: 7, in: map).map { loop in
      Simplification.closed(loop.map { Point(x: $0.x, y: $0.y) }, within: 0.001)
    }
    #expect(corners.map(\.count) == [4])
    #expect(Contour.loops(of: 1, in: map).isEmpty)
  }

  /// A node at the edge lies on the outline; a little further in it is inside or outside.
  private static func inward(_ index: Int) -> Double {
    Double(index) + (index == 0 ? 0.01 : index == 11 ? -0.01 : 0)
  }

  /// Whether a point lies in an odd number of loops.
  private static func holds(_ point: Point, _ loops: [[ClassMap.Spot]]) -> Bool {
    var isInside = false
    for loop in loops {
      for (from, to) in zip(loop, loop.dropFirst() + loop.prefix(1))
      where (from.y > point.y) != (to.y > point.y) {
        let x = from.x + (point.y - from.y) / (to.y - from.y) * (to.x - from.x)
        if x > point.x { isInside.toggle() }
      }
    }
    return isInside
  }
}
