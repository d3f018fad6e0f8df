import Diagnostics
import Expressions
import Neural

/// A number that prose and expectations may ask of what the cells made: `accuracy(mlp, iris.test)`.
struct Measure: Sendable {
  /// What an argument may be.
  enum Parameter: Sendable {
    case label(Set<LabelKind.Tag>)
    case number
    case word([String])
    case numberOrWord([String])
    /// A number or any name.
    case setting
  }

  let name: String
  /// As the reference page shows it: `accuracy(network, data)`.
  let usage: String
  let help: String
  let parameters: [Parameter]
  /// How many of the parameters must be given.
  let required: Int
  /// The kind of target it is asked of; nil if of any.
  let asks: Targets.Kind?
  /// What it computes, in TeX.
  let formula: String?
  let value: @Sendable (Arguments, Session) throws -> Double

  init(
    _ usage: String, _ help: String, _ parameters: [Parameter], required: Int? = nil,
    asks: Targets.Kind? = nil, formula: String? = nil,
    value: @escaping @Sendable (Arguments, Session) throws -> Double
  ) {
    name = String(usage.prefix { $0 != "(" })
    self.usage = usage
    self.help = help
    self.parameters = parameters
    self.required = required ?? parameters.count
    self.asks = asks
    self.formula = formula
    self.value = value
  }

  /// Whether one of its arguments may be a label of this kind.
  func takes(_ kind: LabelKind.Tag) -> Bool {
    parameters.contains { if case .label(let kinds) = $0 { kinds.contains(kind) } else { false } }
  }

  /// The diagnostic of a step that a training run did not record.
  static let notRecordedID = "measure.position"

  static func named(_ name: String) -> Measure? { all.first { $0.name == name } }
}

/// The arguments of a measure as written.
struct Arguments: Sendable {
  let expressions: [Expression]
  /// Turns the ranges of the expressions into those of the file.
  let excerpt: SourceExcerpt

  var count: Int { expressions.count }

  func reference(_ index: Int) throws -> LabelReference {
    guard index < count, let reference = expressions[index].reference(in: excerpt) else {
      throw CellFailure("measure.argument", "expected a label", at: range(index))
    }
    return reference
  }

  /// Nil where so many are not given.
  func range(_ index: Int) -> Range<Int>? {
    index < count ? excerpt.range(inFile: expressions[index].range) : nil
  }

  /// A number, if the argument is one.
  func number(_ index: Int) -> Double? {
    guard index < count else { return nil }
    switch expressions[index].kind {
    case .number(let value): return value
    case .negation(let inner): if case .number(let value) = inner.kind { return -value }
    default: break
    }
    return nil
  }

  func word(_ index: Int) -> String? {
    guard index < count, case .symbol(let symbol) = expressions[index].kind else { return nil }
    return symbol.name
  }
}

extension Expression {
  /// `iris.test` as a reference to a label.
  func reference(in excerpt: SourceExcerpt) -> LabelReference? {
    guard case .symbol(let symbol) = kind, symbol.layer == nil else { return nil }
    let pieces = symbol.name.split(separator: ".", maxSplits: 1)
    return LabelReference(
      name: String(pieces.first ?? ""), part: pieces.count > 1 ? String(pieces[1]) : nil,
      range: excerpt.range(inFile: range))
  }
}
