import Neural

extension OptionType where Value == [Fault] {
  /// Mistakes of published documents, made on purpose.
  static let faults = OptionType.list("a list of faults", of: .choice("fault"))
}
