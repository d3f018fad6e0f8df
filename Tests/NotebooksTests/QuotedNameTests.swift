import Diagnostics
import Foundation
import Testing

@testable import Notebooks

/// What helps and explanations tell the reader to write must be there.
@Suite("Names quoted in helps and explanations")
struct QuotedNameTests {
  /// All texts between quotation marks of the sources, with the places of interpolations left open.
  private static func texts() throws -> [String] {
    let sources = (Fixtures.folder as NSString).deletingLastPathComponent + "/Sources"
    var texts = Explanation.all.map(\.meaning)
    for path in try FileManager.default.subpathsOfDirectory(atPath: sources)
    where path.hasSuffix(".swift") {
      let text = try String(contentsOfFile: "\(sources)/\(path)", encoding: .utf8)
      texts += text.matches(of: /"((?:[^"\\\n]|\\.)*)"/).map { String($0.output.1) }
    }
    return texts
  }

  private static let options: [String: [OptionDescription]] = {
    var found: [String: [OptionDescription]] = [:]
    for entry in Reference.standard.sections.flatMap(\.entries) {
      for (path, option) in entry.options.withParts {
        found[path.last ?? "", default: []].append(option)
      }
    }
    return found
  }()

  /// What stands for any name, and settings of other things than lessons.
  private static let placeholders: Set<String> = ["name", "width"]

  @Test("every option that is quoted with a value exists and takes it")
  func settings() throws {
    var count = 0
    for text in try Self.texts() {
      for match in text.matches(of: /'([a-z][a-z0-9-]*): ([^'…]*)'/) {
        let (name, value) = (String(match.output.1), String(match.output.2))
        guard !Self.placeholders.contains(name), !value.contains("\\(") else { continue }
        let known = Self.options[name] ?? []
        #expect(!known.isEmpty, "'\(name)' is no option: \(text)")
        let choices = known.flatMap(\.form.choices)
        let isWord = value.wholeMatch(of: /[a-z][a-z-]*/) != nil
        if isWord, !choices.isEmpty, known.allSatisfy({ !$0.form.choices.isEmpty }) {
          #expect(choices.contains(value), "'\(name)' does not take '\(value)': \(text)")
        }
        count += 1
      }
    }
    #expect(count > 20, "the sources were found and read")
  }

  @Test("every directive that is quoted exists")
  func directives() throws {
    let names = Set(DirectiveSet.standard.names + ["name", "eval"])
    for text in try Self.texts() {
      for match in text.matches(of: /'\{([a-z-]+)\}'/) {
        #expect(names.contains(String(match.output.1)), "\(text)")
      }
    }
  }

  @Test("every option that a directive asks for anywhere is in the reference")
  func declared() throws {
    let sources = (Fixtures.folder as NSString).deletingLastPathComponent + "/Sources/Notebooks"
    let names = Set(Reference.standard.names)
    var count = 0
    for path in try FileManager.default.subpathsOfDirectory(atPath: sources)
    where path.hasSuffix(".swift") {
      let text = try String(contentsOfFile: "\(sources)/\(path)", encoding: .utf8)
      for match in text.matches(
        of: /options\.(?:optional|required|value|deciding)\(\s*"([a-z0-9-]+)"/)
      {
        #expect(names.contains(String(match.output.1)), "\(match.output.1) of \(path)")
        count += 1
      }
    }
    #expect(count > 80, "the sources were found and read")
  }

  @Test("the words and the formula of a schedule are those of its rates, by hand over three steps")
  func schedules() throws {
    let cosine = try #require(Reference.standard.text(on: "cosine"))
    // floor + (η − floor)·½(1 + cos(π t/3)) with η = 1, floor = 0.5: 1, 0.875, 0.625.
    #expect(cosine.contains(#"\mathrm{floor} + \frac{1}{2}(\eta - \mathrm{floor})"#))
    #expect(cosine.contains("it would be reached one step after the last"))
    for name in ["adam", "momentum", "step", "exponential", "warm-up"] {
      let text = try #require(Reference.standard.text(on: name))
      #expect(text.contains(#"\eta"#), "\(name)")
    }
  }

  @Test("the reference tells what code may say and where its names reach")
  func code() throws {
    let text = try #require(Reference.standard.text(on: "compute"))
    for word in ["X[:, 1:3]", "axis=0", "**", "X.T", "where(", "{eval}", "'{expect}'", "notation:"]
    {
      #expect(text.contains(word), "\(word)")
    }
    for function in Reference.standard.section(of: "function")?.entries ?? [] {
      #expect(!function.summary.isEmpty, "\(function.name)")
    }
  }
}
