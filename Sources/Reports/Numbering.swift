/// Counts the figures, tables and equations of a page and knows where each label stands.
struct Numbering {
  enum Kind: String, CaseIterable {
    case figure = "fig"
    case table = "tbl"
    case equation = "eq"
  }

  private var counts: [Kind: Int] = [:]
  /// `fig-loss` with its number.
  private(set) var numbers: [String: Int] = [:]

  /// The next number of a kind, and the anchor if the label has none of that kind yet.
  mutating func next(_ kind: Kind, label: String?) -> (number: Int, id: String?) {
    let number = counts[kind, default: 0] + 1
    counts[kind] = number
    guard let label else { return (number, nil) }
    let id = label.hasPrefix(kind.rawValue + "-") ? label : "\(kind.rawValue)-\(label)"
    guard numbers[id] == nil else { return (number, nil) }
    numbers[id] = number
    return (number, id)
  }
}
