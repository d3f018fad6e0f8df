import Diagnostics
import Foundation
import Markdown
import Notebooks

/// The lesson that a Jupyter notebook is, as a text and the files that belong beside it.
///
/// Markdown cells and directives are taken as they stand; code in another language becomes a listing,
/// which is shown and never run. Outputs are left out: running the lesson makes them anew.
public struct LessonText: Sendable {
  public let text: String
  /// Pictures that were attached to cells, by the name within `folder`.
  public let files: [String: Data]
  /// What could not be taken over as it was.
  public let diagnostics: [Diagnostic]

  /// - Parameter folder: where the pictures go, as the text is to name it: `lesson.assets`.
  public init(of notebook: JupyterNotebook, picturesIn folder: String) {
    var attachments = Attachments(folder: folder)
    var text = notebook.origin?.before ?? ""
    let cells = notebook.cells.enumerated().filter { !$0.element.source.isEmpty }
    for (index, (number, cell)) in cells.enumerated() {
      let next = index + 1 < cells.count ? cells[index + 1].element : nil
      var cell = cell
      cell.source = attachments.extracted(from: cell, number: number + 1)
      text += notebook.form(of: cell, isFirst: index == 0, isLast: next == nil)
      text += Self.gap(after: cell, before: next)
    }
    let isWindows = notebook.origin?.newline == "\r\n"
    self.text = isWindows ? LineEnding.windows(text) : text
    files = attachments.files
    diagnostics = attachments.diagnostics
  }

  /// What was between two cells, as long as they are still neighbours.
  private static func gap(after cell: JupyterCell, before next: JupyterCell?) -> String {
    let usual = next == nil ? "\n" : JupyterNotebook.usualGap
    guard let recorded = cell.origin?.after, cell.origin?.next == next?.id else { return usual }
    return recorded
  }
}

/// How cells are written in a lesson.
extension JupyterNotebook {
  fileprivate func form(of cell: JupyterCell, isFirst: Bool, isLast: Bool) -> String {
    let source = cell.source
    switch cell.kind {
    case .markdown:
      // A lesson's own text is its own affair.
      let isRule = origin == nil && isFirst && source.hasPrefix("---")
      return (isRule ? "\n" : "") + (origin != nil && isLast ? source : Self.closed(source))
    case .raw where isFirst && Self.isFrontMatter(source): return source
    case .raw: return MarkdownText.listing(source, language: Self.language(ofRaw: cell.format))
    case .code where cell.origin?.directive != nil || origin != nil && Self.isDirective(source):
      return source
    case .code: return MarkdownText.listing(source, language: language ?? "python")
    }
  }

  /// A fence that nobody closed ends with its cell, as it does in Jupyter.
  private static func closed(_ source: String) -> String {
    let file = SourceFile(name: "", text: source)
    guard let last = Markdown.parse(file, as: .github).blocks.last,
      case .code(let code) = last.kind,
      code.isFenced, !code.isClosed
    else { return source }
    let mark = file[last.range].first ?? "`"
    return source + (source.hasSuffix("\n") ? "" : "\n") + file[last.range].prefix { $0 == mark }
  }

  private static func isFrontMatter(_ source: String) -> Bool {
    let document = Markdown.parse(SourceFile(name: "", text: source))
    return document.frontMatter != nil && document.blocks.isEmpty
  }

  /// Whether the whole source is one fenced block `{name}`, as a person may add one in Jupyter to what
  /// was a lesson; in any other notebook it is code, and not to be run.
  private static func isDirective(_ source: String) -> Bool {
    let blocks = Markdown.parse(SourceFile(name: "", text: source)).blocks
    guard blocks.count == 1, case .code(let code)? = blocks.first?.kind else { return false }
    return code.isDirective && code.isClosed
  }

  private static func language(ofRaw format: String?) -> String {
    switch format {
    case "text/html", "html": "html"
    case "text/latex", "latex": "latex"
    case "text/restructuredtext", "rst": "rst"
    case "text/markdown", "markdown": "markdown"
    default: "text"
    }
  }
}

/// The fence of a block of code.
enum Fence {
  /// Longer than any run of backticks in a text, and at least three.
  static func around(_ text: String) -> String {
    var (longest, run) = (0, 0)
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return String(repeating: "`", count: max(3, longest + 1))
  }
}
