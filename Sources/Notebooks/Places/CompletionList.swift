import Diagnostics
import Expressions
import Markdown

/// What may stand in place of a name that has been begun.
struct CompletionList {
  /// The name as far as it is written.
  private let begun: Range<Int>

  init(_ offset: Int, _ begun: String) { self.begun = offset - begun.utf8.count..<offset }

  func directives(isClosed: Bool) -> [Completion] {
    DirectiveSet.standard.directives.map { type in
      item(
        type.name, .directive, "directive", type.summary, text: type.name + (isClosed ? "" : "}"))
    }
  }

  func parameters(_ parameters: Parameters) -> [Completion] {
    parameters.values.map { item($0.name, .parameter, "parameter, \($0.value)", "") }
  }

  func references(_ notebook: Notebook) -> [Completion] {
    notebook.referenceTargets.keys.sorted().map { item($0, .reference, "reference", "") }
  }

  /// What an expression may be made of: measures, labels, arrays, functions.
  func expression(_ scope: Scope) -> [Completion] {
    Measure.all.map {
      item($0.name, .function, $0.usage, $0.help.sentence, text: "\($0.name)(")
    } + labels(in: scope) + scope.arrays.map { item($0, .label, "an array of code", "") }
      + Compiler.functionNames.map { item($0, .function, "function", "", text: "\($0)(") }
  }

  /// The names that code has for the symbols of the notation.
  func symbols(_ names: [String]) -> [Completion] { names.map { item($0, .label, "symbol", "") } }

  /// What an unfinished line of options is about to say.
  func options(
    _ written: String, above file: SourceFile, _ line: Range<Int>, _ options: [OptionDescription],
    _ scope: Scope, source: CellSource?
  ) -> [Completion] {
    let start = source.map { file.range(ofLine: file.position(of: $0.head.upperBound).line) }
    let above = file[(start?.upperBound ?? 0)..<line.lowerBound]
    let place = WrittenPath(written, below: above)
    let form = OptionForm(parts: options)
    guard place.isValue else {
      let given = place.names.isEmpty ? Set(source?.entries.map(\.key) ?? []) : []
      let parts = form.parts(at: place.names)
      if parts.isEmpty, let option = form.option(at: place.names) {
        // `{adam: …}` within `optimizer: {`.
        return option.form.variants.map {
          item($0.name, .value, option.name, "", text: "\($0.name): {")
        }
      }
      return parts.filter { !given.contains($0.name) }.map {
        item($0.name, .option, $0.summary, $0.help.sentence, text: "\($0.name): ")
      }
    }
    if let option = form.option(at: place.names) {
      return option.form.choices.map { item($0, .value, option.name, "") }
        + labels(in: scope, of: option.form.labels)
    }
    let mapping = form.option(at: place.names.dropLast())
    return mapping?.form.values.map { item($0, .value, mapping?.name ?? "", "") } ?? []
  }

  private func labels(in scope: Scope, of kinds: Set<LabelKind.Tag>? = nil) -> [Completion] {
    scope.names(of: kinds ?? Set(LabelKind.Tag.allCases)).compactMap { name in
      scope[name].map { item(name, .label, $0.kind.tag.words, "") }
    }
  }

  private func item(
    _ name: String, _ kind: Completion.Kind, _ detail: String, _ documentation: String,
    text: String? = nil
  ) -> Completion {
    Completion(
      name: name, kind: kind, detail: detail, documentation: documentation, text: text ?? name,
      range: begun)
  }
}
