/// Whether a run's steps are better shared among threads or not, found out by trying.
///
/// Nothing tells beforehand whether other processes leave a core, and a thread that has none holds
/// the others up. So the way that was slower is tried again from time to time, the less often the
/// longer it has stayed the slower one. Time decides here how a step is made, never what it yields.
struct Pace {
  /// How the next step is to be made.
  private(set) var isShared = true

  private enum Phase {
    /// Steps are made the faster way, unmeasured.
    case keeping
    /// They are measured, and then as many made the other way.
    case measuring
    case trying
  }

  private var phase = Phase.keeping
  private var stepsLeft = window
  private var keeping = shortest
  /// Trials in a row in which the other way was faster.
  private var wins = 0
  private var spent = Duration.zero
  private var usual = Duration.zero

  /// Steps that are compared: several turns of what else runs on a core.
  private static let window = 32
  /// Steps from one trial to the next.
  private static let shortest = 256
  private static let longest = 4096
  /// One may be chance: a thread that was interrupted once.
  private static let winsThatCount = 2

  /// Takes in how long a step took.
  mutating func record(_ time: Duration) {
    spent += time
    stepsLeft -= 1
    guard stepsLeft == 0 else { return }
    switch phase {
    case .keeping:
      (phase, stepsLeft) = (.measuring, Self.window)
    case .measuring:
      usual = spent
      isShared.toggle()
      (phase, stepsLeft) = (.trying, Self.window)
    case .trying:
      wins = spent < usual ? wins + 1 : 0
      if wins == Self.winsThatCount {
        (wins, keeping) = (0, Self.shortest)
      } else {
        isShared.toggle()
        if wins == 0 { keeping = min(2 * keeping, Self.longest) }
      }
      (phase, stepsLeft) = wins == 0 ? (.keeping, keeping) : (.measuring, Self.window)
    }
    spent = .zero
  }
}
