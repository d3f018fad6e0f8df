import Markup

/// Writes a formula as MathML Core, spaced as TeX spaces it.
///
/// Browsers space operators by a dictionary that knows nothing of TeX's classes, and nothing at all
/// around names such as `log`; so the room between neighbours is worked out here, and written where a
/// browser would choose another.
struct MathMLWriter {
  /// How a place in a formula is set; scripts and fractions change it for what is in them.
  struct Setting {
    var style: Formula.Style
    var font = Formula.Font.normal

    var isDisplay: Bool { style == .display }
    var isScript: Bool { style == .script || style == .scriptscript }

    var script: Setting {
      Setting(style: isScript ? .scriptscript : .script, font: font)
    }

    var fraction: Setting {
      Setting(style: isDisplay ? .text : script.style, font: font)
    }

    func with(_ style: Formula.Style) -> Setting { Setting(style: style, font: font) }
    func with(_ font: Formula.Font) -> Setting { Setting(style: style, font: font) }
  }

  /// What stands left and right of a row, for the operators at its ends.
  struct Neighbours {
    var before: Formula.Symbol.Class?
    var after: Formula.Symbol.Class?

    static let none = Neighbours()
  }

  /// Room on both sides of a node, in math units.
  struct Room {
    var left = 0
    var right = 0
    /// Whether it is a sign before its operand, as the minus in `-x`.
    var isPrefix = false
    /// Whether it stands first or last in its row, where a browser takes an operator for a prefix or
    /// a postfix.
    var isAtEnd = false

    static let none = Room()
  }

  // MARK: Rows

  func nodes(
    of elements: [Formula], in setting: Setting, between neighbours: Neighbours = .none
  ) -> [Node] {
    let items = joined(elements, in: setting)
    let classes = AtomSpacing.resolved(items.map(\.leadingClass), after: neighbours.before)
    let rooms = rooms(of: items, classes, in: setting, between: neighbours)
    var nodes: [Node] = []
    for (index, item) in items.enumerated() {
      let next = classes[(index + 1)...].first { $0 != nil } ?? nil
      nodes += self.nodes(of: item, in: setting, room: rooms[index], next: next)
    }
    return nodes
  }

  /// Every room goes to an operator beside it, to one that joins two operands first, as browsers have
  /// it; where there is none, to the left of the node it precedes.
  private func rooms(
    of items: [Formula], _ classes: [Formula.Symbol.Class?], in setting: Setting,
    between neighbours: Neighbours
  ) -> [Room] {
    var rooms = items.indices.map { Room(isAtEnd: $0 == 0 || $0 == items.count - 1) }
    var previous: (index: Int?, class: Formula.Symbol.Class)? = neighbours.before.map { (nil, $0) }
    for (index, item) in items.enumerated() {
      guard let current = classes[index] else { continue }
      if item.leadingClass == .binary, current == .ordinary { rooms[index].isPrefix = true }
      if let previous {
        let room = AtomSpacing.room(
          between: previous.class, and: current, isScript: setting.isScript)
        let isJoint = items[index].isOperator && current.joinsOperands
        if let owner = previous.index, items[owner].isOperator,
          previous.class.joinsOperands || !isJoint
        {
          rooms[owner].right = room
        } else {
          rooms[index].left = room
        }
      }
      let trailing = item.leadingClass == item.trailingClass ? current : item.trailingClass
      previous = (index, trailing ?? current)
    }
    if let after = neighbours.after, let previous, let last = previous.index {
      rooms[last].right = AtomSpacing.room(
        between: previous.class, and: after, isScript: setting.isScript)
    }
    return rooms
  }

  /// One node for a formula: a row of several, or of none, as `mrow`.
  func node(
    _ formula: Formula, in setting: Setting, room: Room = .none,
    between neighbours: Neighbours = .none
  ) -> Node {
    let nodes =
      if case .row(let elements) = formula.kind {
        self.nodes(of: elements, in: setting, between: neighbours)
      } else {
        self.nodes(of: formula, in: setting, room: room, next: nil)
      }
    return Self.single(nodes)
  }

  static func single(_ nodes: [Node]) -> Node {
    nodes.count == 1 ? nodes[0] : .element("mrow", [:], nodes)
  }

  /// A length in em to three decimals, `1em` and not `1.0em`; nothing has no unit.
  static func em(_ width: Double) -> String {
    let rounded = (width * 1000).rounded() / 1000
    if rounded == 0 { return "0" }
    return rounded == rounded.rounded() ? "\(Int(rounded))em" : "\(rounded)em"
  }

  static func em(units: Int) -> String { em(Double(units) / 18) }

  static func space(_ width: Double) -> Node {
    width < 0
      ? .element("mspace", ["style": "margin-left:\(em(width))"])
      : .element("mspace", ["width": em(width)])
  }

  // MARK: Elements

  /// The nodes of one element of a row with the room around it.
  private func nodes(
    of formula: Formula, in setting: Setting, room: Room, next: Formula.Symbol.Class?
  ) -> [Node] {
    if formula.isOperator { return [operatorNode(formula, in: setting, room: room)] }
    var nodes = content(of: formula, in: setting)
    if formula.isFunction, next == .ordinary || next == .open || next == .inner {
      nodes.append(.element("mo", [:], text: "\u{2061}"))
    }
    if room.left != 0 { nodes.insert(Self.space(Double(room.left) / 18), at: 0) }
    if room.right != 0 { nodes.append(Self.space(Double(room.right) / 18)) }
    return nodes
  }

  private func content(of formula: Formula, in setting: Setting) -> [Node] {
    switch formula.kind {
    case .row: [node(formula, in: setting)]
    case .number(let digits): [.element("mn", [:], text: letters(digits, in: setting.font))]
    case .symbol(let symbol): [identifier(symbol, in: setting)]
    case .operatorName(let name): [self.name(name.name)]
    case .text(let text, let font): [words(text, font)]
    case .scripts(let scripts): [self.scripts(scripts, in: setting, room: .none)]
    case .fraction(let fraction): [self.fraction(fraction, in: setting)]
    case .root(let radicand, let index): [root(radicand, index, in: setting)]
    case .fenced(let fenced): [self.fenced(fenced, in: setting)]
    case .delimiter(let delimiter): [self.delimiter(delimiter, room: .none)]
    case .accent(let accent): [self.accent(accent, in: setting)]
    case .stack(let stack): [self.stack(stack, in: setting, room: .none)]
    case .table(let table): [self.table(table, in: setting)]
    case .font(let font, let body): nodes(of: body.elements, in: setting.with(font))
    case .style(let style, let body): [styled(style, body, in: setting)]
    case .color(let color, let body):
      [.element("mstyle", ["mathcolor": color], nodes(of: body.elements, in: setting))]
    case .classified(_, let body): [node(body, in: setting)]
    case .enclosed(let enclosure, let body): [enclosed(enclosure, body, in: setting)]
    case .space(let width): width == 0 ? [] : [Self.space(width)]
    case .invalid(let text): text.isEmpty ? [] : [.element("merror", [:], [words(text, .normal)])]
    }
  }

  /// An operator, or one with scripts or a stack around it, whose core takes the room.
  func operatorNode(_ formula: Formula, in setting: Setting, room: Room) -> Node {
    switch formula.kind {
    case .symbol(let symbol): sign(symbol, in: setting, room: room)
    case .scripts(let scripts): self.scripts(scripts, in: setting, room: room)
    case .stack(let stack): self.stack(stack, in: setting, room: room)
    case .delimiter(let delimiter): self.delimiter(delimiter, room: room)
    default: node(formula, in: setting)
    }
  }
}
