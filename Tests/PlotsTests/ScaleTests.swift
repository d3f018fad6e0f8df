import Testing

@testable import Plots

@Suite("Scales")
struct ScaleTests {
  /// Ranges of every kind a user's data may have, from a fixed seed.
  static let ranges: [ClosedRange<Double>] = {
    let exponents = PictureSamples.noise(200, seed: 31).map { $0 * 40 - 20 }
    let sizes = PictureSamples.noise(200, seed: 32)
    let random = zip(exponents, sizes).map { exponent, size -> ClosedRange<Double> in
      let unit = PictureSamples.exponential(exponent)
      return -unit * size...unit * (1.1 - size)
    }
    return random + [
      0...0, 1...1, -5 ... -5, 0...1, 0.9...0.95, -1e300...1e300, 0...Double.leastNonzeroMagnitude,
      1e15...1e15 + 1,
      -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude, 1e-300...2e-300,
    ]
  }()

  @Test("a rounded linear axis covers its range and ends on ticks", arguments: ranges)
  func roundedAxisCovers(range: ClosedRange<Double>) throws {
    let scale = LinearScale(covering: range)
    let kept = range.clamped(to: -1e300...1e300)
    let slack = (scale.domain.upperBound - scale.domain.lowerBound) * 1e-6
    #expect(scale.domain.lowerBound <= kept.lowerBound + slack)
    #expect(scale.domain.upperBound >= kept.upperBound - slack)
    let ticks = scale.ticks(about: 5)
    #expect((2...12).contains(ticks.count))
    for tick in ticks {
      let place = try #require(scale.position(tick.value))
      #expect((-1e-6...1 + 1e-6).contains(place))
    }
  }

  @Test("neighbouring ticks of a linear axis have different labels", arguments: ranges)
  func labelsDiffer(range: ClosedRange<Double>) {
    let labels = LinearScale(covering: range).ticks(about: 5).map(\.label)
    #expect(Set(labels).count == labels.count, "\(labels)")
  }

  @Test("the larger value stands further along", arguments: ranges)
  func isMonotone(range: ClosedRange<Double>) throws {
    let linear = LinearScale(covering: range)
    let log = LogScale(covering: range)
    let values = (0...10).map {
      linear.domain.lowerBound * (1 - Double($0) / 10) + linear.domain.upperBound * Double($0) / 10
    }
    let places = values.compactMap(linear.position)
    #expect(places == places.sorted())
    let logPlaces = values.compactMap(log.position)
    #expect(logPlaces == logPlaces.sorted())
    #expect(logPlaces.allSatisfy { $0.isFinite })
  }

  @Test("steps are 1, 2 or 5 times a power of ten")
  func stepsAreRound() {
    #expect(LinearScale.step(span: 1, about: 5) == 0.2)
    #expect(LinearScale.step(span: 7, about: 5) == 1)
    #expect(LinearScale.step(span: 0.13, about: 5) == 0.02)
    #expect(LinearScale.step(span: 42, about: 8) == 5)
    #expect(LinearScale.step(span: 3, about: 8, whole: true) == 1)
  }

  @Test("ticks carry the digits their step needs")
  func tickLabels() {
    let labels = { (range: ClosedRange<Double>) in
      LinearScale(covering: range).ticks(about: 5).map(\.label)
    }
    #expect(labels(0...1) == ["0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(labels(-2...2) == ["−2", "−1", "0", "1", "2"])
    #expect(labels(0.97...0.98) == ["0.970", "0.972", "0.974", "0.976", "0.978", "0.980"])
    #expect(
      labels(0...50_000) == [
        "0", "10\u{202F}000", "20\u{202F}000", "30\u{202F}000",
        "40\u{202F}000", "50\u{202F}000",
      ])
    #expect(labels(0...4e-8).last == "4×10⁻⁸")
  }

  @Test("a logarithmic axis has ticks at 1, 2, 5 while it is short and at powers when it is long")
  func logTicks() {
    #expect(
      LogScale(covering: 0.03...0.8).ticks(about: 5).map(\.label)
        == ["0.02", "0.05", "0.1", "0.2", "0.5", "1"])
    #expect(
      LogScale(covering: 1e-12...1e-2).ticks(about: 6).map(\.label)
        == ["10⁻¹²", "10⁻¹⁰", "10⁻⁸", "10⁻⁶", "10⁻⁴", "0.01"])
  }

  @Test("zero, negative, infinite and missing values have no place on a logarithmic axis")
  func logHasNoZero() {
    let scale = LogScale(covering: 0.1...10, rounded: false)
    for value in [0, -1, Double.infinity, -Double.infinity, Double.nan] {
      #expect(scale.position(value) == nil)
    }
    #expect(scale.position(1).map { abs($0 - 0.5) < 1e-12 } == true)
  }

  @Test("categories stand in the middle of equal bands")
  func bands() {
    let scale = BandScale(["a", "b", "c", "d"])
    #expect(scale.position(0) == 0.125)
    #expect(scale.position(3) == 0.875)
    #expect(scale.ticks.map(\.label) == ["a", "b", "c", "d"])
  }

  @Test(
    "numbers are written with fixed rounding and a real minus",
    arguments: [
      (0.9758, "0.9758"), (-0.00001234, "−1.234×10⁻⁵"), (1_234_567, "1\u{202F}234\u{202F}567"),
      (0, "0"), (99.99999, "100"), (1e22, "10²²"), (-2.5e-300, "−2.5×10⁻³⁰⁰"), (.infinity, "∞"),
      (.nan, "NaN"), (Double.leastNonzeroMagnitude, "4.941×10⁻³²⁴"),
    ])
  func significant(value: Double, text: String) {
    #expect(NumberText.significant(value) == text)
  }

  @Test("an attribute never holds anything but a short plain decimal")
  func attributes() {
    #expect(NumberText.attribute(12.04) == "12")
    #expect(NumberText.attribute(-0.04) == "0")
    #expect(NumberText.attribute(-12.25) == "-12.3")
    #expect(NumberText.attribute(.nan) == "0")
    #expect(NumberText.attribute(1e300) == "1000000000")
    #expect(NumberText.percent(0.37525) == "37.53%")
  }
}
