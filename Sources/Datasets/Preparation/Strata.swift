import Neural

/// How many samples of each class a stratified share takes.
///
/// Of class c with n_c of the n samples a share of k gets n_c·k/n: the whole part of it first, then one
/// more where the fraction is largest, until there are k.
struct Strata {
  private let labels: [Int]
  /// For each class.
  private let quotas: [Int]

  /// - Parameter names: of the classes, for the errors; their numbers if there are none.
  /// - Throws: `invalid` for targets that are no classes, and if a class would be wholly in one part.
  init(of targets: Targets, named names: [String], share: Int) throws(DatasetError) {
    guard case .classes(let labels, let classes) = targets else {
      throw DatasetError(
        .invalid, "a stratified split needs classes, and the targets are numbers",
        help: ["leave 'stratify' out"])
    }
    var counts = [Int](repeating: 0, count: classes)
    for label in labels { counts[label] += 1 }
    var quotas = counts.map { $0 * share / labels.count }
    let remainders = counts.map { $0 * share % labels.count }
    let order = counts.indices.sorted {
      (remainders[$1], $0) < (remainders[$0], $1)
    }
    for index in order.prefix(share - quotas.reduce(0, +)) { quotas[index] += 1 }
    for (index, (count, quota)) in zip(counts, quotas).enumerated()
    where count > 0 && (quota == 0 || quota == count) {
      let name = index < names.count ? names[index] : "\(index)"
      throw DatasetError(
        .invalid,
        "class '\(name)' has \(count) of \(labels.count) samples, so a stratified share of "
          + "\(share) takes \(quota == 0 ? "none" : "all") of them",
        help: ["take another share, or leave 'stratify' out"])
    }
    self.labels = labels
    self.quotas = quotas
  }

  /// Takes the share from the end of an order; both parts keep the order.
  func parting(_ order: [Int]) -> (rest: [Int], share: [Int]) {
    var left = quotas
    var rest: [Int] = []
    var share: [Int] = []
    for index in order.reversed() {
      if left[labels[index]] > 0 {
        left[labels[index]] -= 1
        share.append(index)
      } else {
        rest.append(index)
      }
    }
    return (rest.reversed(), share.reversed())
  }
}
