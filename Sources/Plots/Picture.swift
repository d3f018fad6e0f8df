import Markup

/// A finished picture: what is seen, and the same as a table for who cannot see it.
public struct Picture: Sendable, Equatable {
  /// A `div` with the `svg` (and its key, if it has one).
  public let drawing: Node
  /// A closed `details` with the data as a table; nil where the picture is made of text anyway.
  public let data: Node?

  public var nodes: [Node] { [drawing] + (data.map { [$0] } ?? []) }

  package init(drawing: Node, data: Node? = nil) {
    self.drawing = drawing
    self.data = data
  }

  /// The attributes by which an `svg` is a named and described picture.
  static func accessible(id: String, class name: String, style: String? = nil) -> Attributes {
    [
      "class": name, "style": style, "role": "img", "aria-labelledby": "\(id)-title",
      "aria-describedby": "\(id)-desc",
    ]
  }

  /// The name and description that `accessible(id:class:)` refers to.
  static func names(id: String, title: String, description: String) -> [Node] {
    [
      .element("title", ["id": "\(id)-title"], text: title),
      .element("desc", ["id": "\(id)-desc"], text: description),
    ]
  }
}
