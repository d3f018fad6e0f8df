import FuzzTargets
import Synchronization
import Testing

@Suite("Any bytes", .serialized, .timeLimit(.minutes(5)))
struct FuzzTests {
  /// Long enough to meet what is common; `Tests/Fuzz/run.sh` goes on for as long as one likes.
  private static let time = Duration.seconds(3)
  private static let most = 2_000

  @Test("no reader traps on inputs that are nearly right", arguments: FuzzTarget.all.map(\.name))
  func survives(name: String) throws {
    let target = try #require(FuzzTarget.all.first { $0.name == name })
    let seeds = target.seeds()
    #expect(!seeds.isEmpty)
    for seed in seeds { target.run(seed) }
    var mutator = Mutator(seed: 1)
    let end = ContinuousClock.now + Self.time
    var runs = 0
    while runs < Self.most, ContinuousClock.now < end {
      target.run(mutator.input(from: seeds))
      runs += 1
    }
    #expect(runs > 0)
  }

  @Test("lessons made from the tokens of the language pass 'check' often enough to be run")
  func lessonsRun() throws {
    let target = try #require(FuzzTarget.all.first { $0.name == "lesson" })
    let before = FuzzTarget.lessons.load(ordering: .relaxed)
    for seed in target.seeds() { target.run(seed) }
    #expect(FuzzTarget.lessons.load(ordering: .relaxed) > before)
  }
}
