/// What had to be assumed of the targets for a formula to hold; the weakest comes first.
public enum Assumption: Int, Sendable, Comparable, CaseIterable {
  /// Any numbers.
  case anyTarget
  /// The targets of a sample sum to 1.
  case normalized
  /// One target of a sample is 1, the others are 0.
  case oneHot

  public static func < (left: Assumption, right: Assumption) -> Bool {
    left.rawValue < right.rawValue
  }

  /// As the page says it.
  public var description: String {
    switch self {
    case .anyTarget: "any targets"
    case .normalized: "targets that sum to 1"
    case .oneHot: "one-hot targets"
    }
  }
}
