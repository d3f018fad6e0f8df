/// Which layer each vertex of a graph stands in, after arrows that close a circle were turned round.
///
/// The first two steps of Sugiyama, Tagawa & Toda 1981: cycles are broken at the arrows that lead
/// back in a depth-first walk, then every vertex stands one layer after the last of its
/// predecessors. Groups that do not lead back to themselves are layered as wholes first, so that
/// one group's frame stands behind another's and not across it.
struct Layering: Equatable {
  /// An arrow by the indices of its ends, from the lower to the higher layer.
  struct Arrow: Equatable {
    let from: Int
    let to: Int
    /// The index of the edge among those given.
    let edge: Int
    let isTurned: Bool
  }

  let layers: [Int]
  let arrows: [Arrow]

  /// - Parameters:
  ///   - edges: Ends as indices below `groups.count`; an edge from a vertex to itself takes no part.
  ///   - groups: The innermost group of each vertex; nil for a vertex in none.
  init(edges: [(from: Int, to: Int)], groups: [Int?]) {
    let count = groups.count
    let real = edges.indices.filter { edges[$0].from != edges[$0].to }
    let back = AcyclicWalk.backEdges(count: count, edges: real.map { edges[$0] })
    arrows = real.enumerated().map { place, index in
      let (from, to) = edges[index]
      return back.contains(place)
        ? Arrow(from: to, to: from, edge: index, isTurned: true)
        : Arrow(from: from, to: to, edge: index, isTurned: false)
    }
    layers = Self.byGroups(arrows, groups: groups) ?? Self.longestPaths(count, arrows)
  }

  /// Layers by whole groups; nil if a way leads out of a group and back into it.
  private static func byGroups(_ arrows: [Arrow], groups: [Int?]) -> [Int]? {
    guard groups.contains(where: { $0 != nil }) else { return nil }
    // A block is a group or a vertex in none.
    var blocks: [Int: Int] = [:]
    var block = Array(repeating: 0, count: groups.count)
    var blockCount = 0
    for vertex in groups.indices {
      if let group = groups[vertex], let known = blocks[group] {
        block[vertex] = known
        continue
      }
      if let group = groups[vertex] { blocks[group] = blockCount }
      block[vertex] = blockCount
      blockCount += 1
    }
    let inner = longestPaths(groups.count, arrows.filter { block[$0.from] == block[$0.to] })
    var depths = Array(repeating: 1, count: blockCount)
    for vertex in groups.indices {
      depths[block[vertex]] = max(depths[block[vertex]], inner[vertex] + 1)
    }
    let outer = arrows.filter { block[$0.from] != block[$0.to] }.map {
      Arrow(from: block[$0.from], to: block[$0.to], edge: $0.edge, isTurned: false)
    }
    let ends = outer.map { (from: $0.from, to: $0.to) }
    guard AcyclicWalk.backEdges(count: blockCount, edges: ends).isEmpty else { return nil }
    let starts = longestPaths(blockCount, outer, depths: depths)
    return groups.indices.map { starts[block[$0]] + inner[$0] }
  }

  /// Layers by longest path from the sources; a source then moves up to its nearest successor, so
  /// that the parameters of a late step stand beside it and not at the far end.
  ///
  /// - Parameter depths: How many layers each vertex takes; nil for one each.
  private static func longestPaths(
    _ count: Int, _ arrows: [Arrow], depths: [Int]? = nil
  ) -> [Int] {
    var waiting = Array(repeating: 0, count: count)
    var outgoing = Array(repeating: [Int](), count: count)
    for arrow in arrows {
      waiting[arrow.to] += 1
      outgoing[arrow.from].append(arrow.to)
    }
    let sources = (0..<count).filter { waiting[$0] == 0 }
    var layers = Array(repeating: 0, count: count)
    var ready = sources
    var next = 0
    while next < ready.count {
      let vertex = ready[next]
      next += 1
      for successor in outgoing[vertex] {
        layers[successor] = max(layers[successor], layers[vertex] + (depths?[vertex] ?? 1))
        waiting[successor] -= 1
        if waiting[successor] == 0 { ready.append(successor) }
      }
    }
    for source in sources {
      let nearest = outgoing[source].map { layers[$0] }.min()
      if let nearest { layers[source] = nearest - (depths?[source] ?? 1) }
    }
    return layers
  }
}
