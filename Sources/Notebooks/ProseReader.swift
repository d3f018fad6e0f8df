import Diagnostics
import Markdown
import Plots
import TeX

/// Checks the prose of a notebook: its formulas, inline values, references, and directives that hide
/// where they are not run.
struct ProseReader {
  private(set) var diagnostics: [Diagnostic] = []
  /// By the offset of the TeX in the file.
  private(set) var formulas: [Int: ParsedFormula] = [:]
  /// `\newcommand` holds from its formula on.
  private(set) var macros = Macros()
  /// `eq-loss` with the place where it was given.
  private(set) var equations: [String: Range<Int>] = [:]
  private var references: [(reference: Markdown.Reference, range: Range<Int>)] = []

  mutating func read(_ block: Markdown.Block, scope: Scope) {
    var blocks: [Markdown.Block] = []
    block.forEachBlock { blocks.append($0) }
    for block in blocks {
      switch block.kind {
      case .formula(let formula): read(formula)
      case .code(let code) where code.isDirective: reportNested(code)
      case .code(let code) where code.language == "mermaid": read(diagram: code)
      default: break
      }
    }
    var inlines: [Markdown.Inline] = []
    block.forEachInline { inlines.append($0) }
    for inline in inlines {
      switch inline.kind {
      case .formula(let formula): read(formula)
      case .role(let role): read(role, scope: scope)
      case .reference(let reference): references.append((reference, inline.range))
      default: break
      }
    }
  }

  private mutating func read(diagram code: CodeBlock) {
    let diagram = Mermaid.graph(parsing: code.content.text)
    diagnostics += diagram.diagnostics.map { $0.moved(into: code.content) }
    for formula in diagram.formulas {
      let place = code.content.excerpt(formula.range)
      let parsed = ParsedFormula(parsing: formula.tex, macros: macros)
      formulas[place.offset(inFile: 0)] = parsed
      let mistakes = parsed.diagnostics.map { mistake in
        // Where a letter is written as `#lt;`, places inside are not those of the file.
        if place.text == formula.tex { return mistake.moved(into: place) }
        return Diagnostic(
          mistake.id, mistake.message, severity: mistake.severity,
          at: place.range(inFile: 0..<place.text.utf8.count), help: mistake.help)
      }
      diagnostics += mistakes
    }
  }

  private mutating func read(_ formula: Markdown.Formula) {
    let parsed = ParsedFormula(parsing: formula.tex.text, macros: macros)
    macros = parsed.macros
    formulas[formula.tex.offset(inFile: 0)] = parsed
    diagnostics += parsed.diagnostics.map { $0.moved(into: formula.tex) }
    if let label = formula.label {
      define(label.text, at: label.range(inFile: 0..<label.text.utf8.count))
    }
    for label in parsed.labels {
      define(label.name, at: formula.tex.range(inFile: label.range))
    }
  }

  private mutating func define(_ label: String, at range: Range<Int>) {
    if let earlier = equations[label] {
      diagnostics.append(
        Diagnostic(
          "label.duplicate", "the label '\(label.shortened)' is used twice", at: range,
          notes: [.init("first used here", at: earlier)], help: ["give one of the two another name"]
        ))
    }
    if !label.hasPrefix("eq-") {
      diagnostics.append(
        .warning(
          "label.equation", "nothing can refer to '\(label.shortened)'", at: range,
          help: ["the label of an equation begins with 'eq-'"]))
    }
    equations[label] = range
  }

  private mutating func read(_ role: Markdown.Role, scope: Scope) {
    guard role.name.text == "eval" else {
      let range = role.name.range(inFile: 0..<role.name.text.utf8.count)
      diagnostics.append(
        Diagnostic(
          "role.unknown", "unknown role '\(role.name.text.shortened)'", at: range,
          help: NearestName.help(for: role.name.text, in: ["eval"], called: "roles")))
      return
    }
    diagnostics += InlineQuery.check(role.content, scope: scope)
  }

  private mutating func reportNested(_ code: CodeBlock) {
    let range = code.info.range(inFile: 0..<code.info.text.utf8.count)
    diagnostics.append(
      Diagnostic(
        "directive.nested", "a directive inside a list or a quotation is not run", at: range,
        help: ["move it to the left margin, outside the list"]))
  }

  /// Checks every `@eq-…`, `@fig-…` and `@tbl-…` against what there is to refer to.
  mutating func resolveReferences(cells: [Cell]) {
    let labels = cells.compactMap { cell -> String? in
      if case .directive(let cell) = cell { cell.label?.value } else { nil }
    }
    let anchors: [Markdown.Reference.Kind: Set<String>] = [
      .equation: Set(equations.keys),
      .figure: Set(labels.map(Markdown.Reference.Kind.figure.anchor(of:))),
      .table: Set(labels.map(Markdown.Reference.Kind.table.anchor(of:))),
    ]
    for (reference, range) in references {
      let candidates = anchors[reference.kind, default: []]
      guard !candidates.contains(reference.label) else { continue }
      diagnostics.append(
        Diagnostic(
          "reference.unknown", "'@\(reference.label.shortened)' refers to nothing", at: range,
          help: NearestName.help(
            for: "@" + reference.label, in: candidates.sorted().map { "@" + $0 },
            called: "there are")))
    }
  }
}

extension Markdown.Reference.Kind {
  /// `fit` is referred to by `@fig-fit`, and so is `fig-fit`.
  func anchor(of label: String) -> String {
    label.hasPrefix(rawValue + "-") ? label : "\(rawValue)-\(label)"
  }
}

extension ParsedFormula {
  /// The labels of the formula and of its rows.
  var labels: [TeX.Formula.Label] { label.map { [$0] } ?? [] }
}
