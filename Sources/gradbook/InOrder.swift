/// Does work on elements, at most `jobs` of them at the same time, and uses what comes of each as soon as
/// it and everything before it is done.
func inOrder<Element: Sendable, Outcome: Sendable>(
  _ elements: [Element], jobs: Int, _ work: @escaping @Sendable (Element) -> Outcome,
  use: (Outcome) -> Void
) async {
  await withTaskGroup(of: (Int, Outcome).self) { group in
    var waiting = elements.enumerated().makeIterator()
    func start(_ next: (offset: Int, element: Element)) {
      group.addTask { (next.offset, work(next.element)) }
    }
    for _ in 0..<max(1, jobs) { waiting.next().map(start) }
    var done: [Int: Outcome] = [:]
    var next = 0
    while let (index, outcome) = await group.next() {
      waiting.next().map(start)
      done[index] = outcome
      while let ready = done.removeValue(forKey: next) {
        use(ready)
        next += 1
      }
    }
  }
}
