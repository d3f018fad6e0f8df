import Neural

/// A share of a dataset to be set apart.
public struct Split: Sendable, Equatable {
  public enum Amount: Sendable, Equatable {
    case count(Int)
    /// Of all samples, rounded to the nearest whole number.
    case fraction(Double)
  }

  public enum Order: Sendable, Equatable {
    /// The last samples as they lie in the file.
    case sequential
    /// The last samples of a random order: `p = permutation(n)`, the rest is `p[:n − k]`, the share
    /// `p[n − k:]`.
    case shuffled
    /// Drawn with replacement, `choice(n, k)`. The rest is every sample that was not drawn or, with
    /// `keepingDrawn`, all of them, so that some are in both.
    case drawn(keepingDrawn: Bool)
  }

  public let amount: Amount
  public let order: Order
  /// Whether every class has the same share in both parts, as far as whole samples allow.
  public let isStratified: Bool

  public init(_ amount: Amount, order: Order = .shuffled, isStratified: Bool = false) {
    self.amount = amount
    self.order = order
    self.isStratified = isStratified
  }

  /// The indices that are left and those set apart.
  ///
  /// - Parameter classNames: for the errors.
  /// - Throws: `invalid` if one of the two would be empty or larger than there are samples; if it is
  ///   stratified, also if that would be so of a class, and for targets that are no classes.
  func indices(
    of targets: Targets, classNames: [String] = [], using generator: inout MersenneTwister
  ) throws(DatasetError) -> (rest: [Int], share: [Int]) {
    let count = targets.count
    let share = try size(of: count)
    switch order {
    case .sequential, .shuffled:
      let order = order == .shuffled ? generator.permutation(count) : Array(0..<count)
      guard isStratified else {
        return (Array(order.prefix(count - share)), Array(order.suffix(share)))
      }
      let strata = try Strata(of: targets, named: classNames, share: share)
      return strata.parting(order)
    case .drawn(let keepingDrawn):
      let drawn = generator.choice(share, from: count)
      let isDrawn = Set(drawn)
      let rest = (0..<count).filter { keepingDrawn || !isDrawn.contains($0) }
      guard !rest.isEmpty else {
        throw DatasetError(.invalid, "drawing \(share) of \(count) samples leaves none to train on")
      }
      return (rest, drawn)
    }
  }

  private func size(of count: Int) throws(DatasetError) -> Int {
    let share: Int
    let words: String
    switch amount {
    case .count(let number):
      (share, words) = (number, "\(number)")
    case .fraction(let fraction):
      guard fraction > 0, fraction < 1 else {
        throw DatasetError(
          .invalid, "a fraction of \(fraction) is not between 0 and 1",
          help: ["for a number of samples, give a whole number"])
      }
      share = Int((Double(count) * fraction).rounded())
      words = "\(fraction) of them, which is \(share),"
    }
    guard share > 0 else {
      throw DatasetError(.invalid, "setting apart \(words) of \(count) samples gives an empty part")
    }
    guard share < count else {
      throw DatasetError(
        .invalid, "setting apart \(words) of \(count) samples leaves none to train on")
    }
    return share
  }
}

extension Dataset {
  /// The dataset with a share of one part set apart under a name of its own.
  ///
  /// What is left of `all` is called `train`; any other part keeps its name.
  public func splitting(
    _ split: Split, from source: String? = nil, as name: String = "test",
    using generator: inout MersenneTwister
  ) throws(DatasetError) -> Dataset {
    let hasWhole = parts.contains { $0.name == Self.whole }
    let source = source ?? (hasWhole ? Self.whole : Self.training)
    let rest = source == Self.whole ? Self.training : source
    let examples = try part(source)
    guard !parts.contains(where: { $0.name != source && ($0.name == name || $0.name == rest) }),
      name != rest
    else {
      throw DatasetError(.invalid, "'\(self.name)' has a part '\(name)' already")
    }
    let indices = try split.indices(
      of: examples.targets, classNames: classNames, using: &generator)
    let replaced = parts.flatMap { part in
      part.name == source
        ? [
          Part(rest, examples.selecting(indices.rest)),
          Part(name, examples.selecting(indices.share)),
        ] : [part]
    }
    return with(parts: replaced)
  }

  /// The first `count` samples of every part, or of one.
  public func limited(to count: Int, part: String? = nil) throws(DatasetError) -> Dataset {
    guard count > 0 else {
      throw DatasetError(.invalid, "a limit of \(count) leaves no samples")
    }
    if let part { _ = try self.part(part) }
    return with(
      parts: parts.map {
        guard part == nil || part == $0.name, $0.examples.count > count else { return $0 }
        return Part($0.name, $0.examples.selecting(0..<count))
      })
  }
}
