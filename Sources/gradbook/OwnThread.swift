import Dispatch

/// Does long work on a thread of its own. Tasks share as many threads as there are cores, and two
/// trainings would leave none for whoever is to answer meanwhile.
func onOwnThread<Outcome: Sendable>(_ work: @escaping @Sendable () -> Outcome) async -> Outcome {
  await withCheckedContinuation { continuation in
    DispatchQueue(label: "gradbook.work").async { continuation.resume(returning: work()) }
  }
}
