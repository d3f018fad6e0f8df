import Diagnostics
import Foundation
import Notebooks

/// An explanation as a terminal shows it, eighty columns wide.
struct ExplanationPage {
  private static let width = 80
  private let explanation: Explanation

  init(_ explanation: Explanation) { self.explanation = explanation }

  /// The page; the example is read, and run if that is when its mistake shows.
  func text(color: Bool) -> String {
    let id = explanation.id
    let heading =
      color ? "\u{1B}[1m\(id)\u{1B}[0m" : id + "\n" + String(repeating: "=", count: id.count)
    var parts = [heading, Self.wrapped(explanation.meaning)]
    if let example = explanation.example {
      let place = example.surroundings.words.map { ", in a lesson that has \($0)" } ?? ""
      parts.append(Self.wrapped("For example\(place):"))
      parts.append(Self.listing(example.mistake.withVisibleControls))
      parts.append("is answered by")
      parts.append(Self.listing(answer(to: example, color: color)))
      parts.append("Mended:")
      parts.append(Self.listing(example.mended))
    } else {
      parts.append(Self.wrapped("No lesson by itself brings this about, so there is no example."))
    }
    return parts.joined(separator: "\n\n")
  }

  /// The diagnostic of this kind that the example brings out.
  private func answer(to example: Explanation.Example, color: Bool) -> String {
    let file = SourceFile(name: "lesson.md", text: example.lesson)
    let notebook = Notebook(parsing: file, in: LessonFolder("."))
    var found = notebook.diagnostics(foreseenIn: ".").filter { $0.id == explanation.id }
    if found.isEmpty, !notebook.hasErrors {
      let session = Session(of: notebook, in: ".")
      found = notebook.run(in: session).diagnostics.filter { $0.id == explanation.id }
    }
    return found.first?.rendered(in: file, color: color) ?? ""
  }

  /// Lines of an example, indented; of a long one only its beginning says anything.
  private static func listing(_ text: String) -> String {
    let lines =
      text.isEmpty
      ? ["(nothing)"]
      : text.split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init)
    let shown = lines.count > 40 ? lines.prefix(12) + ["…"] : lines[...]
    return shown.map { line in
      let limit = width * 2
      let cut = line.count > limit ? line.prefix(width - 5) + "…" : line[...]
      return cut.isEmpty ? "" : "    " + cut
    }
    .joined(separator: "\n")
  }

  private static func wrapped(_ text: String) -> String {
    wrapped(text, to: width).joined(separator: "\n")
  }

  /// Words set in lines of at most so many columns.
  private static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines = [""]
    for word in text.split(whereSeparator: \.isWhitespace) {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// The line after the errors of a run that says where there is more about them.
  static func hint(about error: Diagnostic?) -> String? {
    error.map { "more about an error: gradbook explain \($0.id)" }
  }

  /// All ids by family, as many in a line as there is room for.
  static var index: String {
    let families = Dictionary(grouping: Explanation.all, by: \.family).sorted { $0.key < $1.key }
    let widest = families.map(\.key.count).max() ?? 0
    let lines = families.map { family, explanations in
      let names = explanations.map { String($0.id.dropFirst(family.count + 1)) }.sorted()
      let indent = String(repeating: " ", count: widest + 2)
      let text = wrapped(names.joined(separator: ", "), to: width - indent.count)
      return family.padding(toLength: widest + 2, withPad: " ", startingAt: 0)
        + text.joined(separator: "\n" + indent)
    }
    return
      "'gradbook explain ID' explains one of these, such as 'gradbook explain yaml.invalid':\n\n"
      + lines.joined(separator: "\n")
  }
}
