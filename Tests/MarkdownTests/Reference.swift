import CCMarkGFM
import Diagnostics
import Glibc
import Markup

@testable import Markdown

/// What cmark-gfm's own writer makes of a text, raw HTML shown as text.
func referenceHTML(_ text: String) -> String {
  let html = CommonMark.shared.withLock { library in
    library.parse(Array(text.utf8), withNotation: false) { root in
      showRawHTML(in: root)
      guard let written = cmark_render_html(root, CommonMark.options, nil) else { return "" }
      defer { free(written) }
      return String(cString: written)
    }
  }
  return normalized(html ?? "")
}

/// What this package makes of it, as plain GitHub-flavoured Markdown.
func ourHTML(_ text: String, as dialect: Dialect = .github) -> String {
  let document = parse(SourceFile(name: "test.md", text: text), as: dialect)
  return normalized(Rendering().html(document).html)
}

/// The writer drops raw HTML or copies it; here it becomes text.
private func showRawHTML(in root: CMarkNode) {
  var found: [CMarkNode] = []
  let iterator = cmark_iter_new(root)
  while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
    guard let node = cmark_iter_get_node(iterator) else { continue }
    let type = cmark_node_get_type(node)
    if type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE { found.append(node) }
  }
  cmark_iter_free(iterator)
  for node in found {
    let literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    if cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK {
      guard let shown = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK) else { continue }
      cmark_node_set_on_enter(shown, Node.element("p", text: literal).html)
      cmark_node_replace(node, shown)
    } else {
      guard let shown = cmark_node_new(CMARK_NODE_TEXT) else { continue }
      cmark_node_set_literal(shown, literal)
      cmark_node_replace(node, shown)
    }
    cmark_node_free(node)
  }
}

/// The ways of writing the same HTML in which the two differ, made one: how a void element and an
/// empty attribute are written, the apostrophe, and the identifiers of headings.
private func normalized(_ html: String) -> String {
  html.replacing(" />", with: ">").replacing("=\"\"", with: "").replacing("&#x27;", with: "'")
    .replacing(/<h([1-6]) id="[^"]*">/) { "<h\($0.1)>" }
}
