import Markup

/// Environments as `mtable`. MathML Core has no `columnalign`: how cells are aligned and how far they
/// stand apart is said by the rules in `MathMLStyle`.
extension MathMLWriter {
  func table(_ table: Formula.Table, in setting: Setting) -> Node {
    let isDisplay = table.environment.isDisplayStyle
    let style: Formula.Style = isDisplay ? .display : table.environment.isSmall ? .script : .text
    let inner = setting.with(style)
    var rows = table.rows.indices.map { row($0, of: table, in: inner) }
    if table.environment.isSmall {
      rows = [
        .element("mtable", ["class": table.environment.styleName, "scriptlevel": "+1"], rows)
      ]
    } else {
      let attributes: Attributes = [
        "class": table.environment.styleName, "displaystyle": isDisplay ? "true" : nil,
      ]
      rows = [.element("mtable", attributes, rows)]
    }
    let (open, close) = table.environment.brackets
    return open.isEmpty && close.isEmpty
      ? rows[0] : .element("mrow", [:], Self.fence(open, rows, close))
  }

  private func row(_ index: Int, of table: Formula.Table, in setting: Setting) -> Node {
    let row = table.rows[index]
    let isLast = index == table.rows.count - 1
    var names: [String] = []
    if row.linesAbove > 0 { names.append("tex-line-above") }
    if isLast, table.linesBelow > 0 { names.append("tex-line-below") }
    var cells = row.cells.enumerated().map { column, cell in
      let nodes = nodes(
        of: cell.elements, in: setting, between: table.neighbours(ofColumn: column, in: row))
      var attributes: Attributes = ["class": table.styleName(ofColumn: column)]
      if column == 0, row.spaceBelow != 0 {
        attributes["style"] = "padding-bottom:calc(0.5ex + \(Self.em(row.spaceBelow)))"
      }
      return Node.element("mtd", attributes, nodes)
    }
    if let tag = row.tag {
      cells.append(.element("mtd", ["class": "tex-tag"], [words(tag.shown, .normal)]))
    }
    let name = names.isEmpty ? nil : names.joined(separator: " ")
    return .element("mtr", ["class": name], cells)
  }
}

extension Formula.Tag {
  /// As it stands beside the equation: in parentheses unless it is bare.
  public var shown: String { isBare ? text : "(\(text))" }
}

extension Formula.Table {
  /// A cell of an alignment goes on where the one before it ended: in `a &= b` the `=` stands
  /// between two operands.
  func neighbours(ofColumn column: Int, in row: Formula.Row) -> MathMLWriter.Neighbours {
    guard environment.isAlignment else { return .none }
    let continues = column % 2 == 1
    let goesOn = column % 2 == 0 && column + 1 < row.cells.count
    return MathMLWriter.Neighbours(
      before: continues ? .ordinary : nil, after: goesOn ? .ordinary : nil)
  }

  fileprivate func styleName(ofColumn column: Int) -> String? {
    guard environment == .array else { return nil }
    var names: [String] = []
    var index = -1
    for (place, declared) in columns.enumerated() where declared != .line {
      index += 1
      guard index == column else { continue }
      if place > 0, columns[place - 1] == .line { names.append("tex-bar-left") }
      if place + 1 == columns.count - 1, columns[place + 1] == .line {
        names.append("tex-bar-right")
      }
      if declared == .left { names.append("tex-left") }
      if declared == .right { names.append("tex-right") }
    }
    return names.isEmpty ? nil : names.joined(separator: " ")
  }
}

extension Formula.Environment {
  fileprivate var isDisplayStyle: Bool { isAlignment || self == .dcases }
  fileprivate var isSmall: Bool { self == .smallmatrix || self == .substack }

  fileprivate var brackets: (open: String, close: String) {
    switch self {
    case .pmatrix: ("(", ")")
    case .bmatrix: ("[", "]")
    case .bracesMatrix: ("{", "}")
    case .vmatrix: ("|", "|")
    case .doubleBarMatrix: ("‖", "‖")
    case .cases, .dcases: ("{", "")
    case .rcases: ("", "}")
    default: ("", "")
    }
  }

  fileprivate var styleName: String {
    switch self {
    case .aligned, .align, .alignStarred, .alignat, .alignatStarred, .alignedat, .split:
      "tex-aligned"
    case .gathered, .gather, .gatherStarred, .equation, .equationStarred: "tex-gathered"
    case .multline, .multlineStarred: "tex-multline"
    case .cases, .dcases, .rcases: "tex-cases"
    case .matrix, .pmatrix, .bmatrix, .bracesMatrix, .vmatrix, .doubleBarMatrix: "tex-matrix"
    case .array: "tex-array"
    case .smallmatrix, .substack: "tex-small"
    }
  }
}
