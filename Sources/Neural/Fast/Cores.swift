import CTeam
import Synchronization

/// The processor cores this process may use, and how many training runs it has to use them.
///
/// Runs of one process, as under `--jobs`, share the cores evenly: each asks at every step how many
/// are its own, so a run that stays behind alone takes over what the others leave. Other processes
/// are not counted; whether they leave a core is found out by trying (see `Pace`).
/// None of this is seen in a result, which is the same to the bit for any number of threads.
enum Cores {
  /// How many the system lets this process run on.
  static let count = Int(team_cores())

  private static let runs = Atomic<Int>(0)

  /// How many one run may use now.
  static var share: Int { max(1, count / max(1, runs.load(ordering: .relaxed))) }

  /// One training run, counted for as long as it is kept.
  final class Claim {
    init() { runs.wrappingAdd(1, ordering: .relaxed) }
    deinit { runs.wrappingSubtract(1, ordering: .relaxed) }
  }
}

/// When a step is shared among threads, and among how many.
struct Threading {
  /// Multiplications of a step from which on it is cut into parts: some 50 microseconds of work,
  /// where a hand-over takes two.
  var leastWork = 1 << 20
  /// So many threads, whoever else is running; nil for as many as cores are this run's share.
  var threads: Int?

  /// More have not been seen to pay: parts are few and short.
  static let most = 4
}
