import Markup
import Plots

/// One picture of each kind, from numbers made up by formulas, so that they never change.
enum PictureSamples {
  static let all: [(name: String, nodes: [Node])] = curves + planes + pixels + diagrams

  /// Values 0…1 that look random: the fractional parts of multiples of the golden ratio, shuffled.
  static func noise(_ count: Int, seed: UInt64 = 1) -> [Double] {
    var state = seed
    return (0..<count).map { _ in
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Double((z ^ (z >> 31)) >> 11) / 9_007_199_254_740_992
    }
  }

  /// A falling loss: 1/(1 + kt) with noise.
  static func loss(_ count: Int, rate: Double, floor: Double, seed: UInt64) -> [Double] {
    zip(0..<count, noise(count, seed: seed)).map { step, random in
      floor + (1 - floor) / (1 + rate * Double(step)) * (0.9 + 0.2 * random)
    }
  }

  private static let epochs = LearningCurve(
    "Loss by epoch", description: "Both losses fall; the test loss rises again after epoch 20.",
    series: [
      .init("training", loss(30, rate: 0.6, floor: 0.01, seed: 1)),
      .init(
        "test",
        loss(30, rate: 0.5, floor: 0.08, seed: 2).enumerated().map {
          $0.element + 0.0003 * Double($0.offset * $0.offset)
        }, best: .lowest),
    ], unit: "epoch", measure: "mean cross-entropy")

  private static let steps = LearningCurve(
    "Loss by step", description: "The loss of each mini-batch and its moving mean.",
    series: [
      .init(
        "loss",
        zip(loss(15_000, rate: 0.01, floor: 0.05, seed: 3), noise(15_000, seed: 4)).map {
          $0 * (0.5 + $1)
        })
    ], unit: "step", measure: "loss", logarithmic: true, smoothing: 300,
    second: SecondAxis("epoch", unit: 300))

  private static let seeds = LearningCurve(
    "Accuracy over ten seeds", description: "Mean and range of the test accuracy.",
    series: [0.97, 0.91].enumerated().map { index, top in
      let mean = (0..<40).map { top - 0.5 / (1 + 0.7 * Double($0)) }
      return .init(
        ["Xavier", "U(−1, 1)"][index], mean,
        spread: .init(
          low: mean.map { $0 - 0.04 },
          high: zip(mean, noise(40, seed: UInt64(index + 9))).map { $0 + 0.02 * $1 }))
    }, unit: "epoch", measure: "test accuracy")

  private static let rates = LearningCurve(
    "Cost at several learning rates", description: "The larger the rate, the faster it falls.",
    series: [("0.01", 0.04), ("0.001", 0.02), ("0.0001", 0.0015), ("0.00005", 0.0012)].map {
      .init("α = \($0.0)", loss(60, rate: $0.1, floor: 0, seed: 5))
    }, unit: "hundred iterations", measure: "cost")

  private static let sweep = SweepCurve(
    "Accuracy by hidden size", description: "From three units on it changes little.",
    parameter: "hidden units", measure: "accuracy, %", values: [1, 2, 3, 4, 5, 20, 50],
    series: [
      (name: "training", results: [67.5, 67.25, 90.75, 90.5, 91.25, 90.5, 90.25]),
      (name: "test", results: [66.1, 66.0, 89.2, 89.9, 90.0, 89.1, 87.5]),
    ], logarithmic: true)

  private static let activation: ActivationCurve = {
    let x = (0...80).map { Double($0) / 10 - 4 }
    let y = x.map { 2 / (1 + exponential(-2 * $0)) - 1 }
    return ActivationCurve(
      "tanh and its derivative", description: "The derivative is highest at 0.", x: x, values: y,
      derivatives: y.map { 1 - $0 * $0 }, names: ("tanh z", "tanh′ z"))
  }()

  private static let gradientSizes = GradientSizes(
    "Size of the gradients", description: "The first layer's gradients are the smallest.",
    layers: (1...5).map { layer in
      let scale = 1 / exponential(1.4 * Double(5 - layer))
      return (
        name: "W\(layer)",
        norms: zip(1...100, noise(100, seed: UInt64(layer))).map {
          scale * (0.7 + 0.6 * $1) / (1 + 0.03 * Double($0))
        }
      )
    }, unit: "step", measure: "‖∂L/∂W‖")

  private static let gradientCheck: GradientCheckCurve = {
    let steps = (1...13).map { 1 / exponential(Double($0) * 2.302585092994046) }
    let errors = zip(steps, noise(13, seed: 8)).map { $0 * $0 * 0.3 + 1e-16 / $0 * (0.3 + $1) }
    return GradientCheckCurve(
      "Error of the numeric gradient", description: "It is least near h = 10⁻⁵.", steps: steps,
      errors: [(name: "error", values: errors)])
  }()

  private static let saturation = Panels(
    zip(["layer 1", "layer 2"], [0.5, 3.0]).map { name, gain in
      let values = zip(noise(2000, seed: 11), noise(2000, seed: 12)).map {
        2 / (1 + exponential(-4 * gain * ($0 + $1 - 1))) - 1
      }
      return Histogram(values, in: -1...1, bins: 24).plot(
        name, description: "Activations of \(name).", x: "activation", y: "units", height: 120)
    })

  static var curves: [(name: String, nodes: [Node])] {
    [
      ("learning-curve-epochs", epochs.picture(id: "p1").nodes),
      ("learning-curve-steps", steps.picture(id: "p2").nodes),
      ("learning-curve-seeds", seeds.picture(id: "p3").nodes),
      ("learning-curve-rates", rates.picture(id: "p4").nodes),
      (
        "thumbnail",
        [Thumbnail("Loss", values: loss(60, rate: 0.1, floor: 0, seed: 6)).node(id: "p5")]
      ),
      ("sweep", sweep.plot.picture(id: "p6").nodes),
      ("activation", activation.plot.picture(id: "p7").nodes),
      ("gradient-sizes", gradientSizes.curve.picture(id: "p8").nodes),
      ("gradient-check", gradientCheck.plot.picture(id: "p9").nodes),
      ("saturation", saturation.picture(id: "p10").nodes),
      (
        "no-data",
        Plot("Nothing", description: "", x: Axis("x"), y: Axis("y"), marks: [Line("a", [.nan])])
          .picture(id: "p11").nodes
      ),
    ]
  }

  /// eˣ by its series, so that the samples need no library.
  static func exponential(_ x: Double) -> Double {
    let halved = x / 1024
    var sum = 1 + halved * (1 + halved / 2 * (1 + halved / 3 * (1 + halved / 4)))
    for _ in 0..<10 { sum *= sum }
    return sum
  }
}
