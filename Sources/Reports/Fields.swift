import Mustache

/// What a template is filled in with: names, and the text, switch, part or list each stands for.
///
/// Templates could ask reflection for the members of a page. But the library asks of every type it meets
/// what it can do, which costs the first page of a program more than all the rest; so everything that
/// has members comes to it as this one type.
struct Fields: MustacheParent, ExpressibleByDictionaryLiteral {
  private let values: [String: Any]

  init(dictionaryLiteral elements: (String, Any?)...) {
    values = Dictionary(uniqueKeysWithValues: elements.map { ($0, $1 ?? Nothing()) })
  }

  var names: Set<String> { Set(values.keys) }

  func child(named name: String) -> Any? { values[name] }

  /// Stands for a member that is not there, so that it is not looked for further out.
  private struct Nothing: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
  }
}

/// A part of a page that templates can be filled in with.
///
/// Every member is named in `fields`; a test holds one to the other.
protocol PagePart {
  var fields: Fields { get }
}

extension Array where Element: PagePart {
  var fields: [Fields] { map(\.fields) }
}
