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
          let ideographs = text.unicodeScalars.count(where: Self.isIdeograph)
          characters += ideographs
          if ideographs == 0 { words += text.split(separator: " ").count }
        }
      }
    }
    let pace =
      notebook.frontMatter.language.hasPrefix("ru") ? Self.russianWords : Self.englishWords
    let time = Double(words) / pace + Double(characters) / Self.chineseCharacters
    minutes = max(1, Int(time.rounded()))
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isIdeographic
  }
}
