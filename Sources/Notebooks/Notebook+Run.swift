import Diagnostics
import Files
import Foundation
import Markdown
import Neural

extension Notebook {
  /// Runs every cell in order.
  ///
  /// A cell that fails shows why in its place; cells that need what it was to make are skipped,
  /// independent ones run. The same notebook, data and machine give the same run, at any hour.
  public func run(in session: Session, failFast: Bool = false) -> Run {
    precondition(!hasErrors, "a notebook with errors is not run")
    var runner = Runner(notebook: self, session: session, failFast: failFast)
    for cell in cells {
      switch cell {
      case .prose(let blocks): runner.evaluate(blocks)
      case .directive(let cell): runner.run(cell)
      }
    }
    for footnote in footnotes { runner.evaluate(footnote.blocks) }
    runner.finish()
    return runner.finished
  }
}

/// Goes through a notebook once, cell by cell.
private struct Runner {
  let notebook: Notebook
  var session: Session
  let failFast: Bool
  private var cells: [Run.CellRun] = []
  private var inlineValues: [Int: Run.InlineValue] = [:]
  private var diagnostics: [Diagnostic] = []
  /// Labels whose cells failed or were skipped.
  private var broken: Set<String> = []
  private var stopped = false
  private var keeper: CellKeeper?

  init(notebook: Notebook, session: Session, failFast: Bool) {
    self.notebook = notebook
    self.session = session
    self.failFast = failFast
    keeper = session.store.map { CellKeeper(store: $0, notebook: notebook) }
  }

  mutating func finish() {
    checkReferences()
    keeper?.finish()
  }

  /// What a cell shows may depend on what came of it; one that failed says so itself.
  private mutating func checkReferences() {
    let kinds = cells.reduce(into: [Int: Set<ExhibitKind>]()) { kinds, run in
      guard case .ran = run.status else { return }
      kinds[run.cell.head.lowerBound] = Set(run.outputs.compactMap(\.kind))
    }
    for (reference, range) in notebook.references {
      guard let cell = notebook.anchors[reference.label], let label = cell.label,
        let shown = kinds[cell.head.lowerBound], !shown.contains(reference.kind)
      else { continue }
      diagnostics.append(Diagnostic(notShown: reference, at: range, by: label))
    }
  }

  var finished: Run {
    let files = session.dataFiles.compactMap { file in
      session.digest(of: file).map { (name: PathName.name(of: file.path), digest: $0) }
    }
    return Run(
      notebook: notebook, cells: cells, inlineValues: inlineValues, diagnostics: diagnostics,
      dataFiles: files, session: session)
  }

  mutating func run(_ cell: DirectiveCell) {
    let missing = cell.needs.first(where: broken.contains)
    if missing != nil || stopped {
      markBroken(cell)
      cells.append(.init(cell: cell, status: .skipped(because: missing), outputs: [], seconds: 0))
      return
    }
    let clock = ContinuousClock()
    let start = clock.now
    session.starts[cell.head.lowerBound] = session.generator
    let plan = keeper?.plan(cell, in: session)
    let before = session
    do {
      let (outputs, keeping) = try outcome(of: cell, plan)
      try cell.directive.finish(in: session)
      keeper?.follow(cell, plan)
      if session.generator == session.starts[cell.head.lowerBound] {
        session.drawless.insert(cell.head.lowerBound)
      }
      let seconds = (clock.now - start).seconds
      markStandIn(cell)
      let failures = outputs.flatMap(\.failures)
      diagnostics += failures
      if failFast, !failures.isEmpty { stopped = true }
      cells.append(
        .init(cell: cell, status: .ran, outputs: outputs, seconds: seconds, keeping: keeping))
    } catch {
      // Nothing that is half made is left behind.
      session = before
      markBroken(cell)
      let failure = CellFailure(error)
      let diagnostic = Diagnostic(
        failure.id, failure.message, at: failure.range ?? cell.head,
        help: failure.help)
      diagnostics.append(diagnostic)
      stopped = stopped || failFast
      cells.append(
        .init(
          cell: cell, status: .failed(diagnostic), outputs: failure.outputs,
          seconds: (clock.now - start).seconds))
    }
  }

  /// Runs a cell, or takes what is kept of it.
  private mutating func outcome(
    of cell: DirectiveCell, _ plan: CellKeeper.Plan?
  ) throws -> ([Output], Keeping?) {
    guard keeper != nil else { return (try cell.directive.run(in: &session), nil) }
    guard let plan else {
      return (try cell.directive.run(in: &session), .ran(because: "it rests on what is not kept"))
    }
    if let found = try keeper?.restore(plan, into: &session) { return (found.outputs, found.how) }
    let reason = keeper?.history.reason(plan) ?? ""
    let outputs = try cell.directive.run(in: &session)
    keeper?.keep(outputs, of: plan, in: session)
    return (outputs, .ran(because: reason))
  }

  /// What a failed cell was to make, or to change, does not exist.
  private mutating func markBroken(_ cell: DirectiveCell) {
    if let label = cell.label?.value { broken.insert(label) }
    broken.formUnion(cell.directive.changes)
  }

  /// What was made from data that stands in for other data rests on it, too.
  private mutating func markStandIn(_ cell: DirectiveCell) {
    guard let standIn = session.standIn(among: Set(cell.needs)) else { return }
    for label in cell.directive.changes + [cell.label?.value].compactMap(\.self) {
      session.standIns[label] = standIn
    }
  }

  /// Works out what `{eval}` stands for in a piece of prose.
  mutating func evaluate(_ blocks: [Markdown.Block]) {
    let roles = blocks.flatMap(\.roles).filter { $0.name.text == "eval" }
    guard !roles.isEmpty else { return }
    var queries: [(place: Int, query: InlineQuery)] = []
    for role in roles {
      let place = role.content.offset(inFile: 0)
      do {
        queries.append((place, try InlineQuery(role.content, scope: notebook.scope)))
      } catch {
        inlineValues[place] = .missing
        diagnostics += error.diagnostics
      }
    }
    let key = keeper?.key(
      ofTexts: roles.map(\.content.text) + (session.hasChangedParameters ? ["changed"] : []),
      labels: queries.reduce(into: []) { $0.formUnion($1.query.labels) })
    if let key, let values = keeper?.values(key, count: queries.count) {
      for (query, value) in zip(queries, values) { inlineValues[query.place] = .value(value) }
      return
    }
    var values: [String] = []
    for (place, query) in queries {
      inlineValues[place] = .missing
      guard broken.isDisjoint(with: query.labels) else { continue }
      do {
        let value = try query.text(in: session)
        inlineValues[place] = .value(value)
        values.append(value)
      } catch {
        diagnostics += error.diagnostics
      }
    }
    if let key, values.count == roles.count { keeper?.keep(values: values, as: key) }
  }
}

extension Duration {
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
