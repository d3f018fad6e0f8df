/// Which groups each vertex is in, and the frames round them.
struct GroupNesting {
  /// For each vertex the groups it is in, from the outermost, by index.
  let paths: [[Int]]
  private let parents: [Int?]
  /// With the padding a title needs on both sides.
  let titleWidths: [Double]

  init(_ graph: Graph, index: [String: Int]) {
    let groups = Dictionary(
      graph.groups.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { a, _ in a })
    // A parent stands before its child in the list, so no chain of parents can close.
    parents = graph.groups.enumerated().map { offset, group in
      group.parent.flatMap { groups[$0] }.flatMap { $0 < offset ? $0 : nil }
    }
    titleWidths = graph.groups.map { TextWidth.of($0.title, size: 13) + 16 }
    var paths = Array(repeating: [Int](), count: graph.vertices.count)
    for (offset, group) in graph.groups.enumerated() {
      let path = Self.path(of: offset, parents: parents)
      for member in group.members.compactMap({ index[$0] }) where paths[member].count < path.count {
        paths[member] = path
      }
    }
    self.paths = paths
  }

  private static func path(of group: Int, parents: [Int?]) -> [Int] {
    var path = [group]
    while let parent = parents[path[0]] { path.insert(parent, at: 0) }
    return path
  }

  /// The groups a group is in, from the outermost, and itself.
  func path(of group: Int) -> [Int] { Self.path(of: group, parents: parents) }

  /// How many groups a group is in.
  func depth(of group: Int) -> Int { path(of: group).count - 1 }

  /// The first and the last layer of each group's members; nil for an empty group.
  func layers(_ layers: [Int]) -> [ClosedRange<Int>?] {
    var ends = [ClosedRange<Int>?](repeating: nil, count: parents.count)
    for (layer, path) in zip(layers, paths) {
      for group in path {
        let old = ends[group] ?? layer...layer
        ends[group] = min(old.lowerBound, layer)...max(old.upperBound, layer)
      }
    }
    return ends
  }

  /// How far each group's frame reaches beyond its rows, before the first and after the last.
  ///
  /// - Parameters:
  ///   - spans: The rows of each group.
  ///   - least: What is left free inside a frame before and after.
  ///   - lacks: What each frame has to be widened by on both sides for its title.
  func reaches(
    _ spans: [ClosedRange<Int>?], least: (before: Double, after: Double), lacks: [Double]
  ) -> [(before: Double, after: Double)] {
    var reaches = Array(repeating: (before: 0.0, after: 0.0), count: parents.count)
    for group in parents.indices.reversed() {
      reaches[group].before += max(least.before, lacks[group])
      reaches[group].after += max(least.after, lacks[group])
      guard let parent = parents[group], let own = spans[group], let outer = spans[parent] else {
        continue
      }
      if own.lowerBound == outer.lowerBound {
        reaches[parent].before = max(reaches[parent].before, reaches[group].before)
      }
      if own.upperBound == outer.upperBound {
        reaches[parent].after = max(reaches[parent].after, reaches[group].after)
      }
    }
    return reaches
  }

  /// A frame round what stands in each group and the frames of those inside it; nil round nothing.
  ///
  /// - Parameters:
  ///   - inside: What stands in the graph, with the groups it is in.
  ///   - top: What is left free above, for a title perhaps.
  ///   - widths: The least of each frame.
  func frames(
    _ inside: [(path: [Int], box: Box)], top: Double, widths: [Double]
  ) -> [(box: Box, lack: Double)?] {
    var frames = [(box: Box, lack: Double)?](repeating: nil, count: parents.count)
    for group in parents.indices.reversed() {
      let own = inside.filter { $0.path.last == group }.map(\.box)
      let children = parents.indices.filter { parents[$0] == group }.compactMap { frames[$0]?.box }
      let boxes = own + children
      guard let first = boxes.first else { continue }
      var frame = boxes.reduce(into: first) { $0.include($1) }
      let lack = max(0, widths[group] - (frame.right - frame.left)) / 2
      let side = max(GraphLayout.groupPadding, lack)
      frame.left -= side
      frame.right += side
      frame.top -= top
      frame.bottom += GraphLayout.groupPadding
      frames[group] = (frame, lack)
    }
    return frames
  }
}
