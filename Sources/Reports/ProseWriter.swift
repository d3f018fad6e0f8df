import Markdown
import Markup
import Notebooks
import Plots
import TeX

/// Writes the prose of a notebook as HTML: formulas, inline values and references filled in.
struct ProseWriter {
  private let run: Run
  private let words: Words
  /// Numbers by label: `eq-loss` → 2.
  private var equations: [Int: Int] = [:]
  private var numbers: [String: Int] = [:]
  /// The identifiers of the cells on the page by their labels.
  private var cells: [String: String] = [:]
  private var headings: [(level: Int, id: String, title: [Node])] = []

  init(run: Run, words: Words) {
    self.run = run
    self.words = words
  }

  /// Gives each labelled equation of some blocks its number.
  mutating func number(_ blocks: [Markdown.Block], _ numbering: inout Numbering) {
    for formula in blocks.flatMap(\.labelledFormulas) {
      let place = formula.tex.offset(inFile: 0)
      let label = formula.label?.text ?? run.notebook.formulas[place]?.label?.name
      guard let label else { continue }
      let number = numbering.next(.equation, label: label).number
      equations[place] = number
      numbers[label] = number
    }
  }

  /// Makes the numbers of figures and tables, and the cells, known to references.
  mutating func learn(_ numbering: Numbering, cells: [String: String]) {
    numbers.merge(numbering.numbers) { old, _ in old }
    self.cells = cells
  }

  mutating func html(_ blocks: [Markdown.Block]) -> HTML {
    for block in blocks {
      guard case .heading(let heading) = block.kind, (2...3).contains(heading.level) else {
        continue
      }
      headings.append((heading.level, heading.id, rendering.html(heading.content)))
    }
    return HTML(trusted: blocks.map { html($0) }.joined(separator: "\n"))
  }

  /// Headings lead to themselves; wide tables scroll by themselves.
  private func html(_ block: Markdown.Block) -> String {
    switch block.kind {
    case .heading(let heading):
      // The page's title is its only heading of the first level.
      let level = max(2, heading.level)
      let link = Node.element(
        "a", ["class": "anchor", "href": "#\(heading.id)"], rendering.html(heading.content))
      return Node.element("h\(level)", ["id": heading.id], [link]).html
    case .table:
      return Node.element("div", ["class": "scroll"], rendering.html(block)).html
    default: return rendering.html(block).html
    }
  }

  func footnotes() -> HTML? {
    let notes = run.notebook.footnotes
    return notes.isEmpty ? nil : HTML(rendering.footnotes(notes))
  }

  /// The contents as a nested list, if there are enough headings to need one.
  var contents: HTML? {
    guard headings.count > 2 else { return nil }
    var items: [Node] = []
    var rest = headings[...]
    while let heading = rest.popFirst() {
      var content = [Self.link(heading)]
      var inner: [Node] = []
      while heading.level == 2, let next = rest.first, next.level == 3 {
        inner.append(.element("li", [:], [Self.link(next)]))
        rest.removeFirst()
      }
      if !inner.isEmpty { content.append(.element("ol", [:], inner)) }
      items.append(.element("li", [:], content))
    }
    return HTML(.element("ol", [:], items))
  }

  private static func link(_ heading: (level: Int, id: String, title: [Node])) -> Node {
    .element("a", ["href": "#\(heading.id)"], heading.title)
  }

  // MARK: What has more than one way

  private var rendering: Rendering {
    var rendering = Rendering(
      code: { [run, words] in Self.code($0, in: run, words) },
      formula: { [run, equations] in Self.formula($0, in: run, number: equations) },
      role: { [run] in [Self.value($0, in: run)] },
      reference: { [self] in
        let (text, target) = text(of: $0)
        return [.element("a", ["href": target.map { "#\($0)" }], text: text)]
      },
      image: { [run] in [Self.picture($0, in: run.notebook.folder)] },
      destination: { link in
        guard let lesson = link.lesson else { return link.destination }
        return lesson.dropLast(2) + "html" + link.destination.dropFirst(lesson.count)
      })
    rendering.backToText = words.backToText
    let inNote = rendering
    rendering.aside = { [run] reference in
      guard reference.occurrence == 1,
        let note = run.notebook.footnotes.first(where: { $0.name == reference.name }),
        let inMargin = MarginNote(note, number: reference.number)
      else { return [] }
      return inMargin.nodes(inNote)
    }
    return rendering
  }

  private static func code(_ code: CodeBlock, in run: Run, _ words: Words) -> [Node] {
    guard code.language == "mermaid" else { return [listing(code)] }
    let diagram = Mermaid.graph(parsing: code.content.text)
    guard let graph = diagram.graph else { return [listing(code)] }
    let formulas = diagram.formulas.map { formula in
      (formula.tex, run.notebook.formulas[code.content.offset(inFile: formula.range.lowerBound)])
    }
    let known = Dictionary(formulas, uniquingKeysWith: { first, _ in first })
    let line = run.notebook.file.position(of: code.content.offset(inFile: 0)).line
    let names = graph.vertices.map(\.label).joined(separator: ", ")
    let picture = GraphPicture(words.diagram, description: names, graph: graph) { tex in
      let parsed = known[tex].flatMap { $0 } ?? ParsedFormula(parsing: tex)
      return [.element(parsed.mathML(isDisplay: false))]
    }.picture(id: "diagram-\(line)")
    return [.element("figure", [:], picture.nodes)]
  }

  /// A picture from beside the notebook goes into the page; one on the web becomes a link.
  private static func picture(_ image: Markdown.Image, in folder: LessonFolder?) -> Node {
    let words = image.description.plainText
    guard let picture = try? folder?.picture(image.source) else {
      return .element(
        "a", ["href": Rendering.safe(image.source)], text: words.isEmpty ? image.source : words)
    }
    return .element(
      "img",
      ["src": picture.address, "alt": words, "title": image.title.isEmpty ? nil : image.title])
  }

  private static func listing(_ code: CodeBlock) -> Node {
    CodeListing.block(
      code.content.text, language: code.language.isEmpty ? nil : code.language)
  }

  private static func formula(
    _ formula: Markdown.Formula, in run: Run, number: [Int: Int]
  ) -> [Node] {
    let place = formula.tex.offset(inFile: 0)
    guard let parsed = run.notebook.formulas[place] else { return [.text(formula.tex.text)] }
    let math = Node.element(parsed.mathML(isDisplay: formula.isDisplayed))
    guard formula.isDisplayed else { return [math] }
    var content = [math]
    if let number = number[place] {
      content.append(.element("span", ["class": "equation-number"], text: "(\(number))"))
    }
    let label = formula.label?.text ?? parsed.label?.name
    return [.element("div", ["class": "math-display", "id": label, "tabindex": "0"], content)]
  }

  private static func value(_ role: Markdown.Role, in run: Run) -> Node {
    let source = role.content.text
    switch run.inlineValues[role.content.offset(inFile: 0)] {
    case .value(let text): return .element("span", ["class": "value", "title": source], text: text)
    case .missing, nil:
      return .element("span", ["class": "value missing", "title": source], text: "–")
    }
  }

  /// `Figure 3`, and the identifier it leads to.
  func text(of reference: Markdown.Reference) -> (text: String, target: String?) {
    let name =
      switch reference.kind {
      case .equation: words.equation
      case .figure: words.figure
      case .table: words.table
      }
    if let number = numbers[reference.label] { return ("\(name) \(number)", reference.label) }
    // What has no caption has no number: the reference leads to the cell that shows it.
    let label = reference.label.split(separator: "-", maxSplits: 1).last.map(String.init) ?? ""
    return ("\(name) (\(label))", cells[reference.label] ?? cells[label])
  }

  /// The number of a displayed formula, by the place of its TeX in the file.
  func number(ofEquationAt place: Int) -> Int? { equations[place] }
}

extension Markdown.Block {
  /// The displayed formulas of a block that may bear a number.
  fileprivate var labelledFormulas: [Markdown.Formula] {
    switch kind {
    case .formula(let formula): [formula]
    case .quote(let blocks): blocks.flatMap(\.labelledFormulas)
    case .list(let list): list.items.flatMap(\.blocks).flatMap(\.labelledFormulas)
    case .paragraph(let content):
      content.compactMap {
        if case .formula(let formula) = $0.kind, formula.isDisplayed { formula } else { nil }
      }
    case .heading, .code, .table, .thematicBreak, .html: []
    }
  }
}
