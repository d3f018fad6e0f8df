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
  /// What is on the page with a label, numbered or not.
  private var anchors: Set<String> = []
  /// The identifiers of the cells on the page by their labels.
  private var cells: [String: String] = [:]
  private var headings: [(level: Int, id: String, title: [Node])] = []

  init(run: Run, words: Words) {
    self.run = run
    self.words = words
  }

  /// Gives each labelled equation of some blocks its number.
  mutating func number(_ blocks: [Markdown.Block], _ numbering: inout Numbering) {
    for formula in blocks.flatMap(\.displayedFormulas) {
      let place = formula.tex.offset(inFile: 0)
      guard let parsed = run.notebook.formulas[place],
        formula.label != nil || parsed.label != nil
      else { continue }
      let label = Self.label(of: formula, parsed, in: run)
      equations[place] = numbering.next(.equation, label: label).number
    }
  }

  /// The label of an equation; one that nothing can refer to could be anything else's on the page.
  private static func label(
    of formula: Markdown.Formula, _ parsed: ParsedFormula, in run: Run
  ) -> String? {
    (formula.label?.text ?? parsed.label?.name).flatMap { label in
      run.notebook.equations[label] == nil ? nil : label
    }
  }

  /// Makes the numbers of figures and tables, and the cells, known to references.
  mutating func learn(_ numbering: Numbering, cells: [String: String]) {
    numbers = numbering.numbers
    anchors = numbering.anchors
    self.cells = cells
  }

  mutating func html(_ blocks: [Markdown.Block]) -> HTML {
    for block in blocks {
      guard case .heading(let heading) = block.kind, heading.level > 1,
        let level = run.notebook.headingLevels[heading.id], level <= 3
      else { continue }
      let title = titles.html(heading.content).withoutLinks
      if !title.plainText.allSatisfy(\.isWhitespace) {
        headings.append((level, heading.id, title))
      }
    }
    return HTML(
      trusted: blocks.map { rendering.html($0).html }.filter { !$0.isEmpty }.joined(separator: "\n")
    )
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
        return [target.map { .element("a", ["href": "#\($0)"], text: text) } ?? .text(text)]
      },
      image: { [run] in [Self.picture($0, in: run.notebook.folder)] },
      destination: { $0.pageAddress },
      heading: { [run, words] in Self.heading($0, $1, in: run, words) })
    rendering.table = { [words] in Self.scrolling($0, $1, words) }
    rendering.backToText = words.backToText
    rendering.numbersNotes = true
    rendering.nestsLinks = false
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

  /// Headings as the contents show them: without notes, and with pictures as their words.
  private var titles: Rendering {
    var titles = rendering
    titles.showsNotes = false
    titles.image = { [.text($0.description.plainText)] }
    return titles
  }

  /// A heading and a link to itself after it, so that the heading may hold links of its own.
  private static func heading(
    _ heading: Heading, _ content: [Node], in run: Run, _ words: Words
  ) -> [Node] {
    guard let level = run.notebook.headingLevels[heading.id] else { return [] }
    let link = Node.element(
      "a", ["class": "anchor", "href": "#\(heading.id)", "aria-label": words.thisSection])
    return [.element("h\(level)", ["id": heading.id], content + [link])]
  }

  /// A table that scrolls by itself where it is wide, by the keyboard, too.
  private static func scrolling(_ table: Markdown.Table, _ node: Node, _ words: Words) -> Node {
    let columns = table.header.cells.map(\.content.plainText).filter { !$0.isEmpty }
    let name = columns.isEmpty ? "" : ": " + columns.joined(separator: ", ")
    return .element(
      "div",
      ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": words.table + name],
      [node])
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
    }.picture(id: "diagram.\(line)")
    return [.element("figure", [:], picture.nodes)]
  }

  /// A picture from beside the notebook goes into the page; one on the web becomes a link.
  private static func picture(_ image: Markdown.Image, in folder: LessonFolder?) -> Node {
    let words = image.description.plainText
    guard let picture = try? folder?.picture(image.source) else {
      let text = words.isEmpty ? image.source : words
      return Rendering.safe(image.source).map { .element("a", ["href": $0], text: text) }
        ?? .text(text)
    }
    return .element(
      "img",
      ["src": picture.address, "alt": words, "title": image.title.isEmpty ? nil : image.title])
  }

  private static func listing(_ code: CodeBlock) -> Node {
    CodeListing.block(
      code.content.text, language: code.language.isEmpty ? nil : code.language)
  }

  /// Signs of a formula in a line that fit on a phone.
  private static let longest = 32

  private static func formula(
    _ formula: Markdown.Formula, in run: Run, number: [Int: Int]
  ) -> [Node] {
    let place = formula.tex.offset(inFile: 0)
    guard let parsed = run.notebook.formulas[place] else { return [.text(formula.tex.text)] }
    let math = Node.element(parsed.mathML(isDisplay: formula.isDisplayed))
    guard formula.isDisplayed else {
      return math.plainText.count <= longest
        ? [math] : [.element("span", ["class": "long", "tabindex": "0"], [math])]
    }
    var content = [math]
    if let number = number[place] {
      content.append(.element("span", ["class": "equation-number"], text: "(\(number))"))
    }
    let label = label(of: formula, parsed, in: run)
    // A formula may stand in the middle of a sentence, where only a span may.
    return [.element("span", ["class": "math-display", "id": label, "tabindex": "0"], content)]
  }

  private static func value(_ role: Markdown.Role, in run: Run) -> Node {
    let source = role.content.text
    switch run.inlineValues[role.content.offset(inFile: 0)] {
    case .value(let text):
      return .element("span", ["class": "value", "title": source], text: Typography.set(text))
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
    // What has no caption has no number.
    let cell = run.notebook.cell(shown: reference)
    let label = reference.label.split(separator: "-", maxSplits: 1).last.map(String.init) ?? ""
    let target = anchors.contains(reference.label) ? reference.label : nil
    return ("\(name) (\(label))", target ?? cell?.label.flatMap { cells[$0.value] })
  }

  /// The number of a displayed formula, by the place of its TeX in the file.
  func number(ofEquationAt place: Int) -> Int? { equations[place] }
}
