import Diagnostics

/// What became of a text in TeX: always a formula, and whatever is wrong with it.
public struct ParsedFormula: Sendable, Equatable {
  /// The tree; where something is wrong an `invalid` piece stands in it.
  public let formula: Formula
  /// The text that was parsed, into which all ranges point.
  public let source: String
  /// `\tag` of a formula that is not made of tagged rows.
  public let tag: Formula.Tag?
  /// `\label` likewise.
  public let label: Formula.Label?
  /// In the order of the text, with ranges in UTF-8 bytes of `source`.
  public let diagnostics: [Diagnostic]
  /// The macros that are known after this formula: those it was given, and its own `\newcommand`s.
  public let macros: Macros
}
