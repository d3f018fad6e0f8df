import Markup

/// Markup that is safe to stand in a page as it is: written from an escaped tree, or by a template.
struct HTML: Sendable, Equatable {
  let text: String

  static let nothing = HTML(trusted: "")

  init(_ nodes: [Node]) { text = nodes.html }

  init(_ node: Node) { text = node.html }

  /// - Parameter text: what no author had a part in, or what was escaped before.
  init(trusted text: String) { self.text = text }
}
