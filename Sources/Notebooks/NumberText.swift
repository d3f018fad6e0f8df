import Foundation

extension Double {
  /// At most so many significant digits: `0.1409`, `1.2e-09`.
  public func significant(_ digits: Int) -> String {
    guard isFinite else { return nonFiniteText }
    return String(format: "%.\(digits)g", locale: nil, self)
  }

  /// So many digits after the point.
  func fixed(_ digits: Int) -> String {
    guard isFinite else { return nonFiniteText }
    return String(format: "%.\(digits)f", locale: nil, self)
  }

  /// `96.00 %`
  func percent(_ digits: Int) -> String { (100 * self).fixed(digits) + " %" }

  private var nonFiniteText: String { isNaN ? "NaN" : self > 0 ? "∞" : "−∞" }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
