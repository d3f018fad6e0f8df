import Markup

/// The lines, ticks and labels round a frame.
struct AxisNodes {
  let frame: Frame
  let x: Axis
  let y: Axis
  let second: SecondAxis?
  let margins: Margins

  /// One tick to so many pixels of height, and to the width of a desk; a phone hides every second.
  private static let pixelsPerTick = 48.0
  private static let ticksAcross = 8

  static func yTicks(_ scale: Scale, height: Double) -> [Tick] {
    scale.ticks(about: max(2, Int(height / pixelsPerTick)))
  }

  /// Drawn first, under the marks.
  var grid: [Node] {
    if case .band = frame.y { return [] }
    let lines = Self.yTicks(frame.y, height: frame.height).compactMap { tick -> Node? in
      guard let top = frame.top(tick.value) else { return nil }
      let y = NumberText.percent(top)
      return .element("line", ["x2": "100%", "y1": y, "y2": y])
    }
    return [.element("g", ["class": "plot-grid"], lines)]
  }

  /// Drawn last, round the marks.
  var labels: [Node] {
    let base = Node.element(
      "line", ["class": "plot-axis", "x2": "100%", "y1": "100%", "y2": "100%"])
    var nodes = [base] + yLabels + xLabels
    if !y.label.isEmpty {
      nodes.append(
        .element(
          "text",
          [
            "class": "plot-name", "x": "0", "dx": NumberText.attribute(-margins.left),
            "y": NumberText.attribute(-margins.top + 12),
          ], text: y.isBand ? y.label : "↑ \(y.label)"))
    }
    if !x.label.isEmpty {
      nodes.append(
        .element(
          "text",
          [
            "class": "plot-name plot-end", "x": "100%", "y": "100%",
            "dy": NumberText.attribute(margins.bottom - 8),
          ], text: x.isBand ? x.label : "\(x.label) →"))
    }
    return [.element("g", ["class": "plot-axes"], nodes + secondLabels)]
  }

  private var yLabels: [Node] {
    let labels = Self.yTicks(frame.y, height: frame.height).compactMap { tick in
      frame.top(tick.value).map { top in
        Node.element(
          "text", ["y": NumberText.percent(top)],
          text: TextWidth.shortened(tick.label, to: Margins.mostForTicks))
      }
    }
    return [Self.ticks("plot-end", right: -8, down: 4, labels)]
  }

  /// In a viewport that begins at the lower edge, so that ticks can be measured from there.
  private var xLabels: [Node] {
    let ticks = frame.x.ticks(about: Self.ticksAcross)
    if x.isSlanted {
      return [.element("svg", ["class": "plot-below", "y": "100%"], slanted(ticks))]
    }
    let placed = ticks.enumerated().compactMap { index, tick in
      frame.left(tick.value).map { left in
        (
          x: NumberText.percent(left), tick.label,
          isHidden: Self.hidesOnPhone(index, of: ticks, isBand: x.isBand)
        )
      }
    }
    let lines = placed.map { Node.element("line", ["x1": $0.x, "x2": $0.x, "y2": "5"]) }
    let labels = placed.map { x, label, isHidden in
      Node.element("text", ["class": isHidden ? "plot-wide" : nil, "x": x], text: label)
    }
    return [
      .element(
        "svg", ["class": "plot-below", "y": "100%"],
        [
          .element("g", ["class": "plot-axis"], lines),
          Self.ticks("plot-middle", right: 0, down: 19, labels),
        ])
    ]
  }

  /// Labels of ticks, each at its tick, all moved by so many pixels.
  private static func ticks(
    _ anchor: String, right: Double, down: Double, _ labels: [Node]
  ) -> Node {
    .element(
      "g",
      [
        "class": "plot-tick \(anchor)",
        "transform":
          "translate(\(NumberText.attribute(right)) \(NumberText.attribute(down)))",
      ], labels)
  }

  /// Names too long to stand side by side on a phone, each turned about its own tick.
  private func slanted(_ ticks: [Tick]) -> [Node] {
    ticks.compactMap { tick in
      frame.left(tick.value).map { left in
        .element(
          "svg", ["class": "plot-below", "x": NumberText.percent(left)],
          [
            .element(
              "text",
              ["class": "plot-tick plot-end", "transform": "rotate(-40)", "x": "-8", "y": "10"],
              text: TextWidth.shortened(tick.label, to: Margins.mostForTicks))
          ])
      }
    }
  }

  /// A second x axis above the frame, such as epochs over steps.
  private var secondLabels: [Node] {
    guard let second, case .linear(let scale) = frame.x else { return [] }
    let domain = scale.domain
    let own = LinearScale(
      covering: domain.lowerBound / second.unit...domain.upperBound / second.unit, rounded: false,
      whole: true)
    let ticks = own.ticks(about: 6)
    let name = Node.element(
      "text", ["class": "plot-name plot-end", "x": "100%", "y": "-24"], text: "\(second.label) →")
    let labels = ticks.enumerated().compactMap { index, tick in
      frame.left(tick.value * second.unit).map { left in
        let hidden = Self.hidesOnPhone(index, of: ticks)
        return Node.element(
          "text", ["class": hidden ? "plot-wide" : nil, "x": NumberText.percent(left)],
          text: tick.label)
      }
    }
    return [name, Self.ticks("plot-middle", right: 0, down: -7, labels)]
  }

  /// Every second of many labels gives way on a narrow screen; zero stays.
  private static func hidesOnPhone(
    _ index: Int, of ticks: [Tick], isBand: Bool = false
  ) -> Bool {
    let room = ticks.reduce(0) { $0 + TextWidth.of($1.label) + 10 }
    guard (ticks.count > 6 && !isBand) || room > Margins.narrowest else { return false }
    let zero = ticks.firstIndex { $0.value == 0 } ?? 0
    return !(index - zero).isMultiple(of: 2)
  }
}

/// A second x axis: `unit` of the first axis are one of this.
public struct SecondAxis: Sendable, Equatable {
  public let label: String
  public let unit: Double

  /// Nil if `unit` is not a positive number.
  public init?(_ label: String, unit: Double) {
    guard unit.isDrawable, unit > 0 else { return nil }
    self.label = label
    self.unit = unit
  }
}
