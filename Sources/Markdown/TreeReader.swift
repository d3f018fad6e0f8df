import CCMarkGFM
import Diagnostics

/// Turns the parser's tree into values; what its parts share while they do so.
final class TreeReader {
  /// How deep blocks and inlines may be nested in each other. No text that a person reads comes
  /// near it, and the values can be walked recursively.
  static let deepestNesting = 100

  let lines: SourceLines
  /// The byte that stands for the pipes of formulas, as `PipeGuard` chose it.
  let cover: UInt8?
  var headingIDs = HeadingIDs()
  private(set) var diagnostics: [Diagnostic] = []
  private var hasReportedNesting = false
  private var expansion: ReferenceExpansion

  /// - Parameter textSize: of the text in bytes, which bounds what its references expand to.
  init(_ lines: SourceLines, cover: UInt8?, textSize: Int) {
    self.lines = lines
    self.cover = cover
    expansion = ReferenceExpansion(textSize: textSize)
  }

  /// The address and the title of a link or a picture; empty once the references of the text have
  /// expanded to more than they may, which is said where that happens.
  ///
  /// - Parameter range: where the link stands in the file.
  func target(of node: CMarkNode, at range: Range<Int>) -> (address: String, title: String) {
    let (address, title) = (cmark_node_get_url(node), cmark_node_get_title(node))
    let size = [address, title].reduce(0) { $0 + ($1.map { strlen($0) } ?? 0) }
    let wasWithinLimit = expansion.isWithinLimit
    expansion.count(copied: size, written: range.count)
    guard expansion.isWithinLimit else {
      if wasWithinLimit {
        report(ReferenceExpansion.diagnostic(limit: expansion.limit, at: range))
      }
      return ("", "")
    }
    return (string(address), string(title))
  }

  func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Once, since everything within is as deep.
  func reportNesting(at range: Range<Int>) {
    guard !hasReportedNesting else { return }
    hasReportedNesting = true
    report(
      Diagnostic(
        "markdown.nesting", "this is nested more than \(Self.deepestNesting) levels deep",
        at: range, help: ["what is deeper is shown as plain text"]))
  }

  // MARK: Strings of the parser

  func string(_ pointer: UnsafePointer<CChar>?) -> String {
    bytes(pointer).text(uncovering: cover)
  }

  func string(of node: CMarkNode) -> String { string(cmark_node_get_literal(node)) }

  func literal(_ node: CMarkNode) -> [UInt8] { bytes(cmark_node_get_literal(node)) }

  /// The bytes up to the NUL that the library ends each of its strings with.
  func bytes(_ pointer: UnsafePointer<CChar>?) -> [UInt8] {
    guard let pointer else { return [] }
    return Array(UnsafeRawBufferPointer(start: pointer, count: strlen(pointer)))
  }

  /// The text of a block as the parser gathered it. It is taken by its length: that of an empty
  /// heading has no NUL at its end.
  func gathered(_ block: CMarkNode) -> [UInt8] {
    let content = block.pointee.content
    return Array(UnsafeBufferPointer(start: content.ptr, count: Int(content.size)))
  }

  func forEachDescendant(of root: CMarkNode, _ body: (CMarkNode) -> Void) {
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) { body(node) }
    }
  }
}

extension FootnoteReference {
  /// The parser has no calls that tell what a reference refers to, nor a definition its name.
  init?(_ node: CMarkNode) {
    guard let definition = node.pointee.parent_footnote_def,
      let number = cmark_node_get_literal(node).flatMap({ Int(String(cString: $0)) })
    else { return nil }
    self.init(
      name: Self.name(of: definition), number: number,
      occurrence: Int(node.pointee.footnote.ref_ix))
  }

  static func name(of definition: CMarkNode) -> String {
    let name = definition.pointee.as.literal
    return String(
      decoding: UnsafeBufferPointer(start: name.data, count: Int(name.len)), as: UTF8.self)
  }
}
