import CTeam

/// The threads of one training run: the caller and workers that wait for parts of its steps.
final class Team {
  /// How many threads there are, the caller included.
  let threads: Int
  private let team: OpaquePointer

  /// Nil where there is no use for a second thread, or none to be had.
  init?(threads: Int) {
    guard threads > 1, let team = team_create(Int32(threads - 1)) else { return nil }
    self.threads = threads
    self.team = team
  }

  deinit { team_free(team) }

  /// Calls `body` for every part, some of them on other threads, and returns when all are done.
  ///
  /// - Precondition: parts write to different places, and read nothing that another one writes.
  func run(_ parts: Int, _ body: (Int) -> Void) {
    precondition(parts <= team_most_parts, "\(parts) parts are too many for a team")
    // The team calls it for as long as this call lasts, no longer.
    withoutActuallyEscaping(body) { body in
      withUnsafePointer(to: body) { body in
        team_run(
          team,
          { context, part in context?.assumingMemoryBound(to: ((Int) -> Void).self).pointee(part) },
          UnsafeMutableRawPointer(mutating: body), parts)
      }
    }
  }
}
