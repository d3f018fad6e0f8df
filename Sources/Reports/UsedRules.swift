/// A stylesheet cut down to the rules that a page can use.
///
/// A rule is kept for those of its selectors whose classes all occur in the page; what a selector has in
/// parentheses (`:not(.wide)`) is not looked at. So a page without pictures does not carry the rules
/// for pictures.
struct UsedRules {
  private let classes: Set<Substring>

  /// - Parameter html: the page without its stylesheet.
  init(in html: String) {
    var found: Set<Substring> = []
    var rest = html[...]
    while let start = rest.firstRange(of: "class=\"") {
      rest = rest[start.upperBound...]
      let value = rest.prefix { $0 != "\"" }
      found.formUnion(value.split(separator: " "))
      rest = rest[value.endIndex...]
    }
    classes = found
  }

  /// The rules of a stylesheet that are used, in their order.
  func of(_ stylesheet: String) -> String {
    var result = ""
    var rest = stylesheet[...]
    while let open = rest.firstIndex(of: "{") {
      let prelude = rest[..<open].drop { $0.isWhitespace }
      let (body, after) = Self.block(rest[open...])
      rest = after
      if prelude.hasPrefix("@media") || prelude.hasPrefix("@container")
        || prelude.hasPrefix("@supports")
      {
        let inner = of(String(body))
        if !inner.isEmpty { result += "\(prelude){\(inner)}\n" }
      } else if prelude.hasPrefix("@") {
        result += "\(prelude){\(body)}\n"
      } else {
        let selectors = Self.selectors(prelude).filter(isUsed)
        if !selectors.isEmpty { result += "\(selectors.joined(separator: ",")){\(body)}\n" }
      }
    }
    return result
  }

  /// What stands between a brace and the one that closes it, and what follows.
  private static func block(_ text: Substring) -> (body: Substring, after: Substring) {
    var depth = 0
    for index in text.indices {
      if text[index] == "{" { depth += 1 }
      if text[index] == "}" { depth -= 1 }
      if depth == 0 {
        return (text[text.index(after: text.startIndex)..<index], text[text.index(after: index)...])
      }
    }
    return (text.dropFirst(), text[text.endIndex...])
  }

  /// A list of selectors, taken apart at the commas outside parentheses.
  private static func selectors(_ list: Substring) -> [Substring] {
    var parts: [Substring] = []
    var start = list.startIndex
    var depth = 0
    for index in list.indices {
      switch list[index] {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "," where depth == 0:
        parts.append(list[start..<index])
        start = list.index(after: index)
      default: break
      }
    }
    return (parts + [list[start...]]).map { part in
      part.drop { $0.isWhitespace }
    }
  }

  /// Whether every class of a selector occurs in the page.
  private func isUsed(_ selector: Substring) -> Bool {
    var depth = 0
    var index = selector.startIndex
    while index < selector.endIndex {
      switch selector[index] {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "." where depth == 0:
        let name = selector[selector.index(after: index)...].prefix {
          $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_"
        }
        if !classes.contains(name) { return false }
      default: break
      }
      index = selector.index(after: index)
    }
    return true
  }
}
