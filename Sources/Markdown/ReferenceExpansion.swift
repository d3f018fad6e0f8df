import Diagnostics

/// What the references of a text expand to: each use of `[label]` copies the address and title that are
/// written once.
///
/// A text of a few kilobytes can so ask for a page of any size. cmark-gfm bounds it since 0.29.0.gfm.7, to
/// the larger of 100 kB and the text's own size; here is the same bound for all versions.
struct ReferenceExpansion {
  static let smallestLimit = 100_000
  /// What the parser may copy while it is not known whether the text is within its limit.
  private static let mostCopied = 64 << 20

  let limit: Int
  private(set) var size = 0

  init(textSize: Int) { limit = max(Self.smallestLimit, textSize) }

  var isWithinLimit: Bool { size <= limit }

  /// Counts what a link copies beyond what is written where it stands.
  mutating func count(copied: Int, written: Int) { size += max(0, copied - written) }

  static func diagnostic(limit: Int, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "markdown.expansion",
      "the references of this lesson expand to more than \(limit) bytes of addresses and titles",
      at: range,
      help: [
        "the limit is the size of the lesson, at least \(smallestLimit): shorten the address, or use "
          + "it less often"
      ])
  }

  // MARK: - Before the text is parsed

  /// The definition that makes a text too large to be even parsed; nil for any other text.
  static func bomb(in text: ArraySlice<UInt8>) -> Range<Int>? {
    let labels = labels(in: text)
    var definitions: [String: Range<Int>] = [:]
    for (index, label) in labels.enumerated() where label.isDefinition {
      let next = labels[(index + 1)...].first { $0.isDefinition }?.range.lowerBound
      let rest = text[label.range.upperBound..<max(next ?? text.endIndex, label.range.upperBound)]
      let range = label.range.lowerBound..<paragraphEnd(in: rest)
      // The first definition of a label counts.
      if range.count > smallestDefinition, definitions[label.name] == nil {
        definitions[label.name] = range
      }
    }
    guard !definitions.isEmpty else { return nil }
    var copied = 0
    for label in labels {
      guard let range = definitions[label.name] else { continue }
      copied += range.count
      if copied > max(mostCopied, 2 * text.count) { return range }
    }
    return nil
  }

  /// What is shorter makes no bomb: a use takes at least three bytes.
  private static let smallestDefinition = 200

  private typealias Label = (name: String, range: Range<Int>, isDefinition: Bool)

  /// Everything in brackets without brackets in it, at most 1,000 bytes (CommonMark 0.31, 4.7).
  private static func labels(in text: ArraySlice<UInt8>) -> [Label] {
    var labels: [Label] = []
    var start: Int?
    var index = text.startIndex
    while index < text.endIndex {
      switch text[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): start = index
      case UInt8(ascii: "]"):
        if let open = start, index - open <= 1000 {
          let isDefinition = index + 1 < text.endIndex && text[index + 1] == UInt8(ascii: ":")
          labels.append((name(text[open + 1..<index]), open..<index + 1, isDefinition))
        }
        start = nil
      default: break
      }
      index += 1
    }
    return labels
  }

  /// A label as the parser compares it: letters of any case alike, blanks as one.
  private static func name(_ bytes: ArraySlice<UInt8>) -> String {
    let words = bytes.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
    let text = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    return text.uppercased().lowercased()
  }

  private static func paragraphEnd(in text: ArraySlice<UInt8>) -> Int {
    var isBlank = false
    for index in text.indices {
      if text[index] == .newline {
        if isBlank { return index }
        isBlank = true
      } else if text[index] != 0x20, text[index] != 0x09, text[index] != 0x0D {
        isBlank = false
      }
    }
    return text.endIndex
  }
}
