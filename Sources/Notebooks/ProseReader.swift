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
  private(set) var references: [(reference: Markdown.Reference, range: Range<Int>)] = []
  /// The datasets that inline values ask of, and what they use together with which network.
  private(set) var data: [LabelReference] = []
  private(set) var pairings: [Pairing] = []

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
      // Where escapes stand in it, it is longer in the file than on the page, and meant as words.
      case .text(let text)
      where text.contains("{eval}") && inline.range.count == text.utf8.count:
        diagnostics.append(
          .warning(
            "role.code", "no code follows '{eval}', so it is shown as words", at: inline.range,
            help: ["write {eval}`…` with the code between backticks"]))
      default: break
      }
    }
    for inline in inlines {
      switch inline.kind {
      case .link(let link): refuseLabels(in: link.content, "a link")
      case .image(let image): refuseLabels(in: image.description, "the words of a picture")
      default: break
      }
    }
    for case .heading(let heading) in blocks.map(\.kind) {
      refuseLabels(in: heading.content, "a heading")
    }
  }

  /// A page numbers no equation there: one stands in the contents a second time, one within a link.
  private mutating func refuseLabels(in content: [Markdown.Inline], _ place: String) {
    var formulas: [Markdown.Formula] = []
    for inline in content {
      inline.forEachInline { if case .formula(let formula) = $0.kind { formulas.append(formula) } }
    }
    for formula in formulas where formula.isDisplayed {
      if let range = labels(of: formula).first?.range { refuse("an equation in \(place)", range) }
    }
  }

  private mutating func refuse(_ what: String, _ range: Range<Int>) {
    diagnostics.append(
      Diagnostic(
        "label.place", "\(what) cannot bear a label", at: range,
        help: ["write '$$ … $$ {#eq-name}' on lines of its own"]))
  }

  /// The label after the formula and the one within.
  private func labels(of formula: Markdown.Formula) -> [(name: String, range: Range<Int>)] {
    let after = formula.label.map { label in
      (name: label.text, range: label.range(inFile: 0..<label.text.utf8.count))
    }
    let within = formulas[formula.tex.offset(inFile: 0)]?.label.map { label in
      (name: label.name, range: formula.tex.range(inFile: label.range))
    }
    return [after, within].compactMap(\.self)
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
    let labels = labels(of: formula)
    for label in labels { define(label.name, at: label.range) }
    if !formula.isDisplayed, let label = labels.first {
      refuse("a formula within a line", label.range)
    }
    if labels.count > 1 {
      diagnostics.append(
        Diagnostic(
          "label.duplicate", "this equation has two labels", at: labels[1].range,
          notes: [.init("the first is here", at: labels[0].range)], help: ["take one of them out"]))
    }
  }

  private mutating func define(_ label: String, at range: Range<Int>) {
    guard label.isReferenceLabel, label.hasPrefix("eq-") else {
      // A label of another kind may be meant for another program; one that begins so is meant for this.
      diagnostics.append(
        Diagnostic(
          "label.equation", "nothing can refer to '\(label.shortened)'",
          severity: label.hasPrefix("eq-") ? .error : .warning, at: range,
          help: ["the label of an equation is 'eq-' and a name of letters, digits, '-' and '_'"]))
      return
    }
    if let earlier = equations[label] {
      diagnostics.append(
        Diagnostic(
          "label.duplicate", "the label '\(label.shortened)' is used twice", at: range,
          notes: [.init("first used here", at: earlier)], help: ["give one of the two another name"]
        ))
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
    do throws(DiagnosticList) {
      let query = try InlineQuery(role.content, scope: scope).query
      data += query.data
      pairings += query.pairings
    } catch {
      diagnostics += error.diagnostics
    }
  }

  private mutating func reportNested(_ code: CodeBlock) {
    let range = code.info.range(inFile: 0..<code.info.text.utf8.count)
    diagnostics.append(
      Diagnostic(
        "directive.nested", "a directive inside a list or a quotation is not run", at: range,
        help: ["move it to the left margin, outside the list"]))
  }

  /// Checks every `@eq-…`, `@fig-…` and `@tbl-…` against what there is to refer to.
  mutating func resolveReferences(_ cells: CellAnchors) {
    for (reference, range) in references {
      switch reference.kind {
      case .equation:
        guard equations[reference.label] == nil else { continue }
        diagnostics.append(
          Diagnostic(unknown: reference, at: range, among: equations.keys.sorted()))
      case .figure, .table:
        if let fault = cells.fault(of: reference, at: range) { diagnostics.append(fault) }
      }
    }
  }
}
