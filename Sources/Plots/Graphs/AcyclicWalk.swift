/// A depth-first walk that finds what closes a circle.
enum AcyclicWalk {
  private enum State {
    case new
    case open
    case done
  }

  /// The indices of the edges that lead to a vertex still on the stack of the walk.
  ///
  /// The walk keeps its own stack: a chain typed by a user may be longer than the machine's.
  static func backEdges(count: Int, edges: [(from: Int, to: Int)]) -> Set<Int> {
    var successors = Array(repeating: [Int](), count: count)
    for (index, edge) in edges.enumerated() { successors[edge.from].append(index) }
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
}
