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
    let parents = graph.groups.enumerated().map { offset, group in
      group.parent.flatMap { groups[$0] }.flatMap { $0 < offset ? $0 : nil }
    }
    var paths = Array(repeating: [Int](), count: graph.vertices.count)
    for (offset, group) in graph.groups.enumerated() {
      var path = [offset]
      while let parent = parents[path[0]] { path.insert(parent, at: 0) }
      for member in group.members.compactMap({ index[$0] }) where paths[member].count < path.count {
        paths[member] = path
      }
    }
    self.paths = paths
    self.parents = parents
    titleWidths = graph.groups.map { TextWidth.of($0.title, size: 13) + 16 }
  }

  /// A frame round the members of each group and the frames of those inside it.
  func frames(centres: [Spot], sizes: [Size]) -> [Box?] {
    var frames = [Box?](repeating: nil, count: parents.count)
    for group in parents.indices.reversed() {
      var frame: Box?
      for vertex in paths.indices where paths[vertex].last == group {
        let box = Box(centre: centres[vertex], size: sizes[vertex])
        frame?.include(box)
        frame = frame ?? box
      }
      for child in parents.indices where parents[child] == group {
        guard let box = frames[child] else { continue }
        frame?.include(box)
        frame = frame ?? box
      }
      guard var frame else { continue }
      // A title wider than the members widens the frame on both sides.
      let lack = max(0, titleWidths[group] - (frame.right - frame.left)) / 2
      let side = max(GraphLayout.groupPadding, lack)
      frame.left -= side
      frame.right += side
      frame.top -= GraphLayout.groupTitle + 6
      frame.bottom += GraphLayout.groupPadding
      frames[group] = frame
    }
    return frames
  }
}
