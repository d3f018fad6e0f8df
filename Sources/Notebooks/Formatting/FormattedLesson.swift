import Diagnostics
import Markdown

/// A lesson with its front matter and directives in the canonical spelling.
///
/// Prose, formulas, code and everything below a line `---` stay as they are to the byte; what the
/// lesson means never changes. A lesson whose structure or settings cannot be read stays as it is.
public struct FormattedLesson: Sendable {
  public let text: String
  /// Why the lesson was left alone; empty if it was not.
  public let diagnostics: [Diagnostic]

  public init(of file: SourceFile, directives: DirectiveSet = .standard) {
    let document = Markdown.parse(file)
    var diagnostics = document.diagnostics.filter { $0.severity == .error }
    var edits: [Edit] = []
    do throws(DiagnosticList) {
      if let yaml = document.frontMatter { edits.append(try Self.edit(yaml, of: file)) }
    } catch {
      diagnostics += error.diagnostics
    }
    for block in document.blocks {
      guard case .code(let code) = block.kind, code.isDirective else { continue }
      do throws(DiagnosticList) {
        if let edit = try Self.edit(code, at: block.range, of: file, directives) {
          edits.append(edit)
        }
      } catch {
        diagnostics += error.diagnostics
      }
    }
    self.diagnostics = diagnostics
    guard diagnostics.isEmpty else {
      text = file.text
      return
    }
    // Blank lines at the end of raw HTML are a part of it.
    if case .html = document.blocks.last?.kind {
    } else if let edit = Self.end(of: file) {
      edits.append(edit)
    }
    text = Self.applying(edits, to: file)
  }

  private typealias Edit = (range: Range<Int>, text: String)

  /// The text with its edits, which are in order and apart, in the line endings of the file.
  private static func applying(_ edits: [Edit], to file: SourceFile) -> String {
    let firstLine = file.range(ofLine: 1)
    let isWindows = file[firstLine.upperBound..<firstLine.upperBound + 2] == "\r\n"
    var result = ""
    var offset = 0
    for edit in edits where edit.range.lowerBound >= offset {
      result += file[offset..<edit.range.lowerBound]
      result += isWindows ? edit.text.replacing("\n", with: "\r\n") : edit.text
      offset = edit.range.upperBound
    }
    return result + file[offset..<file.utf8Count]
  }

  /// The front matter from the start of the file, with the two lines around it and one blank line
  /// after it.
  private static func edit(
    _ yaml: SourceExcerpt, of file: SourceFile
  ) throws(DiagnosticList) -> Edit {
    let whole = yaml.range(inFile: 0..<yaml.text.utf8.count)
    let end = whole.isEmpty ? yaml.offset(inFile: 0) : whole.upperBound
    var line = file.position(of: end).line + 1
    while line <= file.lineCount, file[file.range(ofLine: line)].isBlank { line += 1 }
    let isLast = line > file.lineCount
    let next = isLast ? file.utf8Count : file.range(ofLine: line).lowerBound
    let body = try YAMLFormat.formatted(yaml)
    return (0..<next, "---\n" + body + "---\n" + (isLast ? "" : "\n"))
  }

  /// A fenced block as a whole; nil where its first line is not `{name} label`, which is left alone.
  private static func edit(
    _ block: CodeBlock, at range: Range<Int>, of file: SourceFile, _ directives: DirectiveSet
  ) throws(DiagnosticList) -> Edit? {
    let words = block.info.text.split(separator: " ")
    guard (1...2).contains(words.count), let name = words.first?.dropFirst().dropLast(),
      words[0].hasSuffix("}"), let type = directives[String(name)]
    else { return nil }
    let fence = file[range].prefix { $0 == file[range].first }
    let parts = DirectiveParts(block.content, for: type)
    var lines = [fence + words.joined(separator: " ")]
    lines.append(try YAMLFormat.formatted(parts.yaml) + (parts.isParted ? "---\n" : ""))
    if let content = parts.content { lines[1] += content.text.replacing("\r\n", with: "\n") }
    lines[1] += lines[1].isEmpty || lines[1].hasSuffix("\n") ? "" : "\n"
    // Blanks before the fence are no part of the block.
    let line = file.range(ofLine: file.position(of: range.lowerBound).line)
    return (line.lowerBound..<range.upperBound, lines[0] + "\n" + lines[1] + fence)
  }

  /// One line ending at the end of the file, in place of none or of blank lines.
  private static func end(of file: SourceFile) -> Edit? {
    var line = file.lineCount
    while line >= 1, file[file.range(ofLine: line)].isBlank { line -= 1 }
    return line < 1 ? nil : (file.range(ofLine: line).upperBound..<file.utf8Count, "\n")
  }
}

extension Substring {
  fileprivate var isBlank: Bool { utf8.allSatisfy { [0x20, 0x09, 0x0D].contains($0) } }
}
