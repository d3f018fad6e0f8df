import Notebooks

/// Writes small lessons out of the tokens of the language: what a cell may be told comes from the
/// reference, so that a new option, measure or kind of plot is tried as soon as it is there.
struct LessonWriter {
  var choices: Choices
  private var lines: [String] = []
  private var features = 2
  private var classes = 2
  private var layers = 1
  /// The labels of sweeps and gradient checks so far.
  private(set) var sweeps: [String] = []
  private(set) var checks: [String] = []

  init(_ bytes: [UInt8]) { choices = Choices(bytes) }

  /// A lesson whose data, network and training fit together more often than not.
  mutating func lesson() -> String {
    lines = ["---", "seed: \(choices.below(4))"]
    if choices.oncePer(3) { lines.append("precision: float") }
    if choices.oncePer(3) { lines.append("lang: \(choices.one(of: ["zh", "ru"]))") }
    lines += ["params: {p: \(number())}", "---", ""]
    data()
    network()
    train()
    notation()
    for _ in 0...choices.below(4) where choices.areLeft { cell() }
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func block(_ head: String, _ body: [String], content: [String]? = nil) {
    lines += ["```{\(head)"] + body + (content.map { ["---"] + $0 } ?? []) + ["```", ""]
  }

  private mutating func data() {
    let count = 2 + choices.below(9)
    let kind = choices.one(of: [
      "blobs: {count: \(count), classes: 3, features: 2}", "xor: {count: \(count)}",
      "circles: {count: \(count)}", "moons: {count: \(count)}", "spirals: {count: \(count)}",
      "parity: {bits: 3}", "flower: {count: \(count)}",
      "blobs: {count: \(count), classes: 2, features: 1}",
    ])
    features = kind.contains("bits") ? 3 : kind.contains("features: 1") ? 1 : 2
    classes = kind.contains("classes: 3") ? 3 : 2
    block(
      "data} d",
      ["generate: {\(kind)}", "test: {fraction: \(choices.one(of: ["0.5", "0.25", "0.9"]))}"]
        + options(of: "data", atMost: 2))
  }

  private mutating func network() {
    layers = 1 + choices.below(3)
    let activations = names("activation")
    let single = classes == 2 && choices.below(2) == 1
    var body = ["input: \(choices.oncePer(40) ? 4 : features)", "layers:"]
    for layer in 1...layers {
      let isLast = layer == layers
      let units = isLast ? (single ? 1 : classes) : 1 + choices.below(3)
      var activation = choices.one(of: activations)
      if isLast, !choices.oncePer(24) { activation = single ? "sigmoid" : "softmax" }
      let initializer = choices.oncePer(4) ? ", init: \(choices.one(of: names("initializer")))" : ""
      body.append("  - {units: \(units), activation: \(activation)\(initializer)}")
    }
    let usual = single ? "binary-cross-entropy" : "cross-entropy"
    body.append("loss: \(choices.oncePer(8) ? choices.one(of: names("loss")) : usual)")
    block("network} n", body + options(of: "network", atMost: 1))
  }

  private mutating func train() {
    block(
      "train} t",
      [
        "network: n", "data: \(choices.one(of: ["d.train", "d", "d.test"]))",
        "steps: \(choices.below(6) + 1)", "learning-rate: \(choices.one(of: Self.rates))",
      ] + options(of: "train", atMost: 3))
  }

  private mutating func notation() {
    block(
      "notation}",
      [
        "network: n",
        "symbols: {X: input, Y: target, W_l: weights, b_l: bias, z_l: preactivation, "
          + "a_l: activation, P: output, L: loss, m: batch}",
      ] + options(of: "notation", atMost: 1))
  }

  private mutating func cell() {
    switch choices.below(12) {
    case 0: block("expect}", [statement(), statement()])
    case 1: block("compute}", ["data: d", "samples: \(2 + choices.below(3))"], content: code())
    case 2: block("derivation} r\(lines.count)", derivationOptions(), content: [equation()])
    case 3: block("derive} e\(lines.count)", options(of: "derive", atMost: 2))
    case 4: plot()
    case 5:
      block(
        "table}", ["columns: [A, B]", "rows:", "  - [\"\(value())\", \"\(value()):.2f\"]"])
    case 6: block("evaluate}", ["network: n", "data: d.test"] + options(of: "evaluate", atMost: 2))
    case 7: block("predict}", ["network: n", "data: d"] + options(of: "predict", atMost: 2))
    case 8:
      let label = "g\(lines.count)"
      block(
        "gradient-check} \(label)",
        ["network: n", "data: d"] + options(of: "gradient-check", atMost: 2))
      checks.append(label)
    case 9: block("dimensions}", ["network: n"] + options(of: "dimensions", atMost: 1))
    case 10:
      block("sweep} s\(lines.count)", ["repeat: t", sweep()] + options(of: "sweep", atMost: 1))
    default: lines += ["A {eval}`\(value())` and {eval}`\(value()):.3f` and $\(equation())$.", ""]
    }
  }

  private mutating func plot() {
    let kind = choices.one(of: names("kind of plot"))
    block("plot}", ["kind: \(kind)"] + requiredOptions(of: kind) + options(of: kind, atMost: 2))
  }

  private mutating func sweep() -> String {
    choices.one(of: [
      "over: {t.learning-rate: [\(number()), \(number())]}", "over: {t.steps: [1, 2]}",
      "over: {n.layers.1.units: [1, 2]}", "seeds: 0..2",
      "over: {n.loss: [cross-entropy, quadratic]}",
    ])
  }

  private mutating func derivationOptions() -> [String] { options(of: "derivation", atMost: 1) }
}
