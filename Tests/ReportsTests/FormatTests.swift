import Diagnostics
import Foundation
import Notebooks
import Testing

@Suite("The canonical spelling of a lesson")
struct FormatTests {
  @Test("every liberty of spelling is taken away, comments and content stay")
  func spelling() {
    #expect(Self.formatted(Self.careless) == Self.canonical)
  }

  /// Formats a text, and checks what must be so of any: the same again, and the same meaning.
  @discardableResult
  private static func formatted(_ text: String) -> String {
    let file = SourceFile(name: "lesson.md", text: text)
    let lesson = FormattedLesson(of: file)
    guard lesson.diagnostics.isEmpty else {
      #expect(lesson.text == text, "what cannot be read is left alone")
      return lesson.text
    }
    let written = SourceFile(name: "lesson.md", text: lesson.text)
    #expect(FormattedLesson(of: written).text == lesson.text, "formatting again changes nothing")
    #expect(meaning(of: written) == meaning(of: file), "in\n\(text)\nbecame\n\(lesson.text)")
    return lesson.text
  }

  /// Everything that was read from a lesson, but not where it stood nor whether it had quotes.
  private static func meaning(of file: SourceFile) -> [String] {
    let notebook = Notebook(parsing: file)
    let front = notebook.frontMatter
    let cells = notebook.cells.map { cell in
      switch cell {
      case .prose(let blocks): "\(blocks)"
      case .directive(let cell):
        "\(cell.name) \(cell.label?.value ?? "") \(cell.display) \(cell.needs) \(cell.directive)"
      }
    }
    let ids = notebook.diagnostics.map(\.id)
    let places = /\d+\.\.<\d+|file: \d+|offset: \d+|quoted: (true|false)/
    // A dictionary is described in an order of its own each time.
    return (["\(front)"] + cells + ids).map {
      $0.replacing("\\r\\n", with: "\\n").replacing(places, with: "").split {
        " ,[](){}".contains($0)
      }
      .sorted().joined(separator: " ")
    }
  }

  @Test("the project's lessons are in their canonical spelling, and mean the same")
  func lessons() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: Pages.notebooks)
    where name.hasSuffix(".md") {
      let text = try String(contentsOfFile: "\(Pages.notebooks)/\(name)", encoding: .utf8)
      #expect(FormattedLesson(of: SourceFile(name: name, text: text)).text == text, "\(name)")
    }
  }

  @Test(
    "an example of any directive, damaged anywhere, means the same as before",
    arguments: DirectiveSet.standard.names)
  func damaged(_ name: String) throws {
    let directive = try #require(DirectiveSet.standard.directives.first { $0.name == name })
    #expect(Self.formatted(directive.example) == directive.example + "\n")
    for seed in 0..<30 {
      var mutator = Mutator(seed: seed)
      Self.formatted(mutator.damaged("---\ntitle: A\n---\n\nProse.\n\n" + directive.example))
    }
  }

  @Test("a lesson of the project, damaged anywhere, means the same as before", arguments: 0..<12)
  func damagedLesson(_ seed: Int) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Pages.notebooks).sorted().filter
    {
      $0.hasSuffix(".md")
    }
    let path = "\(Pages.notebooks)/\(names[seed % names.count])"
    var mutator = Mutator(seed: seed)
    Self.formatted(mutator.damaged(try String(contentsOfFile: path, encoding: .utf8)))
  }

  @Test("settings thrown together at random mean the same as before", arguments: 0..<8)
  func random(_ seed: Int) {
    var random = RandomSettings(seed: seed)
    var read = 0
    for _ in 0..<60 {
      let yaml = random.mapping()
      let text = "---\n\(yaml)---\n\nProse.\n\n```{table} t\n\(yaml)```\n"
      if FormattedLesson(of: SourceFile(name: "a.md", text: text)).diagnostics.isEmpty { read += 1 }
      Self.formatted(text)
    }
    #expect(read > 20, "most of them are YAML")
  }

  @Test("lines that end as on Windows still do, and a byte order mark goes")
  func windows() {
    let text = "---\r\ntitle:   A\r\n---\r\nProse.\r\n\r\n```{data}  d\r\ngenerate:  moons\r\n```"
    let wanted =
      "---\r\ntitle: A\r\n---\r\n\r\nProse.\r\n\r\n```{data} d\r\ngenerate: moons\r\n```\r\n"
    #expect(Self.formatted(text) == wanted)
    #expect(Self.formatted("\u{FEFF}---\ntitle: A\n---\n") == "---\ntitle: A\n---\n")
  }

  @Test(
    "what is no YAML is left alone, with the diagnostic",
    arguments: [
      ("```{train} t\na: [1\n```\n\n```{data}   d\n```", "yaml.invalid"),
      ("---\ntitle:  A\n", "front-matter.unclosed"), ("```{data}   d\na:   1", "markdown.fence"),
    ])
  func unreadable(_ text: String, id: String) {
    let lesson = FormattedLesson(of: SourceFile(name: "lesson.md", text: text))
    #expect(lesson.text == text)
    #expect(lesson.diagnostics.first?.id == id)
  }

  @Test("prose keeps its blanks, its listings and its own ways")
  func prose() {
    let text =
      "A line  \nbroken.\n\n\n\n*  a\n*  b\n\n``` yaml\na:   1\n```\n\n> ```{data} d\n> a:  1\n> ```\n"
    #expect(Self.formatted(text) == text)
    #expect(Self.formatted("Words.") == "Words.\n")
    #expect(Self.formatted("Words.\n\n \n") == "Words.\n")
    #expect(Self.formatted("") == "")
  }
}

extension FormatTests {
  fileprivate static let careless = #"""
    ---   
    title:   "Plain title"
    params: { steps : 3 ,lr: 0.1 }   # two


    # about the source
    source: "with: colon"
    lang: 'en'

    ...
    Text  
    hard

    ```  {data}    moons

    generate: {moons: { count:   200,noise: 0.1 }}
    echo: "false"
    ```

     ~~~{network} net
     input:   2
     layers:
     - {units:  8, activation: "tanh"}
     # the last
     -   units: 1
         activation: sigmoid   # why
         # deeper
     loss: 'binary-cross-entropy'
     caption: |
         A literal
           text

     alt: a text
         that goes on
     ~~~

    ```{derivation} d
    expect:   refuted
    correct:  "\\frac{1}{m} a: 'b'"
    ----
    x   = y
    ```

    ```{sweep}   s
    cases:   {
    "as it is": {}   , other: {fit.rate: [ 1,2 ],
      fit.steps: "3"}
    }
    ```


    """#

  fileprivate static let canonical = #"""
    ---
    title: Plain title
    params: {steps: 3, lr: 0.1}   # two

    # about the source
    source: "with: colon"
    lang: en
    ---

    Text  
    hard

    ```{data} moons
    generate: {moons: {count: 200, noise: 0.1}}
    echo: "false"
    ```

    ~~~{network} net
    input: 2
    layers:
      - {units: 8, activation: tanh}
      # the last
      - units: 1
        activation: sigmoid   # why
        # deeper
    loss: binary-cross-entropy
    caption: |
        A literal
          text

    alt: a text
      that goes on
    ~~~

    ```{derivation} d
    expect: refuted
    correct: '\frac{1}{m} a: ''b'''
    ---
    x   = y
    ```

    ```{sweep} s
    cases: {
      as it is: {}, other: {fit.rate: [1, 2],
        fit.steps: "3"}
    }
    ```

    """#
}

/// Settings of every shape, spelt in every way, the same for the same seed.
private struct RandomSettings {
  private var mutator: Mutator

  init(seed: Int) { mutator = Mutator(seed: seed + 100) }

  private static let scalars = [
    "a", "a b", "12", "1e-3", "true", "~", "\"\"", "\"a\"", "'a'", "\"a: b\"", "'it''s'", "\"\\n\"",
    "\"1\"", "'${p}'", "x#y", "a:b", "'a, b'", "\"a #b\"", "中文", "\"é\"", "'\\x'", "\"a\\\\b\"",
    "0..3", "'0..3'", "[]", "{}", "\"- a\"", "'a:'", "-1", "- ", "a-b", "&x a", "*x", "!!str 1",
    "a\n      b", "\"a\n    b\"", "|\n      x\n       y\n", ">-\n       x\n\n", "=", "<<", "@",
    "{a,b}",
  ]

  private mutating func pick(_ choices: [String]) -> String { choices[mutator.next(choices.count)] }
  private mutating func blanks(from least: Int = 0) -> String {
    String(repeating: " ", count: least + max(0, mutator.next(6) - 3))
  }

  mutating func mapping(_ column: Int = 0) -> String {
    var text = ""
    for index in 0...mutator.next(4) {
      if mutator.next(6) == 0 { text += pick(["\n", "\n\n", "# note\n", "   # note\n", "  \n"]) }
      let key = pick(["k\(index)", "\"k\(index)\"", "'k \(index)'", "a.b\(index)"])
      text += String(repeating: " ", count: column) + key + blanks() + ":" + value(column)
    }
    return text
  }

  private mutating func value(_ column: Int) -> String {
    let isDeep = column > 8
    switch mutator.next(isDeep ? 2 : 5) {
    case 0: return blanks(from: 1) + pick(Self.scalars) + end()
    case 1: return blanks(from: 1) + flow(2) + end()
    case 2:
      return end() + mapping(column + 1 + mutator.next(4))
    default:
      let deeper = column + mutator.next(4)
      var text = end()
      for _ in 0...mutator.next(3) {
        let gap = blanks(from: 1)
        text += String(repeating: " ", count: deeper) + "-" + gap
        text +=
          mutator.next(2) == 0
          ? pick(Self.scalars) + end()
          : String(mapping(deeper + 1 + gap.count).drop { $0 == " " })
      }
      return text
    }
  }

  private mutating func end() -> String { pick(["\n", "\n", "\n", "  # note\n", "   \n"]) }

  private mutating func flow(_ depth: Int) -> String {
    guard depth > 0 else { return pick(["a", "1", "'b'", "\"c d\"", "\"x, y\""]) }
    var items: [String] = []
    let isList = mutator.next(2) == 0
    for index in 0..<mutator.next(4) {
      let item = flow(mutator.next(2) == 0 ? 0 : depth - 1)
      items.append(blanks() + (isList ? "" : "k\(index)" + blanks() + ":" + blanks(from: 1)) + item)
    }
    let body = items.joined(separator: pick([",", " , ", ",\n      ", ", "])) + blanks()
    return isList ? "[\(body)]" : "{\(body)}"
  }
}
