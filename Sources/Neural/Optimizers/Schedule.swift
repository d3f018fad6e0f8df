import Glibc

/// How the learning rate changes while a network trains.
public struct Schedule: Sendable {
  /// A point in a training run.
  public struct Moment: Sendable, Equatable {
    /// The step about to be made, counted from 0.
    public var step: Int
    /// The epoch it belongs to, counted from 0.
    public var epoch: Int
    /// The number of steps the run is planned to make.
    public var steps: Int

    public init(step: Int, epoch: Int, steps: Int) {
      self.step = step
      self.epoch = epoch
      self.steps = steps
    }
  }

  /// The name a notebook uses: `cosine`.
  public let name: String
  /// The rate at step t of T or epoch e, both counted from 0, from the base rate η and the schedule's
  /// own numbers by their names, in TeX.
  public let formula: String
  /// Where it was published.
  public let source: String

  /// The rate at a moment, from the base rate.
  public let rate: @Sendable (_ base: Double, _ moment: Moment) -> Double

  init(
    _ name: String, formula: String, source: String,
    rate: @escaping @Sendable (Double, Moment) -> Double
  ) {
    self.name = name
    self.formula = formula
    self.source = source
    self.rate = rate
  }
}

extension Schedule {
  /// Every schedule, with the parameters a notebook gets when it gives none.
  public static let all: [Schedule] = [
    .constant, .step(every: 10, factor: 0.5), .exponential(factor: 0.95), .cosine(floor: 0),
    .warmUp(steps: 100),
  ]

  public static let constant = Schedule(
    "constant", formula: #"\eta"#, source: "Robbins & Monro 1951"
  ) { base, _ in base }

  /// The rate times `factor` after every `every` epochs.
  public static func step(every epochs: Int, factor: Double) -> Schedule {
    Schedule(
      "step", formula: #"\eta \cdot \mathrm{factor}^{\lfloor e / \mathrm{every} \rfloor}"#,
      source: "He, Zhang, Ren & Sun 2016, section 3.4"
    ) { base, moment in base * pow(factor, Double(moment.epoch / max(epochs, 1))) }
  }

  /// The rate times `factor` after every epoch.
  public static func exponential(factor: Double) -> Schedule {
    Schedule(
      "exponential", formula: #"\eta \cdot \mathrm{factor}^e"#, source: "Senior, Heigold & al. 2013"
    ) { base, moment in base * pow(factor, Double(moment.epoch)) }
  }

  /// Half a cosine from the base rate down towards `floor`, which it would reach after the last of the
  /// planned steps: T steps have the rates of t = 0 … T − 1.
  public static func cosine(floor: Double) -> Schedule {
    Schedule(
      "cosine",
      formula:
        #"\mathrm{floor} + \frac{1}{2}(\eta - \mathrm{floor})\left(1+\cos\frac{\pi t}{T}\right)"#,
      source: "Loshchilov & Hutter 2017, eq. 5"
    ) { base, moment in
      let share = min(1, Double(moment.step) / Double(max(moment.steps, 1)))
      return floor + (base - floor) * (1 + cos(.pi * share)) / 2
    }
  }

  /// A straight rise over the first steps, then as `following` has it.
  public static func warmUp(steps: Int, following: Schedule = .constant) -> Schedule {
    Schedule(
      "warm-up",
      formula: #"\min\left(1, \frac{t+1}{\mathrm{steps}}\right) \cdot \#(following.formula)"#,
      source: "Goyal, Dollár & al. 2017, section 2.2"
    ) { base, moment in
      let rise = min(1, Double(moment.step + 1) / Double(max(steps, 1)))
      return rise * following.rate(base, moment)
    }
  }
}
