import Diagnostics
import TeX

/// A derivation with a verdict on every step.
public struct CheckedDerivation: Sendable {
  public let steps: [CheckedStep]
  /// Whatever is wrong with the text itself.
  public let diagnostics: [Diagnostic]
  /// Where the engine's backward pass and the derivative of the forward pass part; then the engine
  /// is to blame, not the lesson.
  public let engineFaults: [EngineFault]
  /// The symbols of the formula with their shapes, for showing on demand.
  public let shapes: [SymbolShape]
  /// What may be said of the points: `3 points on a twin 4-5-3, batch 2`.
  public let setting: String

  package init(
    steps: [CheckedStep], diagnostics: [Diagnostic], engineFaults: [EngineFault],
    shapes: [SymbolShape], setting: String
  ) {
    self.steps = steps
    self.diagnostics = diagnostics
    self.engineFaults = engineFaults
    self.shapes = shapes
    self.setting = setting
  }

  /// Whether every step holds and the engine agrees.
  public var isVerified: Bool {
    !steps.isEmpty && diagnostics.isEmpty && engineFaults.isEmpty
      && steps.allSatisfy(\.verdict.holds)
  }

  /// Whether a step was read and found not to hold. What could not be read is not refuted.
  public var isRefuted: Bool {
    steps.contains { step in
      switch step.verdict {
      case .refuted, .shape, .undefined: true
      case .verified, .unread, .definition, .sketch: false
      }
    }
  }
}

/// One relation of a derivation: two neighbouring sides, or the first and the last.
public struct CheckedStep: Sendable {
  public enum Kind: String, Sendable {
    /// Two sides with an equals sign between them.
    case equality
    /// The first side of a chain against its last.
    case endToEnd
    case update, size, distribution
  }

  public let kind: Kind
  /// Where the sides stand, in UTF-8 bytes of the text.
  public let left: Range<Int>
  public let right: Range<Int>
  public let verdict: Verdict
  /// What would repair it, if exactly one change does: `correct when multiplied by ⊙ $1[h_1 > 0]$`. TeX
  /// stands between dollars.
  public let diagnosis: String?

  package init(
    kind: Kind, left: Range<Int>, right: Range<Int>, verdict: Verdict, diagnosis: String?
  ) {
    self.kind = kind
    self.left = left
    self.right = right
    self.verdict = verdict
    self.diagnosis = diagnosis
  }

  /// The same step as a sketch if its right side stands on one of these lines (from 1).
  func sketched(onLines lines: Set<Int>, of formula: Formula) -> CheckedStep {
    let rows = formula.alignment?.rows ?? []
    let line = rows.firstIndex { $0.range.contains(right.lowerBound) }.map { $0 + 1 } ?? 1
    guard lines.contains(line) else { return self }
    return CheckedStep(kind: kind, left: left, right: right, verdict: .sketch, diagnosis: nil)
  }
}

/// A symbol with its shape.
public struct SymbolShape: Sendable, Equatable {
  public let range: Range<Int>
  public let shape: String

  package init(range: Range<Int>, shape: String) {
    self.range = range
    self.shape = shape
  }
}

/// A gradient on which the engine and the forward pass disagree.
public struct EngineFault: Sendable, Equatable {
  /// `∂L/∂W₁`
  public let gradient: String
  /// Counted from 1, in the engine's layout.
  public let row: Int
  public let column: Int
  /// What the engine's backward pass says.
  public let engine: Double
  /// What the forward pass alone says.
  public let forward: Double
  /// Normwise relative.
  public let error: Double

  package init(
    gradient: String, row: Int, column: Int, engine: Double, forward: Double, error: Double
  ) {
    self.gradient = gradient
    self.row = row
    self.column = column
    self.engine = engine
    self.forward = forward
    self.error = error
  }

  public var description: String {
    "the engine's backward pass is wrong at \(gradient)[\(row), \(column)]: \(engine), "
      + "the forward pass alone gives \(forward)"
  }
}
