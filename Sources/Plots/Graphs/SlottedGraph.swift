/// A graph in rows, its arrows cut into pieces from row to row.
///
/// What is written at an arrow, and a title in an arrow's way, are slots as vertices are, so
/// nothing comes to stand over anything else.
struct SlottedGraph {
  let layering: Layering
  let nesting: GroupNesting
  let rows: GraphRows
  /// The vertices, then titles, then labels and the places where arrows pass through rows.
  private(set) var slots: [LayerOrder.Slot]
  /// What each slot shows; zero where an arrow passes.
  private(set) var sizes: [Size]
  /// For each arrow of the layering the slots it runs through, its ends among them.
  private(set) var chains: [[Int]] = []
  /// For each arrow of the layering the slot of its label.
  private(set) var labels: [Int?] = []
  /// For each group the slot of its title, if titles have rows.
  private(set) var titles: [Int?]
  /// For each edge given to the layering its index in the graph.
  let edges: [Int]

  /// With more, nobody could follow the arrows anyway, and each is drawn straight to its end: the
  /// work grows with the square of their number.
  private static let mostPassages = 1200

  init(_ graph: Graph, sizes: [Size], labels: [Size?]) {
    let index = Dictionary(
      graph.vertices.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let known = graph.edges.enumerated().compactMap { offset, edge in
      index[edge.from].flatMap { from in index[edge.to].map { (offset, from, $0) } }
    }
    edges = known.map(\.0)
    nesting = GroupNesting(graph, index: index)
    layering = Layering(
      edges: known.map { (from: $0.1, to: $0.2) }, groups: nesting.paths.map(\.last))
    let layers = layering.layers
    let labelled = layering.arrows.filter { labels[known[$0.edge].0] != nil }
    rows = GraphRows(
      layering, nesting: nesting, labelled: Set(labelled.map { layers[$0.from] }),
      direction: graph.direction)
    slots = zip(layers, nesting.paths).map { [rows] layer, path in
      LayerOrder.Slot(layer: rows.layers[layer], path: path)
    }
    self.sizes = sizes
    titles = Array(repeating: nil, count: rows.titles.count)
    for (group, row) in rows.titles.enumerated() {
      guard let row else { continue }
      titles[group] = add(
        row, path: nesting.path(of: group),
        size: Size(width: nesting.titleWidths[group], height: GroupTitles.height), isTitle: true)
    }
    tieTitles()
    let passing = layering.arrows.reduce(0) {
      $0 + slots[$1.to].layer - slots[$1.from].layer - 1
    }
    for arrow in layering.arrows {
      connect(
        arrow, label: labels[edges[arrow.edge]], isStraight: passing > Self.mostPassages)
    }
  }

  private mutating func add(
    _ row: Int, path: [Int], size: Size, isTitle: Bool = false
  ) -> Int {
    slots.append(LayerOrder.Slot(layer: row, path: path, isTitle: isTitle))
    sizes.append(size)
    return slots.count - 1
  }

  /// A title wants to stand over the slots of its group in the next row.
  private mutating func tieTitles() {
    for (group, title) in titles.enumerated() {
      guard let title, let span = rows.spans[group] else { continue }
      let isFirst = span.lowerBound == slots[title].layer
      let next = slots[title].layer + (isFirst ? 1 : -1)
      for slot in slots.indices where slots[slot].layer == next {
        guard slots[slot].path.contains(group) else { continue }
        tie(isFirst ? title : slot, isFirst ? slot : title)
      }
    }
  }

  private mutating func tie(_ before: Int, _ after: Int) {
    slots[before].after.append(after)
    slots[after].before.append(before)
  }

  /// Slots for an arrow in all rows between its ends, its label in one of them.
  private mutating func connect(_ arrow: Layering.Arrow, label: Size?, isStraight: Bool) {
    var chain = [arrow.from]
    var written: Int?
    let labelRow = label.flatMap { _ in rows.labels[layering.layers[arrow.from]] }
    for row
      in (slots[arrow.from].layer + 1)..<max(
        slots[arrow.from].layer + 1, slots[arrow.to].layer)
    where !isStraight || row == labelRow {
      let size = row == labelRow ? label : nil
      let slot = add(
        row, path: path(of: arrow, in: row), size: size ?? Size(width: 0, height: 0))
      if size != nil { written = slot }
      chain.append(slot)
    }
    chain.append(arrow.to)
    for (from, to) in zip(chain, chain.dropFirst()) { tie(from, to) }
    chains.append(chain)
    labels.append(written)
  }

  /// The groups of its ends an arrow runs inside: it leaves a group behind the last row only.
  private func path(of arrow: Layering.Arrow, in row: Int) -> [Int] {
    func spanning(_ end: Int) -> [Int] {
      Array(nesting.paths[end].prefix { rows.spans[$0].map { $0 ~= row } ?? false })
    }
    let (one, other) = (spanning(arrow.from), spanning(arrow.to))
    return one.count >= other.count ? one : other
  }

  /// How much room each slot takes across the arrows, with what is left free on both sides.
  func breadths(across: Bool) -> [Double] {
    zip(slots.indices, sizes).map { slot, size in
      let isVertex = rows.kinds[slots[slot].layer] == .vertices && size.width > 0
      return (across ? size.height : size.width) + (isVertex ? 18 : 9)
    }
  }
}
