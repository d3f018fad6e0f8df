import Markup

/// The text of a vertex or an edge: lines, a formula, and perhaps a note under them.
struct GraphLabel {
  /// What a label is made of, line by line.
  private enum Line {
    case text(String)
    /// With its dollar signs taken off.
    case formula(String)
  }

  private let lines: [Line]
  private let note: String?
  /// Whether the lines are a value, which is set bold.
  private let isValue: Bool

  private static let lineHeight = 17.0
  private static let fontSize = 13.0
  private static let mostWidth = 240.0

  init(_ label: String, note: String? = nil, isValue: Bool = false) {
    let pieces = label.split(separator: "\n", omittingEmptySubsequences: false)
    lines = pieces.map { piece in
      let text = String(piece)
      return text.count > 2 && text.hasPrefix("$") && text.hasSuffix("$")
        ? .formula(String(text.dropFirst().dropLast())) : .text(text)
    }
    self.note = note
    self.isValue = isValue
  }

  var size: Size {
    let widths =
      lines.map { Self.width($0, isBold: isValue) }
      + (note.map { [TextWidth.of($0, size: Self.fontSize, isBold: true)] } ?? [])
    let count = Double(lines.count + (note == nil ? 0 : 1))
    return Size(
      width: min(Self.mostWidth, widths.max() ?? 0), height: count * Self.lineHeight)
  }

  func nodes(
    at centre: Spot, formula: (@Sendable (String) -> [Node])?, halo: Bool = false
  ) -> [Node] {
    let top = centre.y - size.height / 2
    let extra = (halo ? " plot-note" : "") + (isValue ? " plot-gradient" : "")
    let main = lines.enumerated().map { index, line -> Node in
      let y = top + (Double(index) + 0.5) * Self.lineHeight
      if case .formula(let source) = line, let formula {
        return Self.framed(
          formula(source), width: Self.width(line, isBold: isValue), at: Spot(x: centre.x, y: y),
          halo: halo)
      }
      return Self.text(Self.plain(line), class: "plot-middle\(extra)", x: centre.x, y: y)
    }
    guard let note else { return main }
    let y = top + (Double(lines.count) + 0.5) * Self.lineHeight
    return main + [Self.text(note, class: "plot-middle plot-value", x: centre.x, y: y)]
  }

  /// The label in a line of text.
  func inline(formula: (@Sendable (String) -> [Node])?) -> [Node] {
    lines.enumerated().flatMap { index, line -> [Node] in
      let space: [Node] = index == 0 ? [] : [.text(" ")]
      if case .formula(let source) = line, let formula { return space + formula(source) }
      return space + [.text(Self.plain(line))]
    }
  }

  private static func text(_ text: String, class name: String, x: Double, y: Double) -> Node {
    .element(
      "text",
      [
        "class": name, "x": NumberText.attribute(x), "y": NumberText.attribute(y), "dy": ".34em",
      ], text: TextWidth.shortened(text, to: mostWidth, size: fontSize))
  }

  /// MathML set by the page inside the drawing; it may be wider than was guessed, so nothing is
  /// cut off.
  private static func framed(
    _ nodes: [Node], width: Double, at centre: Spot, halo: Bool
  ) -> Node {
    let width = width + 24
    return .element(
      "foreignObject",
      [
        "x": NumberText.attribute(centre.x - width / 2),
        "y": NumberText.attribute(centre.y - lineHeight * 0.75),
        "width": NumberText.attribute(width),
        "height": NumberText.attribute(lineHeight * 1.5),
      ],
      [
        .element(
          "div", ["class": "plot-formula"],
          [.element("span", ["class": halo ? "plot-formula-halo" : nil], nodes)])
      ])
  }

  private static func plain(_ line: Line) -> String {
    switch line {
    case .text(let text): text
    case .formula(let source): source
    }
  }

  /// A formula is about as wide as its letters: commands count as one, braces and scripts' marks
  /// not at all.
  private static func width(_ line: Line, isBold: Bool) -> Double {
    switch line {
    case .text(let text): return TextWidth.of(text, size: fontSize, isBold: isBold)
    case .formula(let source):
      var kept = ""
      var inCommand = false
      for character in source {
        if character == "\\" {
          inCommand = true
          kept += "x"
        } else if inCommand, character.isLetter {
          continue
        } else {
          inCommand = false
          if !"{}^_ ".contains(character) { kept.append(character) }
        }
      }
      return TextWidth.of(kept, size: fontSize) + 6
    }
  }
}
