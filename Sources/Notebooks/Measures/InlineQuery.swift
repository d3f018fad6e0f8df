import Diagnostics
import Foundation

/// What stands in `` {eval}`…` ``: an expression and how its value is written.
///
///     accuracy(mlp, iris.test):.1%
///
/// Formats are those of Python: `.4f` digits after the point, `.3e` with an exponent, `.3g`
/// significant digits, `.1%` per cent, `d` a whole number.
struct InlineQuery: Sendable {
  let query: Query
  private let format: ValueFormat

  var labels: Set<String> { query.labels }

  init(_ excerpt: SourceExcerpt, scope: Scope) throws(DiagnosticList) {
    let length = excerpt.text.utf8.count
    if let colon = Self.formatStart(in: excerpt.text) {
      let text = String(decoding: Array(excerpt.text.utf8)[(colon + 1)...], as: UTF8.self)
      guard let format = ValueFormat(text) else {
        throw DiagnosticList([
          Diagnostic(
            "query.format", "unknown format '\(text.shortened)'",
            at: excerpt.range(inFile: colon + 1..<length),
            help: ["formats: .4f, .3e, .3g, .1%, d"])
        ])
      }
      self.format = format
      query = try Query(excerpt.excerpt(0..<colon), scope: scope)
    } else {
      format = .shortest
      query = try Query(excerpt, scope: scope)
    }
  }

  /// Its value, written; `–` where there is none.
  func text(in session: Session) throws(DiagnosticList) -> String {
    try answer(in: session).text
  }

  /// Its value, written, and whether there was something to be asked.
  ///
  /// What is undefined has no number. A lesson may ask for step 1900 of a run of 2000: where a parameter
  /// was changed and the run is too short to have recorded that step, there is no answer either; a run
  /// as declared that lacks it is an error.
  func answer(in session: Session) throws(DiagnosticList) -> (text: String, isRecorded: Bool) {
    do throws(DiagnosticList) {
      let value = try query.value(in: session)
      return (value.isNaN ? "–" : format.text(value), true)
    } catch {
      if error.diagnostics.allSatisfy({ $0.id == CellFailure.undefinedID }) { return ("–", true) }
      guard session.hasChangedParameters,
        error.diagnostics.allSatisfy({ $0.id == Measure.notRecordedID })
      else { throw error }
      return ("–", false)
    }
  }

  /// The offset of the last colon outside brackets.
  private static func formatStart(in text: String) -> Int? {
    var depth = 0
    var found: Int?
    for (offset, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ":") where depth == 0: found = offset
      default: break
      }
    }
    return found
  }
}

/// How a number is written.
enum ValueFormat: Sendable, Equatable {
  case fixed(Int)
  case exponent(Int)
  case significant(Int)
  case percent(Int)
  case whole
  /// As many digits as are worth showing: whole numbers whole, others to four significant digits.
  case shortest

  init?(_ text: String) {
    if text == "d" {
      self = .whole
      return
    }
    guard text.first == ".", let kind = text.last, let digits = Int(text.dropFirst().dropLast()),
      (0...17).contains(digits)
    else { return nil }
    switch kind {
    case "f": self = .fixed(digits)
    case "e": self = .exponent(digits)
    case "g": self = .significant(digits)
    case "%": self = .percent(digits)
    default: return nil
    }
  }

  func text(_ value: Double) -> String {
    switch self {
    case .fixed(let digits): value.fixed(digits)
    case .exponent(let digits):
      value.isFinite ? String(format: "%.\(digits)e", locale: nil, value) : value.fixed(0)
    case .significant(let digits): value.significant(digits)
    case .percent(let digits): value.percent(digits)
    case .whole: value.fixed(0)
    case .shortest:
      value == value.rounded() && abs(value) < 1e15 ? value.fixed(0) : value.significant(4)
    }
  }
}
