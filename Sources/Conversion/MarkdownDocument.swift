import Diagnostics
import Foundation
import Markdown
import Notebooks
import Reports

/// A lesson that was run as plain GitHub-flavoured Markdown, with its results in it.
///
/// A code host shows neither inline SVG nor `data:` addresses, so pictures are files beside the text.
public struct MarkdownDocument: Sendable {
  public let text: String
  /// By the name within the folder of pictures.
  public let files: [String: Data]

  /// - Parameters:
  ///   - assets: the folder of pictures as the text is to name it: `lesson.assets`.
  ///   - keepsPictures: whether the text will lie beside the lesson, where its own pictures are
  ///     found; else they are copied.
  public init(
    of run: Run, showing exhibits: Exhibits, assets: String, keepsPictures: Bool = true
  ) {
    var writer = MarkdownWriter(assets: assets)
    let file = run.notebook.file
    let prose = ProseEdits(
      of: run, exhibits: exhibits, pictures: keepsPictures ? nil : run.notebook.folder)
    var parts = [writer.masthead(of: run, banners: exhibits.banners)]
    var cells = exhibits.cells[...]
    for piece in LessonPieces(of: file).pieces {
      switch piece.kind {
      case .frontMatter: break
      case .prose: parts.append(prose.applied(to: piece.range, of: file, &writer))
      case .directive:
        if let cell = cells.popFirst() { parts += writer.blocks(of: cell) }
      }
    }
    text = parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    files = writer.files
  }
}
