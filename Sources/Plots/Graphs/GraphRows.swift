/// The rows of a drawn graph along its arrows: its layers, and between them rows for what is
/// written: labels of arrows, and the titles of groups where these stand across the arrows' way.
struct GraphRows {
  enum Kind {
    case vertices
    case labels
    case titles
  }

  let kinds: [Kind]
  /// The row of each layer of vertices.
  let layers: [Int]
  /// The row of the labels of arrows that begin in a layer; nil without any.
  let labels: [Int?]
  /// The row of each group's title; nil for an empty group, or if titles need no row.
  let titles: [Int?]
  /// From the first to the last row of each group, its title's included; nil for an empty one.
  let spans: [ClosedRange<Int>?]

  /// - Parameters:
  ///   - labelled: The layers in which an arrow with a label begins.
  init(_ layering: Layering, nesting: GroupNesting, labelled: Set<Int>, direction: Graph.Direction)
  {
    let ends = nesting.layers(layering.layers)
    let count = (layering.layers.max() ?? -1) + 1
    var kinds: [Kind] = []
    var layers = Array(repeating: 0, count: count)
    var labels = [Int?](repeating: nil, count: count)
    var titles = [Int?](repeating: nil, count: ends.count)
    func title(_ groups: [Int], outermostFirst: Bool) {
      let byDepth = Dictionary(grouping: groups) { nesting.depth(of: $0) }.sorted {
        ($0.key < $1.key) == outermostFirst
      }
      for (_, same) in byDepth {
        for group in same { titles[group] = kinds.count }
        kinds.append(.titles)
      }
    }
    for layer in 0..<count {
      if direction == .down {
        title(ends.indices.filter { ends[$0]?.lowerBound == layer }, outermostFirst: true)
      }
      layers[layer] = kinds.count
      kinds.append(.vertices)
      if direction == .up {
        title(ends.indices.filter { ends[$0]?.upperBound == layer }, outermostFirst: false)
      }
      if labelled.contains(layer) {
        labels[layer] = kinds.count
        kinds.append(.labels)
      }
    }
    spans = zip(ends, titles).map { ends, title in
      ends.map { ends in
        let (first, last) = (layers[ends.lowerBound], layers[ends.upperBound])
        return min(first, title ?? first)...max(last, title ?? last)
      }
    }
    (self.kinds, self.layers, self.labels, self.titles) = (kinds, layers, labels, titles)
  }

  /// What stands free between a row and the next for arrows to bend in.
  ///
  /// - Parameter bend: How far the arrows there lead across at most.
  func gap(after row: Int, bend: Double) -> Double {
    guard row + 1 < kinds.count else { return 0 }
    switch (kinds[row], kinds[row + 1]) {
    case (.vertices, .vertices): return 46
    // A short way far to the side would be hard to follow.
    case (.labels, _), (_, .labels): return max(18, min(34, 0.25 * bend))
    case (.titles, .titles): return 10
    case (.titles, .vertices), (.vertices, .titles):
      let isInside = spans.contains { $0.map { $0 ~= row && $0 ~= row + 1 } ?? false }
      return isInside ? 20 : 34
    }
  }
}
