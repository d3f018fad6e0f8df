import Diagnostics
import Markdown

/// Something that may be written at a place of a lesson.
public struct Completion: Sendable, Equatable {
  public enum Kind: Sendable {
    case directive, option, value, label, function, parameter, reference
  }

  public let name: String
  public let kind: Kind
  /// What it is, in a few words.
  public let detail: String
  /// More about it, in Markdown.
  public let documentation: String
  /// What is written for it, in place of what stands at `range`.
  public let text: String
  public let range: Range<Int>
}

extension Notebook {
  /// What may be written at an offset of a lesson that is being written.
  ///
  /// The line of the offset is unfinished and could make the lesson unreadable, so the lesson is read
  /// without it; what that line is about to say is read from its beginning up to the offset.
  public static func completions(in file: SourceFile, at offset: Int) -> [Completion] {
    let line = file.range(ofLine: file.position(of: offset).line)
    let offset = max(line.lowerBound, min(offset, line.upperBound))
    let written = String(file[line.lowerBound..<offset])
    if let name = written.afterFence {
      return CompletionList(offset, name).directives(
        isClosed: file[offset..<line.upperBound].first == "}")
    }
    guard !written.isFence else { return [] }
    let notebook = Notebook(parsing: file, without: line)
    if let partial = written.after("${"), partial.isWord {
      return CompletionList(offset, partial).parameters(notebook.frontMatter.parameters)
    }
    let list = CompletionList(offset, written.lastWord)
    let scope = notebook.scope.before(line.lowerBound)
    if let source = notebook.source(at: line.lowerBound) {
      if let content = source.content, content.touches(line.lowerBound) {
        return notebook.completions(inContentOf: source, list, scope)
      }
      return list.options(written, above: file, line, source.options, scope, source: source)
    }
    if notebook.frontMatter.range?.touches(offset) == true {
      return list.options(written, above: file, line, FrontMatter.options, scope, source: nil)
    }
    return notebook.completions(inProse: written, at: offset, list, scope)
  }

  /// Reads a lesson without the line that is being written.
  private init(parsing file: SourceFile, without line: Range<Int>) {
    self.init(parsing: file.blank(line))
    guard source(at: line.lowerBound) == nil, isUnclosed else { return }
    // The fence of the cell that is being written is not closed yet.
    self.init(
      parsing: SourceFile(name: file.name, text: file[0..<line.lowerBound] + "\n\n```\n"))
  }

  private func completions(
    inContentOf source: CellSource, _ list: CompletionList, _ scope: Scope
  ) -> [Completion] {
    guard source.directive is ExpectDirective || source.directive is ComputeDirective else {
      return []
    }
    let symbols = notation(named: nil, at: source.head.lowerBound)?.codeNames ?? []
    return list.expression(scope) + list.symbols(symbols)
  }

  private func completions(
    inProse written: String, at offset: Int, _ list: CompletionList, _ scope: Scope
  ) -> [Completion] {
    if let inside = written.after("{eval}`"), !inside.contains("`") {
      return list.expression(scope)
    }
    guard let partial = written.after("@"), partial.isWord else { return [] }
    return CompletionList(offset, partial).references(self)
  }

  private var isUnclosed: Bool {
    diagnostics.contains { $0.id == "markdown.fence" }
  }
}

extension SourceFile {
  /// The same file with blanks for a line, so that all else stays where it is.
  fileprivate func blank(_ line: Range<Int>) -> SourceFile {
    SourceFile(
      name: name,
      text: self[0..<line.lowerBound] + String(repeating: " ", count: line.count)
        + self[line.upperBound..<utf8Count])
  }
}

extension String {
  /// The beginning of a directive's name after ```` ```{ ````; nil if this is no such line.
  fileprivate var afterFence: String? {
    let fence = prefix { $0 == "`" || $0 == "~" }
    guard fence.count >= 3, dropFirst(fence.count).drop(while: { $0 == " " }).first == "{" else {
      return nil
    }
    let name = drop { $0 != "{" }.dropFirst()
    return String(name).isWord ? String(name) : nil
  }

  /// Whether it begins or ends a fenced block; only its name is completed.
  fileprivate var isFence: Bool {
    let text = drop { $0 == " " }
    return text.hasPrefix("```") || text.hasPrefix("~~~")
  }

  /// What follows the last `mark`.
  fileprivate func after(_ mark: String) -> String? {
    var start = endIndex
    while start > startIndex {
      start = index(before: start)
      if self[start...].hasPrefix(mark) { return String(self[start...].dropFirst(mark.count)) }
    }
    return nil
  }

  var isWord: Bool { allSatisfy(\.isNamePart) }

  /// The name that ends here.
  var lastWord: String { String(reversed().prefix(while: \.isNamePart).reversed()) }
}

extension Character {
  /// Whether it can be part of an option, a label or a measure.
  fileprivate var isNamePart: Bool { isLetter || isNumber || "_-.".contains(self) }
}
