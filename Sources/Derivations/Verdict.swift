import Diagnostics

/// What a check found out about one step of a derivation.
public enum Verdict: Sendable, Equatable {
  /// Both sides agreed at every point.
  case verified(Evidence)
  /// They differ.
  case refuted(Counterexample)
  /// It cannot hold whatever the values: sizes, indices or names do not go together.
  case shape(Diagnostic)
  /// It could not be read.
  case unread(Diagnostic)
  /// A side has no value at some point: a kink, a logarithm of a negative number.
  case undefined(String)
  /// The line gives a name to what stands on its right.
  case definition
  /// Shown, not claimed.
  case sketch

  /// The word that stands beside the sign.
  public var word: String {
    switch self {
    case .verified: "verified"
    case .refuted: "refuted"
    case .shape: "shape"
    case .unread: "unread"
    case .undefined: "undefined"
    case .definition: "definition"
    case .sketch: "sketch"
    }
  }

  /// Whether nothing speaks against the step.
  public var holds: Bool {
    switch self {
    case .verified, .definition, .sketch: true
    case .refuted, .shape, .unread, .undefined: false
    }
  }
}

/// In what sense a step was seen to hold. Agreement of numbers is evidence, not proof.
public struct Evidence: Sendable, Equatable {
  /// How the two sides were compared.
  public enum Reading: String, Sendable {
    case exact
    /// A Jacobian written by what stands on its diagonal: ∂a/∂z = σ′(z).
    case diagonal
  }

  /// The largest normwise relative error that was seen.
  public var error: Double
  public let tolerance: Double
  /// At how many points the sides were compared.
  public var points: Int
  /// The weakest assumption on the targets under which it held.
  public let assumption: Assumption
  public let reading: Reading
  /// What the lesson's own network and data said.
  public var live = Live.notAsked

  /// A check on the lesson's own network, beside that on its twins.
  public enum Live: Sendable, Equatable {
    /// No data were given.
    case notAsked
    /// It would take more operations than a check may.
    case tooLarge
    /// It agreed, with this error.
    case agreed(Double)
  }

  package init(
    error: Double, tolerance: Double, points: Int, assumption: Assumption, reading: Reading
  ) {
    self.error = error
    self.tolerance = tolerance
    self.points = points
    self.assumption = assumption
    self.reading = reading
  }
}

/// Where and by how much a step fails.
public struct Counterexample: Sendable, Equatable {
  public let error: Double
  public let tolerance: Double
  /// Where the sides differ most: `i = 2, j = 1`, `row 1, column 3`; for sizes `rows` or `columns`.
  public let place: String
  public let left: Double
  public let right: Double
  public let points: Int
  /// The assumption under which it still fails, the strongest that was tried.
  public let assumption: Assumption

  package init(
    error: Double, tolerance: Double, place: String, left: Double, right: Double, points: Int,
    assumption: Assumption
  ) {
    self.error = error
    self.tolerance = tolerance
    self.place = place
    self.left = left
    self.right = right
    self.points = points
    self.assumption = assumption
  }
}

extension Counterexample {
  /// The same, with the network on which it was seen.
  func seen(on network: String) -> Counterexample {
    Counterexample(
      error: error, tolerance: tolerance, place: place.isEmpty ? network : "\(network), \(place)",
      left: left, right: right, points: points, assumption: assumption)
  }
}
