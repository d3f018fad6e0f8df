/// What the text of a field is, as far as a column of numbers is concerned.
enum CSVField: Equatable {
  case number(Double)
  /// Nothing, or a word for nothing such as `NA`.
  case missing
  /// Something a reader takes for a number, in a form that is not read as one.
  case nearly(CSVNearNumber)
  case word

  /// - Parameter text: without blanks around it.
  init(_ text: String, decimal: CSVDecimal) {
    if Self.isMissing(text) {
      self = .missing
    } else if let number = CSVNumber.parse(ArraySlice(text.utf8), decimal: decimal) {
      self = number.isFinite ? .number(number) : .nearly(.infinite)
    } else if let form = CSVNearNumber(text, decimal: decimal) {
      self = .nearly(form)
    } else {
      self = .word
    }
  }

  /// Words that data files have where there is nothing, in lower case.
  private static let nothing: Set = [
    "", "?", "na", "n/a", "#n/a", "<na>", "nan", "null", "nil", "none",
  ]

  /// Whether a text, without blanks around it, says that there is nothing.
  static func isMissing(_ text: String) -> Bool {
    text.utf8.count <= 4 && nothing.contains(text.lowercased())
  }
}
