import Diagnostics
import Foundation
import Markdown
import Notebooks
import Reports

/// The places in a lesson's prose where plain Markdown needs something else: values, references,
/// labels of equations, pictures. All the rest stays as written, to the byte.
struct ProseEdits {
  private struct Edit {
    let range: Range<Int>
    let text: String
    var picture: LessonFolder.Picture?
  }

  private var edits: [Edit] = []

  /// - Parameter pictures: where the lesson's pictures are to be copied from; nil leaves them.
  init(of run: Run, exhibits: Exhibits, pictures: LessonFolder?) {
    var blocks = run.notebook.footnotes.flatMap(\.blocks)
    for case .prose(let prose) in run.notebook.cells { blocks += prose }
    for block in blocks {
      block.forEachBlock { block in
        if case .formula(let formula) = block.kind {
          add(formula, at: block.range, exhibits, run)
        }
      }
      block.forEachInline { inline in add(inline, exhibits, run, pictures) }
    }
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func add(
    _ inline: Inline, _ exhibits: Exhibits, _ run: Run, _ pictures: LessonFolder?
  ) {
    switch inline.kind {
    case .role(let role):
      guard case .value(let text)? = run.inlineValues[role.content.offset(inFile: 0)] else {
        return edits.append(Edit(range: inline.range, text: "–"))
      }
      edits.append(Edit(range: inline.range, text: MarkdownText.escaped(text)))
    case .reference(let reference):
      let (text, target) = exhibits.text(of: reference)
      edits.append(
        Edit(range: inline.range, text: target.map { "[\(text)](#\($0))" } ?? text))
    case .formula(let formula) where formula.isDisplayed:
      add(formula, at: inline.range, exhibits, run)
    case .image(let image):
      guard let picture = try? pictures?.picture(image.source) else { return }
      let words = MarkdownText.escaped(image.description.plainText)
      edits.append(Edit(range: inline.range, text: words, picture: picture))
    default: break
    }
  }

  /// `$$ … $$ {#eq-loss}` becomes a target to lead to and a formula that bears its number.
  private mutating func add(
    _ formula: Formula, at range: Range<Int>, _ exhibits: Exhibits, _ run: Run
  ) {
    guard let label = formula.label, let number = exhibits.number(of: formula) else { return }
    let end = formula.tex.range(inFile: 0..<formula.tex.text.utf8.count).upperBound
    if run.notebook.equations[label.text] != nil {
      // Within a sentence, a table or a quotation a blank line would end what the formula stands in.
      let isApart = run.notebook.file.position(of: range.lowerBound).column == 1
      let anchor = MarkdownText.anchor(label.text)
      edits.append(
        Edit(
          range: range.lowerBound..<range.lowerBound,
          text: isApart ? anchor : anchor.trimmingCharacters(in: .newlines)))
    }
    // Rows that number themselves take no number from outside.
    let isTagged = ["\\tag", "\\begin{align", "\\begin{gather"].contains(
      where: formula.tex.text.contains)
    edits.append(Edit(range: end..<end, text: isTagged ? "" : " \\tag{\(number)}"))
    // What follows the closing dollars is the label.
    let closed = end + 2
    guard closed < range.upperBound else { return }
    edits.append(Edit(range: closed..<range.upperBound, text: ""))
  }

  /// A piece of the lesson with the edits that stand in it.
  func applied(
    to range: Range<Int>, of file: SourceFile, _ writer: inout MarkdownWriter
  ) -> String {
    var text = ""
    var cursor = range.lowerBound
    for edit in edits
    where edit.range.lowerBound >= cursor && edit.range.upperBound <= range.upperBound {
      text += file[cursor..<edit.range.lowerBound]
      text += edit.picture.map { writer.picture(edit.text, $0) } ?? edit.text
      cursor = edit.range.upperBound
    }
    return text + file[cursor..<range.upperBound]
  }
}
