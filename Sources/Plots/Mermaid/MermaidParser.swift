import Diagnostics

/// Reads statement after statement; after a mistake it goes on with the next line.
struct MermaidParser {
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var formulas: [Mermaid.Formula] = []
  private var scanner: MermaidScanner
  private var vertices: [Graph.Vertex] = []
  private var index: [String: Int] = [:]
  /// Where each vertex is first named.
  private var places: [Range<Int>] = []
  private var edges: [Graph.Edge] = []
  private var groups: [Graph.Group] = []
  /// The subgraphs that are open, by index, with the place of their word `subgraph`.
  private var open: [(group: Int, at: Range<Int>)] = []
  private var isTooLarge = false

  init(_ source: String) { scanner = MermaidScanner(source) }

  mutating func parse() -> Graph? {
    guard let direction = header() else { return nil }
    scanner.skipSeparators()
    while !scanner.isAtEnd, !isTooLarge {
      let start = scanner.offset
      statement()
      // Whatever happens, something is read.
      if scanner.offset == start { unexpected() }
      scanner.skipSeparators()
    }
    for (group, at) in open {
      report(
        "mermaid.unclosed", "'subgraph \(groups[group].title)' has no 'end'", at: at,
        help: "add a line 'end'")
    }
    for group in groups {
      guard let vertex = index[group.id] else { continue }
      report(
        "mermaid.group", "'\(group.id)' is a subgraph, to which no link leads",
        at: places[vertex], help: "link one of its vertices")
    }
    guard !isTooLarge else { return nil }
    return Graph(direction, vertices: vertices, edges: edges, groups: groups)
  }

  private mutating func report(
    _ id: String, _ message: String, at range: Range<Int>, help: String? = nil,
    isWarning: Bool = false
  ) {
    diagnostics.append(
      Diagnostic(
        id, message, severity: isWarning ? .warning : .error, at: range,
        help: help.map { [$0] } ?? []))
  }

  private mutating func unexpected() {
    let range = scanner.character()
    report("mermaid.syntax", "unexpected '\(scanner.text(range))'", at: range)
    scanner.skipLine()
  }

  // MARK: Statements

  private mutating func header() -> Graph.Direction? {
    scanner.skipSeparators()
    let word = scanner.word() ?? scanner.character()
    guard ["graph", "flowchart"].contains(scanner.text(word)) else {
      report(
        "mermaid.kind", "a diagram begins with 'graph' or 'flowchart'", at: word,
        help: "for example: graph LR")
      return nil
    }
    scanner.skipSpaces()
    guard let range = scanner.word() else { return .down }
    let name = scanner.text(range)
    if name == "TD" { return .down }
    if let direction = Graph.Direction(rawValue: name) { return direction }
    let valid = ["LR", "RL", "TB", "TD", "BT"]
    diagnostics.append(
      Diagnostic(
        "mermaid.direction", "unknown direction '\(name)'", at: range,
        help: NearestName.help(for: name, in: valid, called: "directions")))
    return .down
  }

  private static let styling: Set<String> = [
    "style", "classDef", "class", "linkStyle", "click", "direction", "accTitle", "accDescr",
  ]

  private mutating func statement() {
    let start = scanner.offset
    if let range = scanner.word() {
      let name = scanner.text(range)
      if name == "subgraph" { return subgraph(at: range) }
      if name == "end" { return end(at: range) }
      if Self.styling.contains(name), scanner.byte == UInt8(ascii: " ") {
        let rest = scanner.restOfLine()
        return report(
          "mermaid.styling", "'\(name)' is passed over: the page sets colours and directions",
          at: range.lowerBound..<max(range.upperBound, rest.upperBound), isWarning: true)
      }
      scanner.back(to: start)
    }
    chain()
  }

  private mutating func subgraph(at keyword: Range<Int>) {
    scanner.skipSpaces()
    var title = ""
    var id = "subgraph \(groups.count + 1)"
    if scanner.byte == UInt8(ascii: "\"") {
      scanner.advance()
      if let range = scanner.upTo("\"") { title = text(range) } else { unexpected() }
    } else if let range = scanner.word() {
      title = scanner.text(range)
      id = title
      scanner.skipSpaces()
      if scanner.take("[") {
        title = label(closing: "]", opened: scanner.offset - 1) ?? title
      } else {
        let rest = scanner.restOfLine()
        title += rest.isEmpty ? "" : " " + scanner.text(rest)
      }
    }
    let parent = open.last.map { groups[$0.group].id }
    groups.append(Graph.Group(id, title: title, members: [], parent: parent))
    open.append((groups.count - 1, keyword))
  }

  private mutating func end(at range: Range<Int>) {
    if open.popLast() == nil {
      report("mermaid.end", "'end' closes no subgraph", at: range)
    }
  }

  /// `A & B -->|label| C --> D`
  private mutating func chain() {
    guard var from = vertexList() else { return }
    while true {
      let before = scanner.offset
      scanner.skipSpaces()
      let start = scanner.offset
      guard let link = MermaidLink(&scanner) else {
        scanner.back(to: before)
        return
      }
      let label = link.label.map { text($0) }
      // A link may be continued on the next line.
      scanner.skipSeparators()
      guard let to = vertexList() else {
        let end = min(start + link.length, scanner.offset)
        report(
          "mermaid.link", "this link leads to no vertex", at: start..<max(start, end))
        return
      }
      for one in from {
        for other in to {
          guard edges.count < Mermaid.mostEdges else { return tooLarge(at: start) }
          if one == other {
            report(
              "mermaid.loop", "a link from '\(one)' to itself is not drawn",
              at: start..<start + link.length, isWarning: true)
          }
          edges.append(
            Graph.Edge(
              link.isReversed ? other : one, link.isReversed ? one : other, label: label,
              look: link.look, hasHead: link.hasHead))
        }
      }
      from = to
    }
  }

  private mutating func tooLarge(at offset: Int) {
    guard !isTooLarge else { return }
    isTooLarge = true
    report(
      "mermaid.size",
      "the diagram is too large: at most \(Mermaid.mostVertices) vertices and "
        + "\(Mermaid.mostEdges) links", at: offset..<offset)
  }

  // MARK: Vertices

  private mutating func vertexList() -> [String]? {
    guard let first = vertex() else { return nil }
    var all = [first]
    while true {
      let before = scanner.offset
      scanner.skipSpaces()
      guard scanner.take("&") else {
        scanner.back(to: before)
        return all
      }
      scanner.skipSpaces()
      guard let next = vertex() else {
        unexpected()
        return all
      }
      all.append(next)
    }
  }

  /// `id`, or an id and a shape with its label: `id("text")`.
  private mutating func vertex() -> String? {
    guard let range = scanner.word() else { return nil }
    let id = scanner.text(range)
    let shape = shape()
    if scanner.take(":::") { _ = scanner.word() }
    if let known = index[id] {
      if let shape {
        vertices[known].label = shape.label
        vertices[known].shape = shape.shape
      }
    } else {
      guard vertices.count < Mermaid.mostVertices else {
        tooLarge(at: range.lowerBound)
        return nil
      }
      index[id] = vertices.count
      places.append(range)
      vertices.append(Graph.Vertex(id, label: shape?.label, shape: shape?.shape ?? .box))
    }
    if let group = open.last?.group, !groups[group].members.contains(id) {
      groups[group].members.append(id)
    }
    return id
  }

  /// Longer brackets stand before those they begin with.
  private static let shapes:
    [(open: StaticString, close: StaticString, shape: Graph.Vertex.Shape)] = [
      ("(((", ")))", .circle), ("((", "))", .circle), ("([", "])", .pill), ("(", ")", .round),
      ("[[", "]]", .box), ("[(", ")]", .round), ("[/", "/]", .box), ("[", "]", .box),
      ("{{", "}}", .diamond), ("{", "}", .diamond), (">", "]", .box),
    ]

  private mutating func shape() -> (label: String, shape: Graph.Vertex.Shape)? {
    for row in Self.shapes {
      let opened = scanner.offset
      guard scanner.take(row.open) else { continue }
      guard let label = label(closing: row.close, opened: opened) else { return nil }
      return (label, row.shape)
    }
    return nil
  }

  /// The text of a shape, quoted or not, up to its closing bracket.
  private mutating func label(closing: StaticString, opened: Int) -> String? {
    scanner.skipSpaces()
    if scanner.take("\"") {
      guard let range = scanner.upTo("\"") else { return unclosed("\"", opened: opened) }
      scanner.skipSpaces()
      guard scanner.take(closing) else { return unclosed(closing, opened: opened) }
      return text(range)
    }
    guard let range = scanner.upTo(closing) else { return unclosed(closing, opened: opened) }
    return text(range)
  }

  /// What a label says; its formulas are noted with their places.
  private mutating func text(_ label: Range<Int>) -> String {
    let written = scanner.text(label)
    formulas += MermaidText.formulas(in: written, at: label.lowerBound)
    return MermaidText.plain(written)
  }

  private mutating func unclosed(_ bracket: StaticString, opened: Int) -> String? {
    scanner.back(to: opened)
    let range = scanner.character()
    report("mermaid.bracket", "this is never closed: '\(bracket)' is missing", at: range)
    scanner.skipLine()
    return nil
  }
}
