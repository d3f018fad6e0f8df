import Datasets
import Diagnostics
import Neural

/// What a `data` cell does to a dataset once it is there, in this order: limit, scale, split,
/// standardize. Where μ and σ are those of all rows, the rows are standardized before they are
/// split, since a split may draw a row twice.
struct DataPreparation: Sendable {
  let limit: Located<Int>?
  /// The share set apart from everything, and the one then set apart from what is left.
  let test: Located<Split>?
  let validation: Located<Split>?
  let standardization: Located<Standardization.Scope>?
  /// What μ and σ come from; nil if the lesson does not say.
  let fit: Located<FitPart>?
  let scalesToUnit: Bool

  init(_ options: Options) {
    limit = options.optional(
      "limit", OptionType<Int>.positive.located, "only the first so many samples of every part")
    test = options.optional("test", .split, "the share set apart for testing: {fraction: 0.2}")
    validation = options.optional(
      "validation", .split, "the share of the training part set apart for validation")
    standardization = options.optional(
      "standardize", OptionType<Standardization.Scope>.choice("scope").located,
      "(x − μ)/σ over the whole array or per-feature")
    fit = options.optional(
      "fit", OptionType<FitPart>.choice("part").located, shown: "train",
      "what μ and σ are computed from: train, or all rows, each once, before any split")
    if fit != nil, !options.has("standardize") {
      options.reportUnused(
        "fit", "it says what to standardize by, and nothing is standardized",
        help: ["add 'standardize: whole' or 'standardize: per-feature', or leave 'fit' out"])
    }
    scalesToUnit = options.value("unit", .flag, default: false, "divide every value by 255")
  }

  enum FitPart: String, Sendable, CaseIterable {
    case train
    case all
  }

  func apply(
    to dataset: Dataset, using generator: inout MersenneTwister
  ) throws(CellFailure) -> Dataset {
    var dataset = dataset
    if let limit {
      dataset = try step(limit.range) { () throws(DatasetError) in
        try dataset.limited(to: limit.value)
      }
    }
    if scalesToUnit { dataset = dataset.scaledToUnit() }
    let fitsAll = fit?.value == .all
    if fitsAll { dataset = try standardized(dataset, fittedTo: nil) }
    for (split, name) in [(test, "test"), (validation, "validation")] {
      guard let split else { continue }
      dataset = try step(split.range) { () throws(DatasetError) in
        try dataset.splitting(split.value, as: name, using: &generator)
      }
    }
    guard !fitsAll else { return dataset }
    let hasTraining = dataset.parts.contains { $0.name == Dataset.training }
    // Said in so many words, 'train' must be there; unsaid, all there is is to be learned from.
    let isTraining = hasTraining || fit != nil
    return try standardized(dataset, fittedTo: isTraining ? Dataset.training : nil)
  }

  private func standardized(
    _ dataset: Dataset, fittedTo part: String?
  ) throws(CellFailure) -> Dataset {
    guard let standardization else { return dataset }
    return try step(fit?.range ?? standardization.range) { () throws(DatasetError) in
      try dataset.standardized(standardization.value, fittedTo: part)
    }
  }

  /// Runs one step and puts its error at the option that asked for it.
  private func step(
    _ range: Range<Int>, _ work: () throws(DatasetError) -> Dataset
  ) throws(CellFailure) -> Dataset {
    do throws(DatasetError) {
      return try work()
    } catch {
      throw CellFailure(error, at: range)
    }
  }
}

extension OptionType where Value == Located<Split> {
  /// `{count: 30}`, `{fraction: 0.2}`, with `order: sequential`, `stratify: true` or `replacement: true`.
  static let split = OptionType<Split>.group("a share such as {fraction: 0.2} or {count: 30}") {
    options in
    let count = options.optional("count", .positive, "how many samples")
    let fraction = options.optional("fraction", .belowOne, "which part of all samples")
    let order = options.optional(
      "order", .named("order", [("shuffled", Split.Order.shuffled), ("sequential", .sequential)]),
      shown: "shuffled", "whether samples are drawn at random or taken from the end")
    let isReplaced = options.value(
      "replacement", .flag, default: false, "draw with replacement, so that one may come twice")
    let keepsDrawn = options.value(
      "keep-drawn", .flag, default: false, "leave what was drawn in the training part, too")
    let isStratified = options.value(
      "stratify", .flag, default: false, "set the same share of every class apart")
    if isReplaced, order != nil {
      options.reportConflict(
        "replacement", "order", "what is drawn with replacement has no order of its own")
    }
    if isReplaced, isStratified {
      options.reportConflict(
        "replacement", "stratify", "what is drawn with replacement has no fixed share of a class")
    }
    if keepsDrawn, !isReplaced {
      options.reportUnused(
        "keep-drawn", "it is about what is drawn with replacement",
        help: ["add 'replacement: true', or leave it out"])
    }
    if count != nil, fraction != nil {
      options.reportConflict("count", "fraction", "both are the size of the share")
    } else if count == nil, fraction == nil {
      options.reportMissing("count", or: "fraction", "the size of the share")
    }
    return Split(
      count.map(Split.Amount.count) ?? .fraction(fraction ?? 0.5),
      order: isReplaced ? .drawn(keepingDrawn: keepsDrawn) : order ?? .shuffled,
      isStratified: isStratified)
  }.located
}
