import Diagnostics
import Markdown

/// What a link can lead to within a lesson that is only read, not run: its headings and labels.
enum LessonAnchors {
  /// - Parameter text: the lesson as written.
  static func all(in text: String) -> Set<String> {
    let document = Markdown.parse(SourceFile(name: "", text: text))
    let blocks = document.blocks + document.footnotes.flatMap(\.blocks)
    var anchors = headings(in: blocks)
    for block in blocks {
      for formula in block.displayedFormulas {
        if let label = formula.label { anchors.insert(label.text) }
        anchors.formUnion(labels(in: formula.tex.text))
      }
      guard case .code(let code) = block.kind, code.isDirective else { continue }
      // What the cell shows is known only where it is read whole.
      if let label = code.info.text.split(separator: " ").dropFirst().first {
        anchors.formUnion(ExhibitKind.allCases.map { $0.anchor(of: String(label)) })
      }
    }
    return anchors
  }

  /// The identifiers of the headings that a page shows.
  static func headings(in blocks: [Markdown.Block]) -> Set<String> {
    var ids: Set<String> = []
    for block in blocks {
      block.forEachBlock { block in
        if case .heading(let heading) = block.kind, !heading.isBlank { ids.insert(heading.id) }
      }
    }
    return ids
  }

  /// The names that `\label{…}` gives.
  private static func labels(in tex: String) -> [String] {
    tex.split(separator: "\\label{", omittingEmptySubsequences: false).dropFirst().map {
      String($0.prefix { $0 != "}" })
    }
  }
}
