import Markup

/// The layers of a network as columns of neurons with every connection; wide layers are cut short.
public struct NetworkDiagram: Sendable, Equatable {
  public struct Layer: Sendable, Equatable {
    public let name: String
    public let units: Int
    /// Such as its activation.
    public let note: String?

    public init(_ name: String, units: Int, note: String? = nil) {
      self.name = name
      self.units = max(0, units)
      self.note = note
    }
  }

  public var title: String
  public var description: String
  public var layers: [Layer]

  /// A layer with more units is drawn as the first ones, ⋮, and the last ones.
  private static let mostShown = 7
  private static let radius = 8.0
  private static let spacing = 25.0
  private static let top = 14.0

  public init(_ title: String, description: String, layers: [Layer]) {
    self.title = title
    self.description = description
    self.layers = layers
  }

  public func picture(id: String, words: Words = .english) -> Picture {
    let columns = columns
    let tallest = columns.map(\.slots.count).max() ?? 0
    guard tallest > 0, let last = columns.last else {
      let text = Node.element("p", ["class": "plot plot-none"], text: words.noData)
      return Picture(drawing: text)
    }
    let middle = Self.top + Double(tallest) * Self.spacing / 2
    let size = (
      width: last.x + last.width / 2, height: middle * 2 - Self.top + 48
    )
    var nodes = zip(columns, columns.dropFirst()).map { edges($0, $1, middle: middle) }
    for (index, column) in columns.enumerated() {
      nodes += neurons(column, paint: index == 0 ? .muted : .series(0), middle: middle)
      nodes += labels(column, y: middle * 2 - Self.top + 14)
    }
    let table = DataTable(
      header: [words.layer, words.units, words.activation],
      rows: layers.map { [$0.name, String($0.units), $0.note ?? "–"] })
    return Picture(
      drawing: FixedDrawing(
        id: id, title: title, description: description, width: size.width, height: size.height,
        nodes: nodes
      ).node, data: table.node(words: words))
  }

  /// A layer in place: nil stands for ⋮.
  private struct Column {
    let layer: Layer
    let x: Double
    let width: Double
    let slots: [Int?]
  }

  private var columns: [Column] {
    var x = 0.0
    return layers.map { layer in
      let words = [layer.name, String(layer.units), layer.note ?? ""]
      let width = max(70, (words.map { TextWidth.of($0, isBold: true) }.max() ?? 0) + 16)
      defer { x += width + 44 }
      return Column(
        layer: layer, x: x + width / 2, width: width, slots: Self.slots(units: layer.units))
    }
  }

  private static func slots(units: Int) -> [Int?] {
    guard units > mostShown else { return (0..<units).map(Optional.some) }
    let tail = mostShown / 2
    let head = mostShown - 1 - tail
    return (0..<head).map(Optional.some) + [nil] + (units - tail..<units).map(Optional.some)
  }

  private func y(_ slot: Int, of column: Column, middle: Double) -> Double {
    middle + (Double(slot) - Double(column.slots.count - 1) / 2) * Self.spacing
  }

  private func edges(_ left: Column, _ right: Column, middle: Double) -> Node {
    var data = ""
    for (from, unit) in left.slots.enumerated() where unit != nil {
      for (to, unit) in right.slots.enumerated() where unit != nil {
        let x0 = NumberText.attribute(left.x + Self.radius)
        let y0 = NumberText.attribute(y(from, of: left, middle: middle))
        let x1 = NumberText.attribute(right.x - Self.radius)
        let y1 = NumberText.attribute(y(to, of: right, middle: middle))
        data += "M\(x0) \(y0)L\(x1) \(y1)"
      }
    }
    return .element("path", ["class": "plot-edges", "d": data])
  }

  private func neurons(_ column: Column, paint: Paint, middle: Double) -> [Node] {
    column.slots.enumerated().map { slot, unit in
      let x = NumberText.attribute(column.x)
      let y = NumberText.attribute(y(slot, of: column, middle: middle))
      guard unit != nil else {
        return .element(
          "text", ["class": "plot-middle plot-tick", "x": x, "y": y, "dy": ".35em"], text: "⋮")
      }
      return .element(
        "circle",
        [
          "class": "plot-neuron \(paint.cssClass)", "cx": x, "cy": y,
          "r": NumberText.attribute(Self.radius),
        ])
    }
  }

  private func labels(_ column: Column, y: Double) -> [Node] {
    let lines = [
      ("plot-middle plot-strong", column.layer.name),
      ("plot-middle", NumberText.fixed(Double(column.layer.units), decimals: 0)),
      ("plot-middle plot-tick", column.layer.note ?? ""),
    ]
    return lines.enumerated().compactMap { index, line in
      guard !line.1.isEmpty else { return nil }
      return .element(
        "text",
        [
          "class": line.0, "x": NumberText.attribute(column.x),
          "y": NumberText.attribute(y + Double(index) * 15),
        ], text: line.1)
    }
  }
}
