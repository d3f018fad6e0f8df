import Yams

/// A text as it is written in YAML, with its quotes if it has any.
struct ScalarSpelling {
  /// Where the text stands, which decides what it may hold without quotes.
  enum Place {
    case name
    case block
    /// In braces.
    case flow
    /// In brackets, where quotes are kept: if one item needs them, all may have them.
    case item
  }

  private let written: String

  init(_ written: String) { self.written = written }

  /// Without quotes where none are needed, else in double ones; in single ones what has `"` or `\`, so
  /// that TeX reads as it is. A text that needs escapes, or several lines, stays as it is.
  func canonical(_ place: Place) -> String {
    guard let quote = written.first, quote == "\"" || quote == "'", !written.contains("\n"),
      let text = Self.scalar(written, in: .block)?.string,
      text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else { return written }
    if Self.isPlain(text, in: place) { return text }
    if !text.contains("\""), !text.contains("\\") { return "\"\(text)\"" }
    if quote == "'" { return written }
    return "'\(text.replacing("'", with: "''"))'"
  }

  private static func isPlain(_ text: String, in place: Place) -> Bool {
    // What these begin is a sign of YAML, or looks like one.
    guard place != .item, let first = text.first, !"-?:,[]{}#&*!|>'\"%@`~=".contains(first),
      text.last != ":",
      !text.isReadAsValue, !text.contains(" #"), !text.contains(": ")
    else { return false }
    if place != .block, text.contains(where: { ",[]{}:".contains($0) }) { return false }
    guard let plain = scalar(text, in: place) else { return false }
    return plain.string == text && plain.style == .plain
  }

  private static func scalar(_ written: String, in place: Place) -> Yams.Node.Scalar? {
    switch place {
    case .name: (try? Yams.compose(yaml: "\(written): 1"))?.mapping?.first?.key.scalar
    case .block: (try? Yams.compose(yaml: "a: \(written)"))?.mapping?.first?.value.scalar
    case .flow, .item: (try? Yams.compose(yaml: "[\(written)]"))?.sequence?.first?.scalar
    }
  }
}

extension String {
  /// Whether options read this as something other than a text where it has no quotes: a number, a
  /// truth value, a range, nothing, or a parameter that may be any of them.
  var isReadAsValue: Bool {
    let words = ["", "~", "null", "true", "false", "yes", "no", "on", "off"]
    return words.contains(lowercased()) || contains("${") || contains("..")
      || Double(filter { $0 != "_" }) != nil
  }
}

extension Setting {
  /// Whether two settings say the same, wherever they stand and whatever their needless quotes.
  func means(_ other: Setting) -> Bool {
    switch (content, other.content) {
    case (.nothing, .nothing): true
    case (.text(let one, let isQuoted), .text(let two, let otherIsQuoted)):
      one == two && (isQuoted == otherIsQuoted || !one.isReadAsValue)
    case (.list(let one), .list(let two)):
      one.count == two.count && zip(one, two).allSatisfy { $0.means($1) }
    case (.mapping(let one), .mapping(let two)):
      one.count == two.count
        && zip(one, two).allSatisfy { $0.key == $1.key && $0.value.means($1.value) }
    default: false
    }
  }
}
