/// A node of an HTML, SVG or MathML tree.
///
/// Text and attribute values are escaped when written; there is no way to put raw markup in.
/// That is what makes a page from a hostile notebook inert.
public enum Node: Sendable, Equatable {
  case element(Element)
  case text(String)
}

/// An element with its attributes, in the order given, and its children.
public struct Element: Sendable, Equatable {
  public let name: String
  public var attributes: Attributes
  public var children: [Node]

  public init(_ name: String, _ attributes: Attributes = [:], _ children: [Node] = []) {
    self.name = name
    self.attributes = attributes
    self.children = children
  }

  /// An element that holds only text.
  public init(_ name: String, _ attributes: Attributes = [:], text: String) {
    self.init(name, attributes, [.text(text)])
  }
}

/// The attributes of an element in the order written: `["class": "plot", "width": "640"]`.
///
/// Nothing is written for a nil value, so a condition needs no `if`.
public struct Attributes: Sendable, Equatable, ExpressibleByDictionaryLiteral {
  public private(set) var pairs: [Pair]

  public struct Pair: Sendable, Equatable {
    public let name: String
    public let value: String
  }

  public init(dictionaryLiteral elements: (String, String?)...) {
    pairs = elements.compactMap { name, value in value.map { Pair(name: name, value: $0) } }
  }

  /// The value of an attribute; setting it replaces the old value or adds the attribute at the end.
  public subscript(name: String) -> String? {
    get { pairs.first { $0.name == name }?.value }
    set {
      let index = pairs.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): pairs[index] = Pair(name: name, value: value)
      case (let index?, nil): pairs.remove(at: index)
      case (nil, let value?): pairs.append(Pair(name: name, value: value))
      case (nil, nil): break
      }
    }
  }
}
