import Diagnostics
import Markdown

/// Checks the headings of a notebook and finds the level that each has on its page.
///
/// The page's title is its only heading of the first level, and going down leaves none out: what is
/// written `####` under `##` becomes one of the third.
struct HeadingReader {
  private(set) var diagnostics: [Diagnostic] = []
  /// By the identifiers of the headings; one without words has none.
  private(set) var levels: [String: Int] = [:]
  /// The levels as written of the headings that the next one may stand under.
  private var open: [Int] = []

  mutating func read(_ block: Markdown.Block) {
    var headings: [(Heading, Range<Int>)] = []
    block.forEachBlock { block in
      if case .heading(let heading) = block.kind { headings.append((heading, block.range)) }
    }
    for (heading, range) in headings { read(heading, at: range) }
  }

  private mutating func read(_ heading: Heading, at range: Range<Int>) {
    guard !heading.isBlank else {
      diagnostics.append(
        .warning(
          "heading.empty", "this heading has no words", at: range,
          help: ["write them after the '#', or take the line out"]))
      return
    }
    let level = max(Self.first, heading.level)
    while let last = open.last, last >= level { open.removeLast() }
    let above = open.last ?? Self.first - 1
    if level > above + 1 {
      let place = open.isEmpty ? "the title" : "one of level \(above)"
      let marks = String(repeating: "#", count: above + 1)
      diagnostics.append(
        .warning(
          "heading.level", "a heading of level \(level) under \(place)",
          at: range.lowerBound..<range.lowerBound + level, help: ["write '\(marks)'"]))
    }
    open.append(level)
    levels[heading.id] = Self.first - 1 + open.count
  }

  /// Both `#` and `##` stand right under the title.
  private static let first = 2
}

extension Heading {
  /// Whether there is nothing in it to see.
  var isBlank: Bool {
    content.allSatisfy { inline in
      switch inline.kind {
      case .text(let text): text.allSatisfy(\.isWhitespace)
      case .softBreak, .lineBreak: true
      default: false
      }
    }
  }
}
