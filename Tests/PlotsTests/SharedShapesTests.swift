import Markup
import Testing

@testable import Plots

@Suite("Shapes that several pictures share")
struct SharedShapesTests {
  private static let points = (0..<100).map { Point(x: Double($0), y: Double($0 * $0 % 17)) }

  private static func picture(_ id: String, _ points: [Point]) -> Node {
    Plot(
      "Points", description: "Points.", x: Axis("x"), y: Axis("y"),
      marks: [Dots("a", points, paint: .series(0))]
    ).picture(id: id).drawing
  }

  @Test("the same points in two pictures are written once and drawn four times, with their halos")
  func once() {
    let pictures = [Self.picture("one", Self.points), Self.picture("two", Self.points)]
    var shapes = SharedShapes(in: pictures)
    let tree = Tree(pictures.map { shapes.sharing(in: $0) })
    let long = tree.values(of: "d").filter { $0.utf8.count > 500 }
    #expect(long.count == 1)
    let name = tree.elements(named: "path").first { $0.attributes["d"] == long.first }?
      .attributes["id"]
    let uses = tree.elements(named: "use").filter { $0.attributes["stroke-width"] != nil }
    #expect(uses.count == 4)
    #expect(Set(uses.map { $0.attributes["href"] }) == [name.map { "#\($0)" }])
    #expect(Set(uses.map { $0.attributes["stroke-width"] }) == ["7", "9"])
  }

  @Test("a shape that comes once, or is short, stays where it is")
  func alone() {
    let line = Node.element(
      "div", [:],
      [.element("path", ["d": "M0 0h1"]), .element("path", ["d": "M0 0h1"])])
    let long = Node.element(
      "div", [:], [.element("path", ["d": String(repeating: "M1 1h0", count: 100)])])
    var shapes = SharedShapes(in: [line, long])
    #expect(shapes.sharing(in: line) == line)
    #expect(shapes.sharing(in: long) == long)
  }

  @Test("axes that are the same in two pictures are written in the first and used in the second")
  func axes() {
    let pictures = [Self.picture("one", Self.points), Self.picture("two", Self.points)]
    var shapes = SharedShapes(in: pictures)
    let first = Tree([shapes.sharing(in: pictures[0])])
    let second = Tree([shapes.sharing(in: pictures[1])])
    let axes = first.elements(named: "g").filter { $0.attributes["class"] == "plot-axes" }
    let names = Set(axes.compactMap { $0.attributes["id"] })
    #expect(!names.isEmpty)
    #expect(!first.elements(named: "text").filter { $0.attributes["x"] != nil }.isEmpty)
    let used = Set(second.elements(named: "use").compactMap { $0.attributes["href"] })
    #expect(names.isSubset(of: Set(used.map { String($0.dropFirst()) })))
    #expect(second.elements(named: "text").isEmpty)
  }

  @Test("axes with other numbers are written for themselves")
  func otherAxes() {
    let pictures = [
      Self.picture("one", Self.points),
      Self.picture("two", Self.points.map { Point(x: $0.x * 70, y: $0.y * 3) }),
    ]
    var shapes = SharedShapes(in: pictures)
    let tree = Tree(pictures.map { shapes.sharing(in: $0) })
    #expect(
      tree.elements(named: "svg").filter { $0.attributes["class"] == "plot-below" }.count == 2)
  }
}
