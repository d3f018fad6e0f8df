import Foundation
import Markup
import Testing

@testable import Plots

@Suite("A picture in a file of its own")
struct StandaloneTests {
  private static func document(_ name: String, width: Double = 720) throws -> Element {
    let sample = try #require(PictureSamples.all.first { $0.name == name })
    return Picture(drawing: try #require(sample.nodes.first)).standalone(width: width)
  }

  /// What stands in the page as HTML; formulas in graphs may stay in it.
  private static func pageElements(of node: Node) -> [String] {
    guard case .element(let element) = node, element.name != "foreignObject" else { return [] }
    let own = ["div", "ul", "li", "p", "span", "img", "details"].filter { $0 == element.name }
    return own + element.children.flatMap(pageElements)
  }

  @Test("is drawn with SVG alone, whatever the kind", arguments: PictureSamples.all.map(\.name))
  func svgAlone(_ name: String) throws {
    let document = try Self.document(name)
    #expect(Self.pageElements(of: .element(document)) == [])
    #expect(document.attributes["xmlns"] == "http://www.w3.org/2000/svg")
    let tree = Tree([.element(document)])
    #expect(tree.attributes.allSatisfy(Tree.isTame))
    let framed = tree.elements.filter { $0.attributes["class"] == "plot-svg plot-framed" }
    #expect(framed.isEmpty, "a stylesheet may not size what stands by itself")
    let html = try #require(PictureSamples.all.first { $0.name == name }?.nodes.first).html
    for kind in ["<path", "<rect", "<circle", "<img"] {
      let drawn = kind == "<img" ? "<image" : kind
      #expect(document.html.count(of: drawn) >= html.count(of: kind), "every \(kind) is there")
    }
  }

  @Test(
    "is as wide as asked and as high as it needs, with everything inside",
    arguments: PictureSamples.all.map(\.name), [360.0, 720.0])
  func extent(_ name: String, _ width: Double) throws {
    let document = try Self.document(name, width: width)
    let height = try #require(document.attributes["height"].flatMap(Double.init))
    #expect(document.attributes["width"] == String(Int(width)))
    #expect(height > 30)
    for case .element(let part) in document.children where part.name == "svg" {
      let numbers = ["x", "y", "width", "height"].map { name in
        part.attributes[name].flatMap(Double.init) ?? -1
      }
      #expect(numbers.allSatisfy { $0 >= 0 })
      #expect(numbers[0] + numbers[2] <= width + 0.5 && numbers[1] + numbers[3] <= height + 0.5)
    }
  }

  @Test("the same picture is the same file")
  func determinism() throws {
    for sample in PictureSamples.all {
      #expect(try Self.document(sample.name) == Self.document(sample.name))
    }
  }
}

extension String {
  fileprivate func count(of word: String) -> Int { components(separatedBy: word).count - 1 }
}
