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
    let uses = tree.elements(named: "use")
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
}
