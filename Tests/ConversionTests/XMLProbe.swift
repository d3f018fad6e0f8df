import Foundation
import FoundationXML

/// What an XML parser makes of a text: whether it is well-formed, its outermost element and the size
/// that says.
final class XMLProbe: NSObject, XMLParserDelegate {
  private(set) var isWellFormed = false
  private(set) var root = ""
  private(set) var size: (width: Double, height: Double)?

  init(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    guard root.isEmpty else { return }
    root = name
    if let width = attributes["width"].flatMap(Double.init),
      let height = attributes["height"].flatMap(Double.init)
    {
      size = (width, height)
    }
  }
}
