import Expressions
import Testing

@Suite("Numbers that carry a derivative")
struct DualTests {
  @Test(
    "every function's derivatives match central differences",
    arguments: ElementFunction.all.map(\.name))
  func derivatives(_ name: String) throws {
    let function = try #require(ElementFunction.named(name))
    for x in [0.3, 0.7, 1.4, 2.2] {
      let h = 1e-5
      let first = (function.value(x + h) - function.value(x - h)) / (2 * h)
      let second = (function.derivative(x + h) - function.derivative(x - h)) / (2 * h)
      #expect(abs(function.derivative(x) - first) < 1e-8 * max(1, abs(first)))
      #expect(abs(function.secondDerivative(x) - second) < 1e-8 * max(1, abs(second)))
    }
  }

  @Test("products, quotients and powers follow their rules")
  func rules() {
    let x = Dual(1.5, slope: 1)
    let y = Dual(0.4, slope: -2)
    func difference(_ f: (Double) -> Double) -> Double { (f(1e-6) - f(-1e-6)) / 2e-6 }
    let cases: [(Dual, (Double) -> Double)] = [
      (x * y, { (1.5 + $0) * (0.4 - 2 * $0) }),
      (x / y, { (1.5 + $0) / (0.4 - 2 * $0) }),
      (x.raised(to: Dual(3)), { (1.5 + $0) * (1.5 + $0) * (1.5 + $0) }),
      (x.raised(to: y), { (1.5 + $0).raised(to: 0.4 - 2 * $0) }),
      (-x + y - x, { -(1.5 + $0) + (0.4 - 2 * $0) - (1.5 + $0) }),
    ]
    for (dual, function) in cases {
      #expect(abs(dual.value - function(0)) < 1e-14)
      #expect(abs(dual.slope - difference(function)) < 1e-8)
    }
  }

  @Test("where nothing moves, an infinite slope does not make a NaN")
  func still() {
    #expect(Dual(0).mapped(0, slope: .infinity).slope == 0)
  }
}
