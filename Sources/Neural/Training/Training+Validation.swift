extension Training {
  /// The number of samples in a full batch.
  public func batchSize(of examples: Int) -> Int {
    switch batch {
    case .whole: examples
    case .size(let size): size
    }
  }

  /// The steps in one epoch; the last may see fewer samples.
  public func stepsPerEpoch(of examples: Int) -> Int {
    let size = max(1, batchSize(of: examples))
    return examples / size + (examples % size == 0 ? 0 : 1)
  }

  /// The steps of the whole run, if nothing ends it early.
  public func steps(of examples: Int) -> Int {
    switch length {
    case .steps(let steps): return steps
    case .epochs(let epochs):
      let (steps, overflow) = epochs.multipliedReportingOverflow(by: stepsPerEpoch(of: examples))
      return overflow ? Int.max : steps
    }
  }

  /// Throws where a figure to stop at or to watch is not one of targets of this kind.
  public func validate(figuresOf kind: Targets.Kind) throws(Failure) {
    let watched = stopping.keepsBest || stopping.patience != nil ? stopping.watched : nil
    for figure in [stopping.target?.figure, watched].compactMap(\.self) {
      if let asked = figure.kind, asked != kind { throw .figure(figure, kind) }
    }
    if let target = stopping.target, target.set == .running, target.figure.kind == .values {
      throw .runningFigure(target.figure)
    }
  }

  /// Throws where an option makes no sense for this many examples.
  public func validate(examples: Int, hasValidation: Bool) throws(Failure) {
    guard examples > 0 else { throw .noExamples }
    if case .size(let size) = batch {
      try require("batch", Double(size), size > 0, "at least 1")
      guard size <= examples else { throw .batchTooLarge(batch: size, examples: examples) }
    }
    try require("rate", rate, rate.isFinite, "a finite number")
    let regularization = regularization
    try require("dropout", regularization.dropout, 0..<1 ~= regularization.dropout, "in [0, 1)")
    try require("l2", regularization.l2, isPenalty(regularization.l2), "finite and not negative")
    try require("l1", regularization.l1, isPenalty(regularization.l1), "finite and not negative")
    switch regularization.clipping {
    case .norm(let bound)?, .value(let bound)?: try require("clip", bound, bound > 0, "above 0")
    case nil: break
    }
    switch length {
    case .steps(let steps): try require("steps", Double(steps), steps >= 0, "0 or more")
    case .epochs(let epochs): try require("epochs", Double(epochs), epochs >= 0, "0 or more")
    }
    if case .reseeded(let bound) = order {
      try require("seed bound", Double(bound), 1...Int(UInt32.max) ~= bound, "in 1…4294967295")
    }
    if let patience = stopping.patience {
      try require("patience", Double(patience), patience > 0, "at least 1")
      guard hasValidation else { throw .needsValidation("patience") }
    }
    if stopping.target?.set == .validation && !hasValidation {
      throw .needsValidation("a target on the validation split")
    }
  }

  private func isPenalty(_ strength: Double) -> Bool { strength.isFinite && strength >= 0 }

  private func require(
    _ option: String, _ value: Double, _ holds: Bool, _ allowed: String
  ) throws(Failure) {
    guard holds else { throw .outOfRange(option: option, value: value, allowed: allowed) }
  }
}
