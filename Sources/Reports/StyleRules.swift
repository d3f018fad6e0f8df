/// A stylesheet read once, so that a page can carry just the rules it uses.
///
/// Comments are gone, and so are the blanks that only a writer needs.
struct StyleRules: Sendable {
  private let rules: [Rule]

  private enum Rule: Sendable {
    /// `.plot, figure {…}`
    case style([Selector], body: String)
    /// `@media print {…}`, and `@supports` and `@container` alike.
    case group(String, StyleRules)
    /// Anything else that begins with `@`, such as `@page {…}`.
    case other(String)
  }

  private struct Selector: Sendable {
    let text: String
    /// The classes an element must have, itself or around it. What stands in parentheses, as in
    /// `:not(.wide)`, is not looked at.
    let classes: [String]

    init(_ text: String) {
      var classes: [String] = []
      var depth = 0
      var isClass = false
      for character in text {
        switch character {
        case "(", "[": depth += 1
        case ")", "]": depth -= 1
        default: break
        }
        if depth == 0, character == "." {
          classes.append("")
          isClass = true
        } else if isClass,
          character.isLetter || character.isNumber || character == "-" || character == "_"
        {
          classes[classes.count - 1].append(character)
        } else {
          isClass = false
        }
      }
      self.text = text
      self.classes = classes
    }
  }

  init(_ css: String) {
    var reader = ByteScanner(Self.compacted(Array(css.utf8)))
    self.init(from: &reader)
  }

  private init(from reader: inout ByteScanner) {
    var rules: [Rule] = []
    while let prelude = reader.text(upTo: UInt8(ascii: "{")) {
      let body = reader.block()
      if ["@media", "@supports", "@container"].contains(where: prelude.hasPrefix) {
        var inner = ByteScanner(body)
        rules.append(.group(prelude, StyleRules(from: &inner)))
      } else {
        let body = String(decoding: body, as: UTF8.self)
        rules.append(
          prelude.hasPrefix("@")
            ? .other("\(prelude){\(body)}")
            : .style(Self.selectors(prelude).map(Selector.init), body: body))
      }
    }
    self.rules = rules
  }

  /// The rules that a page with these classes can use, in their order, and of `:root` the custom
  /// properties that these rules name.
  func used(by classes: Set<String>) -> String {
    let all = rules(usedBy: classes, naming: nil)
    var names: Set<String> = []
    var scanner = ByteScanner(Array(all.utf8))
    while scanner.skip(past: "var(") { names.insert(scanner.name()) }
    return rules(usedBy: classes, naming: names)
  }

  private func rules(usedBy classes: Set<String>, naming names: Set<String>?) -> String {
    var result = ""
    for rule in rules {
      switch rule {
      case .style(let selectors, let body):
        let used = selectors.filter { $0.classes.allSatisfy(classes.contains) }
        guard !used.isEmpty else { continue }
        let text = used.map(\.text).joined(separator: ",")
        let kept = text == ":root" ? Self.properties(body, in: names) : body
        if !kept.isEmpty { result += "\(text){\(kept)}\n" }
      case .group(let prelude, let inner):
        let inner = inner.rules(usedBy: classes, naming: names)
        if !inner.isEmpty { result += "\(prelude){\(inner)}\n" }
      case .other(let text):
        result += "\(text)\n"
      }
    }
    return result
  }

  /// Declarations without the custom properties that have no such name.
  private static func properties(_ body: String, in names: Set<String>?) -> String {
    guard let names else { return body }
    return body.split(separator: ";").filter { declaration in
      !declaration.hasPrefix("--") || names.contains(String(declaration.prefix { $0 != ":" }))
    }.joined(separator: ";")
  }

  /// All classes of elements in pieces of HTML.
  static func classes(in pieces: String...) -> Set<String> {
    var found: Set<String> = []
    for piece in pieces {
      var scanner = ByteScanner(Array(piece.utf8))
      while scanner.skip(past: "class=\"") {
        guard let value = scanner.text(upTo: UInt8(ascii: "\"")) else { break }
        for name in value.split(separator: " ") { found.insert(String(name)) }
      }
    }
    return found
  }

  /// CSS without comments and without the blanks around marks; what is quoted stays as it is.
  private static func compacted(_ css: [UInt8]) -> [UInt8] {
    let opening = Set("{;,:>".utf8)
    let closing = Set("{};,>".utf8)
    var result: [UInt8] = []
    var quote: UInt8?
    var isBlank = false
    var index = 0
    while index < css.count {
      let byte = css[index]
      index += 1
      if let open = quote {
        result.append(byte)
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "/"), index < css.count, css[index] == UInt8(ascii: "*") {
        index += 1
        while index < css.count,
          !(css[index - 1] == UInt8(ascii: "*") && css[index] == UInt8(ascii: "/"))
        { index += 1 }
        index += 1
      } else if byte <= UInt8(ascii: " ") {
        isBlank = true
      } else {
        let last = result.last
        if isBlank, !closing.contains(byte), let last, !opening.contains(last),
          last != UInt8(ascii: "}")
        {
          result.append(UInt8(ascii: " "))
        }
        isBlank = false
        if byte == UInt8(ascii: "}"), last == UInt8(ascii: ";") { result.removeLast() }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
        result.append(byte)
      }
    }
    return result
  }

  /// A list of selectors, taken apart at the commas outside parentheses.
  private static func selectors(_ list: String) -> [String] {
    var parts: [String] = [""]
    var depth = 0
    for character in list {
      switch character {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      default: break
      }
      if character == ",", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }
}
