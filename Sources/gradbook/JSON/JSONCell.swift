import Diagnostics
import Notebooks

/// A directive: what it is, whether it ran, what it showed and what its label stands for.
struct JSONCell: Encodable {
  let directive: String
  let label: String?
  let place: JSONPlace
  let status: Status
  /// The cell whose failure made this one be skipped.
  let skippedBecause: String?
  let seconds: Double?
  /// Whether it was kept from an earlier run; nil where nothing is kept.
  let isKept: Bool?
  /// Why it was not.
  let ranBecause: String?
  let outputs: [JSONOutput]
  let result: JSONResult?

  enum Status: String, Encodable {
    case notRun = "not-run"
    case ran
    case failed
    case skipped
  }

  /// A cell that was read only.
  init(_ cell: DirectiveCell, in file: SourceFile) {
    directive = cell.name
    label = cell.label?.value
    place = JSONPlace(cell.range, in: file)
    status = .notRun
    (skippedBecause, seconds, isKept, ranBecause) = (nil, nil, nil, nil)
    (outputs, result) = ([], nil)
  }

  init(_ run: Run.CellRun, of whole: Run) {
    let file = whole.notebook.file
    directive = run.cell.name
    label = run.cell.label?.value
    place = JSONPlace(run.cell.range, in: file)
    outputs = run.outputs.map { JSONOutput($0, in: file) }
    switch run.status {
    case .ran: (status, skippedBecause, seconds) = (.ran, nil, run.seconds)
    case .failed: (status, skippedBecause, seconds) = (.failed, nil, run.seconds)
    case .skipped(let label): (status, skippedBecause, seconds) = (.skipped, label, nil)
    }
    switch run.keeping {
    case nil: (isKept, ranBecause) = (nil, nil)
    case .kept, .presented: (isKept, ranBecause) = (true, nil)
    case .ran(let reason): (isKept, ranBecause) = (false, reason)
    }
    result = label.flatMap { whole.session[$0] }.flatMap(JSONResult.init)
  }
}
