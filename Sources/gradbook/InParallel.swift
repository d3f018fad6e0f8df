import Dispatch

/// What work makes of elements, at most `jobs` of them at the same time; in the elements' order.
func inParallel<Element: Sendable, Outcome: Sendable>(
  _ elements: [Element], jobs: Int, _ work: @escaping @Sendable (Element) async -> Outcome
) async -> [Outcome] {
  await withTaskGroup(of: (Int, Outcome).self) { group in
    var waiting = elements.enumerated().makeIterator()
    func start(_ next: (offset: Int, element: Element)) {
      group.addTask { (next.offset, await work(next.element)) }
    }
    for _ in 0..<jobs { waiting.next().map(start) }
    var outcomes: [Outcome?] = Array(repeating: nil, count: elements.count)
    while let (index, outcome) = await group.next() {
      outcomes[index] = outcome
      waiting.next().map(start)
    }
    return outcomes.compactMap(\.self)
  }
}

/// Does long work on a thread of its own. Tasks share as many threads as there are cores, and two
/// trainings would leave none for whoever is to answer meanwhile.
func onOwnThread<Outcome: Sendable>(_ work: @escaping @Sendable () -> Outcome) async -> Outcome {
  await withCheckedContinuation { continuation in
    DispatchQueue(label: "gradbook.work").async { continuation.resume(returning: work()) }
  }
}
