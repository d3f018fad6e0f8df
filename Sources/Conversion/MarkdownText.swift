import Foundation
import Markup
import Notebooks

/// Text as Markdown.
enum MarkdownText {
  /// With every sign that Markdown might take for markup escaped.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if "\\`*_[]<>|$~#".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result.replacing("\n", with: " ")
  }

  /// A span of code, whatever is in it.
  static func code(_ text: String) -> String {
    let fence = text.contains("`") ? "``" : "`"
    let padding = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return "\(fence)\(padding)\(text.replacing("\n", with: " "))\(padding)\(fence)"
  }

  /// Words with TeX between dollars, escaped but for the TeX.
  static func words(_ text: String) -> String {
    text.split(separator: "$", omittingEmptySubsequences: false).enumerated().map { index, part in
      index % 2 == 1 ? "$\(part)$" : escaped(String(part))
    }.joined()
  }

  /// Where a link within the page may lead.
  static func anchor(_ id: String) -> String { "<a id=\"\(id)\"></a>\n\n" }

  /// A file as a link names it.
  static func address(_ path: String) -> String { path.asFileAddress }

  static func listing(_ code: String, language: String?) -> String {
    let fence = Fence.around(code)
    return "\(fence)\(language ?? "")\n\(code)\(code.hasSuffix("\n") ? "" : "\n")\(fence)"
  }

  /// A table of GitHub's, with formulas in their TeX.
  static func table(_ table: Notebooks.Table) -> String {
    func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
    let marks = table.columns.map { $0.alignment == .right ? "--:" : ":--" }
    let header = [row(table.columns.map { escaped($0.title) }), row(marks)]
    return (header + table.rows.map { row($0.map(cell)) }).joined(separator: "\n")
  }

  private static func cell(_ content: Notebooks.Table.Content) -> String {
    switch content {
    case .text(let text): escaped(text)
    case .nodes(let nodes): nodes.map(inline).joined()
    }
  }

  private static func inline(_ node: Node) -> String {
    switch node {
    case .text(let text): return escaped(text)
    case .element(let element):
      if element.name == "math", let tex = element.attributes["alttext"] {
        return "$\(tex.replacing("|", with: "\\vert "))$"
      }
      return element.children.map(inline).joined()
    }
  }
}
