import Datasets
import Files
import Foundation
import Markup
import Notebooks

/// Where a page comes from: what is needed to make it again and compare.
public struct Provenance: Sendable, Equatable, Codable {
  /// The file of the lesson, without its folder.
  public let notebook: String
  /// Those given on the command line, and the defaults of the others.
  public let parameters: [String: String]
  public let version: String
  /// What an index says of the page; pages of before have none.
  public let summary: LessonSummary?

  init(of run: Run) {
    notebook = run.notebook.fileName
    parameters = Dictionary(
      run.notebook.frontMatter.parameters.values.map { ($0.name, $0.value) },
      uniquingKeysWith: { first, _ in first })
    version = Release.version
    summary = LessonSummary(of: run)
  }

  /// As it stands in the page.
  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = try? encoder.encode(self)
    // The one control character that JSON may have as it is, and a page may not.
    return data.map { String(decoding: $0, as: UTF8.self).replacing("\u{7F}", with: "\\u007f") }
      ?? "{}"
  }

  /// Reads it from a page; nil if Gradbook did not make the page.
  public init?(readingPage html: String) {
    var scanner = ByteScanner(Array(html.utf8))
    guard scanner.skip(past: "<meta name=\"gradbook:provenance\" content=\""),
      let json = scanner.text(upTo: UInt8(ascii: "\"")),
      let read = try? JSONDecoder().decode(Self.self, from: Data(String(escaped: json).utf8))
    else { return nil }
    self = read
  }
}

/// What the program is.
public enum Release {
  public static let version = "0.1.0"
}

extension Notebook {
  /// The name of the file, the same from any folder.
  var fileName: String { PathName.name(of: file.name) }
}

extension Report {
  /// The facts at the foot of the page.
  var provenance: [Page.Fact] {
    let engine = Page.Fact(name: words.engine, value: "Gradbook \(Release.version)")
    guard isLesson else { return [engine] }
    let front = run.notebook.frontMatter
    var facts = [
      Page.Fact(name: words.seed, value: String(front.seed)),
      Page.Fact(name: words.precision, value: words.terms[front.precision.rawValue]),
    ]
    if !front.parameters.values.isEmpty {
      let values = front.parameters.values.map { "\($0.name) = \($0.value)" }
      facts.append(Page.Fact(name: words.parameters, value: values.joined(separator: ", ")))
    }
    if !run.derivations.isEmpty {
      facts.append(Page.Fact(name: words.formulas, value: words.evidence))
    }
    for (name, digest) in run.dataFiles {
      facts.append(Page.Fact(name: words.data, value: "\(name), SHA-256 \(digest)"))
    }
    facts.append(engine)
    facts.append(Page.Fact(name: words.rerun, value: rerunCommand))
    return facts
  }

  private var rerunCommand: String {
    // What begins with a hyphen would be taken for an option.
    let name = run.notebook.fileName
    let file = name.utf8.first == UInt8(ascii: "-") ? "./" + name : name
    let parameters = run.notebook.frontMatter.parameters.values.map {
      " -P \("\($0.name):\($0.value)".asShellWord)"
    }
    return "gradbook run \(file.asShellWord)\(parameters.joined())"
  }
}
