/// Which layer each vertex of a graph stands in, after arrows that close a circle were turned round.
///
/// The first two steps of Sugiyama, Tagawa & Toda 1981: cycles are broken at the arrows that lead
/// back in a depth-first walk, then every vertex stands one layer after the last of its
/// predecessors.
struct Layering: Equatable {
  /// An arrow by the indices of its ends, from the lower to the higher layer.
  struct Arrow: Equatable {
    let from: Int
    let to: Int
    /// The index of the edge of the graph.
    let edge: Int
    let isTurned: Bool
  }

  let layers: [Int]
  let arrows: [Arrow]
  /// Edges from a vertex to itself, which take no part.
  let loops: [Int]

  /// - Parameter edges: Ends as indices below `count`.
  init(count: Int, edges: [(from: Int, to: Int)]) {
    var successors = Array(repeating: [Int](), count: count)
    for (index, edge) in edges.enumerated() where edge.from != edge.to {
      successors[edge.from].append(index)
    }
    let back = Self.backEdges(count: count, edges: edges, successors: successors)
    loops = edges.indices.filter { edges[$0].from == edges[$0].to }
    arrows = edges.indices.filter { edges[$0].from != edges[$0].to }.map { index in
      let edge = edges[index]
      return back.contains(index)
        ? Arrow(from: edge.to, to: edge.from, edge: index, isTurned: true)
        : Arrow(from: edge.from, to: edge.to, edge: index, isTurned: false)
    }
    layers = Self.longestPaths(count: count, arrows: arrows)
  }

  /// The edges that lead to a vertex still on the stack of a depth-first walk.
  ///
  /// The walk keeps its own stack: a chain typed by a user may be longer than the machine's.
  private static func backEdges(
    count: Int, edges: [(from: Int, to: Int)], successors: [[Int]]
  ) -> Set<Int> {
    enum State { case new, open, done }
    var states = Array(repeating: State.new, count: count)
    var back: Set<Int> = []
    for root in 0..<count where states[root] == .new {
      var stack = [(vertex: root, next: 0)]
      states[root] = .open
      while let top = stack.last {
        guard top.next < successors[top.vertex].count else {
          states[top.vertex] = .done
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let edge = successors[top.vertex][top.next]
        switch states[edges[edge].to] {
        case .open: back.insert(edge)
        case .new:
          states[edges[edge].to] = .open
          stack.append((edges[edge].to, 0))
        case .done: break
        }
      }
    }
    return back
  }

  /// Layers by longest path from the sources; a source then moves up to its nearest successor, so
  /// that the parameters of a late step stand beside it and not at the far end.
  private static func longestPaths(count: Int, arrows: [Arrow]) -> [Int] {
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
        layers[successor] = max(layers[successor], layers[vertex] + 1)
        waiting[successor] -= 1
        if waiting[successor] == 0 { ready.append(successor) }
      }
    }
    for source in sources {
      if let nearest = outgoing[source].map({ layers[$0] }).min() { layers[source] = nearest - 1 }
    }
    return layers
  }
}
