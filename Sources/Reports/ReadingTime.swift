import Markdown
import Notebooks

/// How long a reader needs for the prose of a lesson, from how fast people read aloud in its language.
///
/// Words a minute for scripts with blanks, characters a minute for Chinese: Trauzettel-Klosinski &
/// Dietz 2012, "Standardized assessment of reading performance: the new International Reading Speed
/// Texts IReST", table 2.
struct ReadingTime {
  /// Whole minutes, at least one.
  let minutes: Int

  private static let englishWords = 228.0
  private static let russianWords = 184.0
  private static let chineseCharacters = 255.0

  init(of notebook: Notebook) {
    var words = 0
    var characters = 0
    for case .prose(let blocks) in notebook.cells {
      for block in blocks {
        block.forEachInline { inline in
          guard case .text(let text) = inline.kind else { return }
          let ideographs = Self.ideographs(in: text)
          characters += ideographs
          if ideographs == 0 { words += text.utf8.split(separator: UInt8(ascii: " ")).count }
        }
      }
    }
    let pace =
      notebook.frontMatter.language.hasPrefix("ru") ? Self.russianWords : Self.englishWords
    let time = Double(words) / pace + Double(characters) / Self.chineseCharacters
    minutes = max(1, Int(time.rounded()))
  }

  /// Ideographs begin at U+3000, so that one byte tells text that can have none.
  private static func ideographs(in text: String) -> Int {
    guard text.utf8.contains(where: { $0 >= 0xE3 }) else { return 0 }
    return text.unicodeScalars.count { $0.properties.isIdeographic }
  }
}
