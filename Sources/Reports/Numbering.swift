import Notebooks

/// Counts the figures, tables and equations of a page and knows where each label stands.
struct Numbering {
  typealias Kind = ExhibitKind

  private var counts: [Kind: Int] = [:]
  /// `fig-loss` with its number.
  private(set) var numbers: [String: Int] = [:]
  /// What references can lead to, with a number or without.
  private(set) var anchors: Set<String> = []

  /// The next number of a kind, and the anchor if the label has none of that kind yet.
  mutating func next(_ kind: Kind, label: String?) -> (number: Int, id: String?) {
    let number = counts[kind, default: 0] + 1
    counts[kind] = number
    let id = anchor(kind, label: label)
    if let id { numbers[id] = number }
    return (number, id)
  }

  /// The anchor of what has no caption and so no number, if the label has none of that kind yet.
  mutating func anchor(_ kind: Kind, label: String?) -> String? {
    guard let id = label.map(kind.anchor), anchors.insert(id).inserted else { return nil }
    return id
  }
}
