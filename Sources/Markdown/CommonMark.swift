import CCMarkGFM
import Synchronization

/// A node of the parser's tree. It belongs to the tree: none outlives `CommonMark.parse`.
typealias CMarkNode = UnsafeMutablePointer<cmark_node>

/// The border to libcmark-gfm.
///
/// The library registers its extensions behind a flag that is not atomic, and turns the characters
/// its inline extensions ask for on and off in global tables while it parses. So there is one of
/// these, behind a lock that is held for the whole of a parse.
struct CommonMark: ~Copyable {
  static let shared = Mutex(CommonMark())

  /// `NotationExtension.Found` has 31 bits for an offset; this leaves the parser room to grow.
  static let largestFile = 1 << 28

  private let github: [OpaquePointer]
  private let notation: OpaquePointer

  private init() {
    cmark_gfm_core_extensions_ensure_registered()
    // The names under which the library registers them. `tagfilter` is left out: raw HTML is
    // shown as text.
    let names: [String] = ["table", "strikethrough", "autolink", "tasklist"]
    github = names.compactMap { cmark_find_syntax_extension($0) }
    precondition(github.count == 4, "libcmark-gfm lacks one of its own extensions")
    notation = NotationExtension.make()
  }

  static let options = CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES

  /// Parses UTF-8 and hands the root of the tree to `body`; the tree is freed afterwards.
  func parse<Result>(
    _ text: [UInt8], withNotation: Bool, _ body: (CMarkNode) -> Result
  ) -> Result? {
    guard let parser = cmark_parser_new(Self.options) else { return nil }
    defer { cmark_parser_free(parser) }
    // Before the table extension, which would take a line with `$$` for a row.
    if withNotation { cmark_parser_attach_syntax_extension(parser, notation) }
    for one in github { cmark_parser_attach_syntax_extension(parser, one) }
    text.withUnsafeBytes { buffer in
      cmark_parser_feed(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    guard let root = cmark_parser_finish(parser) else { return nil }
    defer { cmark_node_free(root) }
    return body(root)
  }
}
