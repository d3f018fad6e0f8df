import Diagnostics
import Neural

/// The cells that lead to a training run, ready to be run once more.
struct Chain: Sendable {
  let cells: [CellSource]
  /// The training run at its end.
  let training: TrainDirective

  /// Repeats the cells on a copy of the session; nothing of it stays.
  ///
  /// - Returns: what the training left behind, and the session at its end.
  func repeated(
    in session: Session, seed: Int?, progress: @escaping @Sendable (Session.Progress) -> Void
  ) throws -> (record: TrainingRecord, session: Session) {
    var trial = try prepared(in: session, seed: seed, progress: progress)
    let record = try training.train(in: &trial)
    return (record, trial)
  }

  /// A copy of the session with all cells but the training repeated.
  ///
  /// Random numbers start where they stood before the first of the cells when the notebook was run,
  /// or from `seed`: the outcome is what the notebook would have given with these options.
  ///
  /// A dataset that rests on nothing and draws nothing would only be made again as it is there: it is
  /// left out, so that it is read once and not a hundred times. A network is never left out, since what
  /// is there has been trained.
  func prepared(
    in session: Session, seed: Int?, progress: @escaping @Sendable (Session.Progress) -> Void
  ) throws -> Session {
    var trial = session
    trial.progress = progress
    if let seed {
      trial.reseed(seed)
    } else if let start = cells.first.flatMap({ session.starts[$0.head.lowerBound] }) {
      trial.generator = start
    }
    for cell in cells.dropLast() {
      let isKept = !cell.isChanged && cell.needs.isEmpty && cell.directive is DataDirective
      if isKept, session.drawless.contains(cell.head.lowerBound) { continue }
      if let train = cell.directive as? TrainDirective {
        _ = try train.train(in: &trial)
      } else {
        _ = try cell.directive.run(in: &trial)
      }
    }
    return trial
  }
}

extension Scope {
  /// The cells to repeat so that a training run is made anew with other options.
  ///
  /// These are the cells that the run rests on, from the first one that is different, and at least
  /// from the network's, so that it is drawn afresh; all of them where `fromStart`.
  ///
  /// - Returns: nil where something was wrong, which is then reported.
  func chain(
    to target: String, with overrides: [Override], fromStart: Bool, _ context: OptionContext
  ) -> Chain? {
    var cells = sources
    guard let end = cells.firstIndex(where: { $0.label == target }) else { return nil }
    var firstChanged = end
    for label in Set(overrides.map(\.path.label)).sorted() {
      let own = overrides.filter { $0.path.label == label }
      guard let index = cells.firstIndex(where: { $0.label == label }) else {
        reportUnknown(own[0].path, context)
        return nil
      }
      guard cells[index].isSound,
        let read = cells[index].read(with: own, in: self, reportingTo: context)
      else { return nil }
      cells[index] = read
      firstChanged = min(firstChanged, index)
    }
    guard let training = cells[end].directive as? TrainDirective else { return nil }

    var needed = Set(cells[end].needs)
    var chosen = [end]
    for index in (0..<end).reversed() {
      let cell = cells[index]
      let changes = cell.directive.changes
      guard needed.contains(cell.label) || !needed.isDisjoint(with: changes) else { continue }
      chosen.append(index)
      needed.formUnion(cell.needs)
      if cell.label == training.network.name { firstChanged = min(firstChanged, index) }
    }
    for override in overrides
    where !chosen.contains(where: { cells[$0].label == override.path.label }) {
      context.reportOnce(
        Diagnostic(
          "sweep.unrelated", "'\(target)' does not rest on '\(override.path.label)'",
          at: override.path.range,
          help: [
            "it rests on \(chosen.reversed().map { cells[$0].label }.filter { !$0.isEmpty }.joined(separator: ", "))"
          ]))
      return nil
    }
    needed.sorted().forEach(context.note(reference:))
    let first = fromStart ? 0 : firstChanged
    return Chain(
      cells: chosen.reversed().filter { $0 >= first }.map { cells[$0] }, training: training)
  }

  private func reportUnknown(_ path: OptionPath, _ context: OptionContext) {
    context.reportOnce(
      Diagnostic(
        "label.unknown", "no earlier cell is labelled '\(path.label.shortened)'", at: path.range,
        help: NearestName.help(
          for: path.label, in: sources.map(\.label).filter { !$0.isEmpty }, called: "labels")))
  }
}
