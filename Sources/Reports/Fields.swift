import Markup
import Mustache

/// What a template is filled in with: names, and the text, switch, part or list each stands for.
///
/// Text is escaped here and by its type: the template library would compare whole graphemes, and a mark
/// that joins with a `<` or a quote would carry it past. So templates write all they are given as it
/// is, `{{{…}}}`; one that does not escapes twice, and harms nobody.
///
/// Templates could ask reflection for the members of a page. But the library asks of every type it meets
/// what it can do, which costs the first page of a program more than all the rest; so everything that
/// has members comes to it as this one type.
struct Fields: MustacheParent, ExpressibleByDictionaryLiteral {
  private let values: [String: Any]

  init(dictionaryLiteral elements: (String, (any Filling)?)...) {
    values = Dictionary(uniqueKeysWithValues: elements.map { ($0, $1?.filling ?? Nothing()) })
  }

  var names: Set<String> { Set(values.keys) }

  func child(named name: String) -> Any? { values[name] }

  /// Stands for a member that is not there, so that it is not looked for further out.
  private struct Nothing: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
  }
}

/// What a name in a template can stand for.
protocol Filling {
  /// As the template library takes it.
  var filling: Any { get }
}

extension String: Filling {
  var filling: Any { Node.text(self).html }
}

extension HTML: Filling {
  var filling: Any { text }
}

extension Bool: Filling {
  var filling: Any { self }
}

extension Fields: Filling {
  var filling: Any { self }
}

extension Array: Filling where Element: Filling {
  var filling: Any {
    if let fields = self as? [Fields] { return fields }
    return compactMap { $0.filling as? String }
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
