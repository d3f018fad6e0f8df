import Diagnostics
import Foundation
import Notebooks
import Testing

@Suite("Damaged notebooks", .timeLimit(.minutes(3)))
struct DamageTests {
  /// Reads a text; whatever is wrong with it can be shown, at places that exist.
  @discardableResult
  private func read(_ text: String) -> Notebook {
    let file = SourceFile(name: "lesson.md", text: text)
    let notebook = Notebook(parsing: file)
    for diagnostic in notebook.diagnostics {
      #expect(!diagnostic.rendered(in: file).isEmpty)
      let places = ([diagnostic.range] + diagnostic.notes.map(\.range)).compactMap(\.self)
      for place in places {
        #expect(place.lowerBound >= 0 && place.upperBound <= file.utf8Count, "\(diagnostic)")
      }
    }
    return notebook
  }

  /// The lessons of the project.
  private static func lessons() throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: Pages.notebooks)
    return try names.filter { $0.hasSuffix(".md") }.sorted().map {
      try String(contentsOfFile: "\(Pages.notebooks)/\($0)", encoding: .utf8)
    }
  }

  @Test("a lesson of the project, damaged anywhere, is read and answered", arguments: 0..<24)
  func lessons(_ seed: Int) throws {
    let lessons = try Self.lessons()
    var mutator = Mutator(seed: seed)
    for _ in 0..<2 { read(mutator.damaged(lessons[seed % lessons.count])) }
  }

  @Test(
    "every directive's example, damaged anywhere, is read, run and shown whole",
    arguments: DirectiveSet.standard.names)
  func examples(_ name: String) throws {
    let directive = try #require(DirectiveSet.standard.directives.first { $0.name == name })
    let folder = try TemporaryFolder()
    for seed in 0..<12 {
      var mutator = Mutator(seed: seed)
      let text =
        "---\ntitle: A\nparams: {p: 3}\n---\n\nProse $x_1$ {eval}`1 + ${p}` @eq-a.\n\n"
        + directive.example
      let damaged = mutator.damaged(text)
      let notebook = read(damaged)
      guard !notebook.hasErrors, Self.isQuick(damaged) else { continue }
      _ = try Pages.tree(of: damaged, in: seed % 2 == 0 ? Pages.notebooks : folder.path)
    }
  }

  /// Whether no number is so large that an honest run takes long.
  private static func isQuick(_ text: String) -> Bool {
    text.split { !$0.isNumber }.allSatisfy { $0.count <= 3 } && !text.contains("e400")
  }

  @Test("any bytes are read", arguments: 0..<60)
  func noise(_ seed: Int) {
    var mutator = Mutator(seed: seed)
    let signs = Array("`~$-{}[]()|>#*_:@^!\\&<\"' \n\n\t\r\u{0}abe1é中".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<400 { text.append(signs[mutator.next(signs.count)]) }
    read(String(text))
  }

  @Test(
    "what is nested without end is refused, at once",
    arguments: [
      ("$", "{", "$"), ("$", "\\frac{", "$"), ("$", "\\left(", "$"), ("$", "x^{", "$"),
      ("", "> ", "a"), ("", "- ", "a"),
      ("", "[", "a"), ("", "*a ", ""), ("", "**_", "a"), ("```{table} t\nrows: ", "[", "\n```"),
      ("```{table} t\nrows: ", "{a: ", "\n```"), ("```{table} t\n", "- ", "\n```"),
      ("```{table} t\n", "? ", "\n```"),
      ("{eval}`", "(", "`"), ("{eval}`", "-", "1`"), ("{eval}`1", "+1", "`"),
      ("{eval}`", "abs(", "`"), ("```{compute}\n", "(", "\n```"),
      ("```{compute}\nx = ", "[", "\n```"), ("```{expect}\n", "not ", "\n```"),
      ("```{expect}\n", "((", ")\n```"), ("", "${", ""),
      ("---\nparams: {a: 1}\ntitle: \"", "${a}", "\"\n---\n\na"),
      ("---\na: ", "[", "\n---\n"), ("", "<b>", ""), ("", "![", "](x)"), ("", "`", "a"),
      ("", "|", "\n|-|\n"), ("", "#", " a"),
      ("```{derivation} d\nx = ", "{", "\n```"), ("```{derivation} d\nx = ", "(", "\n```"),
      ("```mermaid\ngraph LR\n", "a-->", "b\n```"),
      ("```mermaid\ngraph LR\n", "subgraph x\n", "```"), ("", "[^1]: ", "a [^1]"),
      ("$", "\\newcommand{\\a}{\\a\\a}\\a", "$"),
    ])
  func nesting(_ start: String, _ piece: String, _ end: String) {
    for count in [150, 5000] {
      read(start + String(repeating: piece, count: count) + end)
    }
  }

  @Test("a lesson ends where its text ends, wherever that is")
  func truncated() throws {
    let directive = try #require(DirectiveSet.standard.directives.first { $0.name == "derivation" })
    let text = "---\ntitle: A\n---\n\nProse $x_1$ {eval}`1 + 1`.\n\n" + directive.example
    let bytes = Array(text.utf8)
    for end in stride(from: 0, to: bytes.count, by: 3) {
      read(String(decoding: bytes[..<end], as: UTF8.self))
    }
  }

  @Test(
    "values of any kind in any option are answered",
    arguments: [
      "", "~", "null", "nan", ".nan", ".inf", "-.inf", "1e400", "-1e400", "1e-400", "-1", "-0", "0",
      "0.5", "1_000_000_000",
      "99999999999999999999", "9223372036854775807", "-9223372036854775808", "0x7fffffff", "true",
      "[]", "{}", "[[]]", "[~]", "{~: ~}", "{a: }", "\"\"", "''",
      "\"\\u0000\"", "__proto__", "constructor", "iris", "iris.", ".iris", "iris.train.x", "${p}",
      "${}", "${${p}}", "${", "*x", "&x", "&x y", "!!binary aGk=",
      "!!float x", "!!set {a}", "2024-01-01", "|\n  text", ">-\n  text", "first 3", "first -1",
      "first 99999999999999", "0..", "..", "5..1", "0..99999999999", "-1..3",
      "{norm: 0}", "{fraction: .nan}", "[0, -1]", "[1e18]", "'../../x'", "/dev/zero", "/dev/stdin",
      ".", "/", "\"a\\nb\"", "😀", "中",
    ])
  func values(_ value: String) throws {
    let front = "---\nparams: {p: 3}\n---\n\n```{data} iris\nsource: iris\nshow: false\n```\n\n"
    for directive in DirectiveSet.standard.directives {
      let lines = directive.example.split(separator: "\n", omittingEmptySubsequences: false).map(
        String.init)
      // Every fifth line, another one for each length of value: all of them take long.
      for (index, line) in lines.enumerated() where (index + value.utf8.count) % 5 == 0 {
        guard let colon = line.firstIndex(of: ":"),
          line[..<colon].allSatisfy({ $0.isLetter || $0 == "-" })
        else { continue }
        var changed = lines
        changed[index] = line[...colon] + " " + value
        read(front + changed.joined(separator: "\n"))
      }
    }
  }

  @Test(
    "a file's first and last lines may be any",
    arguments: [
      "\u{FEFF}", "\r\n", "\n\n", "--- \n", "---\r\n---\r\n", "---\n...\n", "----\n", "--- #\n",
      "---\n---\n---\n",
    ])
  func edges(_ start: String) {
    let notebook = read(start + "title\n\n```{data} iris\nsource: iris\n```\n" + start)
    #expect(notebook.cells.count <= 8)
  }

  @Test("lines may end as on Windows")
  func carriageReturns() throws {
    for directive in DirectiveSet.standard.directives {
      let text = "---\ntitle: A\n---\n\nProse $x$.\n\n" + directive.example
      let notebook = read(text.replacing("\n", with: "\r\n"))
      #expect(notebook.diagnostics == [], "\(directive.name)")
    }
  }

  @Test("a byte-order mark before the front matter is no part of it")
  func byteOrderMark() {
    #expect(read("\u{FEFF}---\ntitle: A\n---\n\nText.").title == "A")
  }

  @Test("aliases that multiply are refused, also as names")
  func aliases() {
    let levels = (0..<30).map {
      "l\($0 + 1): &l\($0 + 1) [*l\($0), *l\($0), *l\($0), *l\($0), *l\($0), *l\($0), *l\($0), *l\($0)]"
    }
    let bomb = "```{table} t\nl0: &l0 [x, x]\n" + levels.joined(separator: "\n")
    #expect(read(bomb + "\nrows: *l30\n```").hasErrors)
    #expect(read(bomb + "\n? *l30\n: 1\n```").hasErrors)
    #expect(read(bomb + "\n? *l30\n: 1\n? *l29\n: 2\n```").hasErrors)
    #expect(read("```{table} t\na: &a [*a]\n```").hasErrors)
  }
}
