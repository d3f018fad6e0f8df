import Diagnostics
import Expressions

/// A line of an `expect` cell.
///
///     accuracy(mlp, iris.test) >= 0.95
///     loss(fit, 0) ≈ 0.693147
///     loss(fit, last) ≈ 0.14 ± 0.005
///
/// `≈` (or `~=`) holds within the tolerance after `±` (or `+-`); without one, within one half of the
/// last digit written, so that a published figure is matched to every digit printed.
struct ExpectedStatement: Sendable {
  private enum Claim: Sendable {
    case holds(Query)
    case comparison(Query, Comparison, Query)
    case near(Query, Query, tolerance: Query?, half: Double)
  }

  /// Signs of two bytes before those they begin with, in the order in which they are looked for.
  private enum Comparison: String, Sendable, CaseIterable {
    case atMost = "<="
    case atLeast = ">="
    case equal = "=="
    case unequal = "!="
    case less = "<"
    case greater = ">"

    /// Nothing holds of what is no number, not even that it is unequal.
    func holds(_ a: Double, _ b: Double) -> Bool {
      guard !a.isNaN, !b.isNaN else { return false }
      return switch self {
      case .atMost: a <= b
      case .atLeast: a >= b
      case .equal: a == b
      case .unequal: a != b
      case .less: a < b
      case .greater: a > b
      }
    }
  }

  let text: String
  let range: Range<Int>
  private let claim: Claim

  /// What its sides ask for.
  fileprivate var queries: [Query] {
    switch claim {
    case .holds(let query): [query]
    case .comparison(let left, _, let right): [left, right]
    case .near(let left, let right, let tolerance, _):
      [left, right] + [tolerance].compactMap(\.self)
    }
  }

  var labels: Set<String> { queries.reduce(into: []) { $0.formUnion($1.labels) } }

  /// The statements of a cell's content; what cannot be read is reported.
  static func read(_ options: Options) -> [ExpectedStatement] {
    guard let content = options.content else { return [] }
    var statements: [ExpectedStatement] = []
    var start = 0
    var isEmpty = true
    for line in content.text.split(separator: "\n", omittingEmptySubsequences: false) {
      defer { start += line.utf8.count + 1 }
      let code = line.prefix { $0 != "#" }
      let leading = code.prefix { $0.isWhitespace }.utf8.count
      let trimmed = code.drop { $0.isWhitespace }
      let length =
        trimmed.utf8.count
        - trimmed.reversed().prefix { $0.isWhitespace }.map(\.utf8.count).reduce(0, +)
      guard length > 0 else { continue }
      isEmpty = false
      let excerpt = content.excerpt(start + leading..<start + leading + length)
      do throws(DiagnosticList) {
        statements.append(try ExpectedStatement(excerpt, scope: options.scope))
      } catch {
        error.diagnostics.forEach(options.report)
      }
    }
    if isEmpty {
      options.report(
        Diagnostic(
          "expect.empty", "this cell states nothing", at: options.place(of: ""),
          help: ["write one statement a line, such as 'accuracy(mlp, iris.test) >= 0.95'"]))
    }
    statements.flatMap(\.queries).forEach(options.context.note)
    return statements
  }

  /// One side of a comparison. A statement is one comparison: what joins two, or turns one round, would
  /// be torn apart at the first sign.
  private static func side(
    _ excerpt: SourceExcerpt, _ scope: Scope
  ) throws(DiagnosticList) -> Query {
    let query = try Query(excerpt, scope: scope)
    let text = excerpt.text.drop { $0.isWhitespace }
    guard query.expression.saysWhatHolds, !text.hasPrefix("(") else { return query }
    throw DiagnosticList([
      Diagnostic(
        "expect.joined", "a statement is one comparison, and this joins or turns round others",
        at: excerpt.range(inFile: 0..<excerpt.text.utf8.count),
        help: [
          "write each comparison on a line of its own; they all have to hold",
          "what may hold or not is worked out in a cell '{compute}': 'either = a > 1 or b > 1', then "
            + "'either == 1' here",
        ])
    ])
  }

  init(_ excerpt: SourceExcerpt, scope: Scope) throws(DiagnosticList) {
    let length = excerpt.text.utf8.count
    text = excerpt.text
    range = excerpt.range(inFile: 0..<length)
    if let sign = excerpt.text.place(of: ["≈", "~="]) {
      let rest = sign.upperBound..<length
      let spread = excerpt.text.place(of: ["±", "+-"]).flatMap {
        rest.contains($0.lowerBound) ? $0 : nil
      }
      let right = rest.lowerBound..<(spread?.lowerBound ?? length)
      let left = try Self.side(excerpt.excerpt(0..<sign.lowerBound), scope)
      let value = try Self.side(excerpt.excerpt(right), scope)
      let tolerance: Query? =
        if let spread { try Query(excerpt.excerpt(spread.upperBound..<length), scope: scope) } else
        { nil }
      claim = .near(
        left, value, tolerance: tolerance,
        half: Self.halfOfLastDigit(excerpt.excerpt(right).text))
    } else if let sign = excerpt.text.place(of: Comparison.allCases.map(\.rawValue)),
      let comparison = Comparison(rawValue: excerpt.excerpt(sign).text)
    {
      let left = try Self.side(excerpt.excerpt(0..<sign.lowerBound), scope)
      let right = try Self.side(excerpt.excerpt(sign.upperBound..<length), scope)
      claim = .comparison(left, comparison, right)
    } else {
      let query = try Query(excerpt, scope: scope)
      guard case .not = query.expression.kind else {
        throw DiagnosticList([
          Diagnostic(
            "expect.claim", "this is a value, not a statement that can hold or fail", at: range,
            help: ["compare it: '\(excerpt.text.shortened) >= …', or '≈ … ± …'"])
        ])
      }
      claim = .holds(query)
    }
  }

  func evaluate(in session: Session) throws(DiagnosticList) -> (holds: Bool, finding: String) {
    switch claim {
    case .holds(let query):
      let value = try query.value(in: session)
      return (value == 1, value == 1 ? "true" : "false")
    case .comparison(let left, let comparison, let right):
      let (a, b) = (try left.value(in: session), try right.value(in: session))
      return (comparison.holds(a, b), finding(a, b, isConstant: right.isConstant))
    case .near(let left, let right, let tolerance, let half):
      let (a, b) = (try left.value(in: session), try right.value(in: session))
      let bound = try tolerance?.value(in: session) ?? half
      let apart = abs(a - b)
      // One rounding error of room: 0.45 − 0.4 is a hair more than 0.05.
      let holds = apart <= bound + 4 * Double.ulpOfOne * max(abs(a), abs(b))
      return (
        holds,
        finding(a, b, isConstant: right.isConstant)
          + ", \(apart.significant(2)) apart, \(bound.significant(2)) allowed"
      )
    }
  }

  private func finding(_ a: Double, _ b: Double, isConstant: Bool) -> String {
    isConstant ? "found \(a.significant(8))" : "found \(a.significant(8)) and \(b.significant(8))"
  }

  /// One half of the unit of the last digit of a number as written: 5e-7 for `0.693147`.
  private static func halfOfLastDigit(_ text: String) -> Double {
    let number = text.filter { !$0.isWhitespace && $0 != "_" }
    let mantissa = number.prefix { $0 != "e" && $0 != "E" }
    let exponent = Int(number.dropFirst(mantissa.count + 1)) ?? 0
    guard mantissa.allSatisfy({ $0.isNumber || $0 == "." || $0 == "-" }) else { return 1e-9 }
    let decimals = mantissa.firstIndex(of: ".").map {
      mantissa.distance(from: $0, to: mantissa.endIndex) - 1
    }
    var half = 0.5
    for _ in 0..<min(decimals ?? 0, 300) { half /= 10 }
    for _ in 0..<min(abs(exponent), 300) { half = exponent < 0 ? half / 10 : half * 10 }
    return half
  }
}

extension Query {
  fileprivate var isConstant: Bool { labels.isEmpty }
}

extension String {
  /// The UTF-8 range of the first place outside brackets where any of these stands.
  fileprivate func place(of signs: [String]) -> Range<Int>? {
    let bytes = Array(utf8)
    let wanted = signs.map { Array($0.utf8) }
    var depth = 0
    for offset in bytes.indices {
      switch bytes[offset] {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
      guard depth == 0 else { continue }
      for sign in wanted where bytes[offset...].starts(with: sign) {
        return offset..<offset + sign.count
      }
    }
    return nil
  }
}

extension Expression {
  /// Whether its value says that something holds.
  fileprivate var saysWhatHolds: Bool {
    switch kind {
    case .not: true
    case .binary(let sign, _, _):
      switch sign {
      case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .unequal, .and, .or: true
      case .add, .subtract, .multiply, .scale, .divide, .power: false
      }
    default: false
    }
  }
}
