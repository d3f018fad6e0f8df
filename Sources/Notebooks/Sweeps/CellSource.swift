import Diagnostics

/// A cell as it was written, so that a later one can repeat it with other options.
struct CellSource: Sendable {
  let type: any Directive.Type
  /// Empty if it has none.
  let label: String
  let entries: [Setting.Entry]
  let content: SourceExcerpt?
  /// The name between the braces.
  let head: Range<Int>
  let parameters: Parameters
  /// The options it may have, which can depend on those written: a plot's on its kind.
  let options: [OptionDescription]
  let directive: any Directive
  /// The labels it refers to.
  let needs: [String]
  /// The datasets among them, each with the part that is named.
  let data: [LabelReference]
  /// The networks and datasets it uses together.
  let pairings: [Pairing]
  /// Whether nothing was found wrong with it.
  let isSound: Bool
  /// Whether its options are others than those it was written with.
  var isChanged = false

  /// The same cell with other options, which are read and checked as if they had been written.
  ///
  /// What is wrong is reported at the override that made it so. Nil if anything was.
  func read(
    with overrides: [Override], in scope: Scope, reportingTo context: OptionContext
  ) -> CellSource? {
    var entries = entries
    for override in overrides {
      do throws(Diagnostic) {
        entries = try override.applied(to: entries)
      } catch {
        context.reportOnce(error)
        return nil
      }
    }
    let trial = OptionContext(scope: scope.before(head.lowerBound), parameters: parameters)
    let options = Options(
      of: "'\(type.name)'", label: label, entries, content: content, at: head, context: trial)
    let directive = type.init(options)
    _ = DirectiveCell.Display(options)
    options.reportUnknown()
    let errors = trial.diagnostics.filter { $0.severity == .error }
    for error in errors { context.reportOnce(moved(error, to: overrides)) }
    guard errors.isEmpty else { return nil }
    return CellSource(
      type: type, label: label, entries: entries, content: content, head: head,
      parameters: parameters, options: options.asked, directive: directive, needs: trial.references,
      data: trial.data, pairings: trial.pairings, isSound: true, isChanged: true)
  }

  /// An error as it stands if it is within an override, else at the override, with its own place as
  /// a note: `{mlp.layers.1.units: 4000000}` makes the whole network too large.
  private func moved(_ error: Diagnostic, to overrides: [Override]) -> Diagnostic {
    let places = overrides.flatMap { [$0.value.range, $0.path.range] }
    guard let place = overrides.first?.value.range,
      !places.contains(where: { error.range.map($0.contains) ?? false })
    else { return error }
    return Diagnostic(
      error.id, error.message, at: place,
      notes: [.init("in '\(label)', repeated with this value", at: error.range ?? head)],
      help: error.help)
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}

extension OptionContext {
  /// Reports what is wrong with a path once, however many values were to be put there.
  func reportOnce(_ diagnostic: Diagnostic) {
    if !diagnostics.contains(diagnostic) { report(diagnostic) }
  }
}
