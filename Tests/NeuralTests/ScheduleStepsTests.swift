import Neural
import Testing

/// Worked out by hand from the formulas of the reference, over three steps or epochs.
@Suite("Rates of schedules")
struct ScheduleStepsTests {
  private static func rates(_ schedule: Schedule, ofEpochs: Bool = false) -> [Double] {
    (0..<3).map { t in
      schedule.rate(1, .init(step: t, epoch: ofEpochs ? t : 0, steps: 3))
    }
  }

  private static func expect(_ found: [Double], _ wanted: [Double]) {
    for (a, b) in zip(found, wanted) { #expect(abs(a - b) < 1e-15) }
  }

  @Test("a cosine falls towards its floor and would reach it one step after the last")
  func cosine() {
    let cosine = Schedule.cosine(floor: 0.5)
    Self.expect(Self.rates(cosine), [1, 0.875, 0.625])
    #expect(abs(cosine.rate(1, .init(step: 3, epoch: 0, steps: 3)) - 0.5) < 1e-15)
  }

  @Test("steps, powers and the rise are those of their words")
  func others() {
    Self.expect(Self.rates(.step(every: 2, factor: 0.1), ofEpochs: true), [1, 1, 0.1])
    Self.expect(Self.rates(.exponential(factor: 0.5), ofEpochs: true), [1, 0.5, 0.25])
    Self.expect(Self.rates(.warmUp(steps: 2)), [0.5, 1, 1])
    Self.expect(Self.rates(.constant), [1, 1, 1])
  }
}
