/// Runs lessons, some at the same time, and hands on what became of them in the order of the paths.
struct LessonQueue {
  /// How many run at the same time.
  let jobs: Int
  /// Whether no more are started once one has failed.
  let stopsAtFailure: Bool
  let run: @Sendable (String) async -> LessonResult

  /// Runs the lessons; each result is handed on as soon as those before it have been.
  ///
  /// Lessons that were under way when another failed are finished; the others are told as not run.
  func forEach(of paths: [String], _ receive: (LessonResult) -> Void) async {
    await withTaskGroup(of: (Int, LessonResult).self) { group in
      var waiting = paths.indices[...]
      var finished: [Int: LessonResult] = [:]
      var turn = 0
      func start() {
        guard let index = waiting.popFirst() else { return }
        group.addTask { (index, await run(paths[index])) }
      }
      for _ in 0..<jobs { start() }
      while let (index, result) = await group.next() {
        finished[index] = result
        if stopsAtFailure, !result.succeeded {
          for left in waiting { finished[left] = .notRun(paths[left]) }
          waiting = waiting.suffix(0)
        }
        start()
        while let next = finished.removeValue(forKey: turn) {
          receive(next)
          turn += 1
        }
      }
    }
  }
}
