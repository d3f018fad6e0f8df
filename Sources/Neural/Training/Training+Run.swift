extension Training {
  /// Trains a network on the reference path.
  ///
  /// - Parameters:
  ///   - validation: examples that are only looked at.
  ///   - faults: published mistakes to make on purpose.
  ///   - generator: draws the order of samples and dropout.
  ///   - progress: called after steps, at most a few hundred times a run.
  /// - Throws: `Training.Failure` for an option that makes no sense, `ShapeError` for examples that
  ///   do not fit the network, `TargetFault` for targets its loss has no meaning for; all before the
  ///   first step.
  public func run<Scalar: Real>(
    _ network: Network<Scalar>, on examples: Examples, validation: Examples? = nil,
    faults: Set<Fault> = [], using generator: inout MersenneTwister,
    progress: (TrainingProgress) -> Void = { _ in }
  ) throws -> TrainingOutcome<Scalar> {
    let step = try ReferenceStep(
      network, examples: examples, training: self, faults: faults)
    guard faults.contains(.softmaxOverBatch) else {
      return try run(
        step, on: examples, validation: validation, using: &generator, progress: progress)
    }
    return try run(
      OverBatchStep(step, targets: examples.targets.kind), on: examples, validation: validation,
      using: &generator,
      progress: progress)
  }

  /// Trains by any kind of step, which must have been made for these examples; throws as the
  /// reference path does.
  public func run<Step: TrainingStep>(
    _ step: Step, on examples: Examples, validation: Examples? = nil,
    using generator: inout MersenneTwister,
    progress: (TrainingProgress) -> Void = { _ in }
  ) throws -> TrainingOutcome<Step.Scalar> {
    try validate(examples: examples.count, hasValidation: validation != nil)
    try validate(figuresOf: examples.targets.kind)
    try examples.validate(inputs: step.network.inputs, outputs: step.network.outputs)
    try validation?.validate(inputs: step.network.inputs, outputs: step.network.outputs)
    try step.network.loss.validate(examples.targets)
    if let validation { try step.network.loss.validate(validation.targets) }
    var run = TrainingRun(
      of: self, step: step, examples: examples, validation: validation)
    return run.complete(using: &generator, progress: progress)
  }
}
