import CCMarkGFM
import Diagnostics

/// A Markdown file as a tree of values, every node with its place in the file.
public struct Document: Sendable, Equatable {
  public let blocks: [Block]
  /// Those the text refers to, in the order of first reference.
  public let footnotes: [Footnote]
  /// The YAML between the `---` lines at the very start, without those lines.
  public let frontMatter: SourceExcerpt?
  /// An unclosed fence, unclosed front matter, a formula without end, nesting past the limit.
  public let diagnostics: [Diagnostic]
}

/// What a text is read as.
public enum Dialect: Sendable {
  /// GitHub-flavoured Markdown and nothing else.
  case github
  /// With front matter, TeX, roles and references besides.
  case notebook
}

/// Parses a file as Markdown: CommonMark with tables, strikethrough, autolinks, task lists and
/// footnotes, and what the dialect adds.
///
/// Every text has a tree; what is doubtful about it stands in `diagnostics`. Calls from several
/// threads wait for each other.
public func parse(_ file: SourceFile, as dialect: Dialect = .notebook) -> Document {
  let bytes = Array(file.text.utf8)
  guard bytes.count <= CommonMark.largestFile else {
    let size = "\(CommonMark.largestFile >> 20) MiB"
    return Document(
      blocks: [], footnotes: [], frontMatter: nil,
      diagnostics: [Diagnostic("markdown.size", "this file is larger than \(size)")])
  }
  return CommonMark.shared.withLock { $0.document(of: bytes, as: dialect) }
}

extension CommonMark {
  fileprivate func document(of bytes: [UInt8], as dialect: Dialect) -> Document {
    let isNotebook = dialect == .notebook
    let front = isNotebook ? FrontMatter(of: bytes) : nil
    let base = front?.end ?? 0
    let covered = PipeGuard(bytes[base...], coversFormulas: isNotebook)
    let reader = TreeReader(
      SourceLines(bytes, from: base), cover: covered.cover, textSize: bytes.count)
    if let diagnostic = front?.diagnostic { reader.report(diagnostic) }
    if let definition = ReferenceExpansion.bomb(in: bytes[base...]) {
      let limit = ReferenceExpansion(textSize: bytes.count).limit
      reader.report(ReferenceExpansion.diagnostic(limit: limit, at: definition))
      return Document(
        blocks: [], footnotes: [], frontMatter: front?.excerpt, diagnostics: reader.diagnostics)
    }
    let tree = parse(covered.bytes, withNotation: isNotebook) { reader.document($0) }
    return Document(
      blocks: tree?.blocks ?? [], footnotes: tree?.footnotes ?? [], frontMatter: front?.excerpt,
      diagnostics: reader.diagnostics)
  }
}

extension TreeReader {
  fileprivate func document(_ root: CMarkNode) -> (blocks: [Block], footnotes: [Footnote]) {
    let blocks = blocks(in: root, Place())
    var footnotes: [Footnote] = []
    var next = cmark_node_first_child(root)
    while let node = next {
      if cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION {
        footnotes.append(footnote(node, number: footnotes.count + 1))
      }
      next = cmark_node_next(node)
    }
    return (blocks, footnotes)
  }
}
