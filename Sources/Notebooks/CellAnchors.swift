import Diagnostics
import Markdown

/// What a reference can lead to.
public typealias ExhibitKind = Markdown.Reference.Kind

/// What `@fig-…` and `@tbl-…` lead to, and links to derivations: the cells of a lesson by what they may
/// show.
struct CellAnchors: Sendable {
  /// `fig-fit` with the cell that may show such a picture, `eq-step` with a derivation.
  private var shown: [String: DirectiveCell] = [:]
  /// `fig-fit` with the first cell of such a label, whatever it shows.
  private var named: [String: DirectiveCell] = [:]
  /// Two cells that the same link would lead to.
  private(set) var diagnostics: [Diagnostic] = []

  init(of cells: [Cell]) {
    for case .directive(let cell) in cells {
      guard let label = cell.label else { continue }
      for kind in ExhibitKind.allCases {
        let anchor = kind.anchor(of: label.value)
        if named[anchor] == nil { named[anchor] = cell }
        guard cell.exhibits.contains(kind) else { continue }
        if let first = shown[anchor] {
          report(anchor, leadsTo: first, and: label)
        } else {
          shown[anchor] = cell
        }
      }
    }
  }

  private mutating func report(
    _ anchor: String, leadsTo cell: DirectiveCell, and second: Located<String>
  ) {
    guard let first = cell.label else { return }
    let isSame = first.value == second.value
    // A label that stands for something is reported where it is read.
    if isSame, cell.directive.definition != nil { return }
    diagnostics.append(
      Diagnostic(
        "label.duplicate",
        isSame
          ? "the label '\(second.value)' is used twice"
          : "'\(anchor)' would lead to both '\(first.value)' and '\(second.value)'",
        at: second.range, notes: [.init("first used here", at: first.range)],
        help: ["give one of the two another name"]))
  }

  /// The cell that a reference leads to.
  subscript(anchor: String) -> DirectiveCell? { shown[anchor] }

  /// All that a link can lead to.
  var names: Set<String> { Set(shown.keys) }

  /// The pictures and tables that can be referred to, and where each has its label.
  var places: [String: Range<Int>] {
    shown.filter { !$0.key.hasPrefix(ExhibitKind.equation.anchor(of: "")) }
      .compactMapValues { $0.label?.range }
  }

  /// Why a reference leads to nothing; nil if it leads to something.
  func fault(of reference: Markdown.Reference, at range: Range<Int>) -> Diagnostic? {
    guard shown[reference.label] == nil else { return nil }
    guard let cell = named[reference.label], let label = cell.label else {
      let candidates = shown.filter { $0.key.hasPrefix(reference.kind.rawValue + "-") }
      return Diagnostic(unknown: reference, at: range, among: candidates.keys.sorted())
    }
    return Diagnostic(wrongKind: reference, at: range, of: cell, label)
  }
}

extension Diagnostic {
  init(unknown reference: Markdown.Reference, at range: Range<Int>, among candidates: [String]) {
    self.init(
      "reference.unknown", "'@\(reference.label.shortened)' refers to nothing", at: range,
      help: NearestName.help(
        for: "@" + reference.label, in: candidates.map { "@" + $0 }, called: "there are"))
  }

  /// A reference to a cell that is known to show nothing of the kind.
  fileprivate init(
    wrongKind reference: Markdown.Reference, at range: Range<Int>, of cell: DirectiveCell,
    _ label: Located<String>
  ) {
    let problem: String
    var help: [String] = []
    if !cell.display.isIncluded {
      problem = "'\(label.value)' is not on the page"
      help = ["take 'include: false' out of that cell"]
    } else if let other = cell.exhibits.first(where: { $0 != .equation }) {
      problem = "'\(label.value)' shows \(other.words), not \(reference.kind.words)"
      help = ["write '@\(other.anchor(of: label.value))'"]
    } else {
      problem = "'\(label.value)' shows neither a picture nor a table"
    }
    self.init(
      "reference.kind", "'@\(reference.label)' leads to nothing: \(problem)", at: range,
      notes: [.init("'\(label.value)' is here", at: label.range)], help: help)
  }

  /// A reference to a cell that could have shown such a thing, and in this run did not.
  init(notShown reference: Markdown.Reference, at range: Range<Int>, by label: Located<String>) {
    self.init(
      "reference.kind",
      "'@\(reference.label)' leads to nothing: in this run '\(label.value)' shows no"
        + reference.kind.words.dropFirst(), at: range,
      notes: [.init("'\(label.value)' is here", at: label.range)])
  }
}

extension ExhibitKind {
  /// `fit` is referred to by `@fig-fit`, and so is `fig-fit`.
  public func anchor(of label: String) -> String {
    label.hasPrefix(rawValue + "-") ? label : "\(rawValue)-\(label)"
  }

  /// With an article, for messages.
  var words: String {
    switch self {
    case .equation: "an equation"
    case .figure: "a picture"
    case .table: "a table"
    }
  }
}

extension DirectiveCell {
  /// What the cell may show on the page that a reference can lead to.
  var exhibits: Set<ExhibitKind> { display.isIncluded ? directive.exhibits : [] }
}

extension Output {
  /// What a link to it begins with; nil if none can lead to it.
  var kind: ExhibitKind? {
    switch self {
    case .table: .table
    case .figure: .figure
    case .derivation, .derived: .equation
    case .code, .verdicts, .notice, .agreements: nil
    }
  }
}

extension Notebook {
  /// The cell that a reference to a picture or a table leads to.
  public func cell(shown reference: Markdown.Reference) -> DirectiveCell? {
    anchors[reference.label]
  }
}
