import Derivations
import Diagnostics

/// The options of a cell and what is written for them.
extension Notebook {
  func option(at offset: Int, in source: CellSource) -> Place? {
    let form = OptionForm(parts: source.options)
    return place(at: offset, in: source.entries, path: [], form, source)
  }

  private func place(
    at offset: Int, in entries: [Setting.Entry], path: [String], _ form: OptionForm,
    _ source: CellSource
  ) -> Place? {
    for entry in entries {
      let names = path + [entry.key]
      if entry.keyRange.touches(offset) {
        if let place = symbol(entry, at: entry.keyRange, names, source) { return place }
        guard let option = form.option(at: names) else {
          // A name of the author's own: `fit.learning-rate` of a sweep.
          return choice(entry.key, entry.keyRange) ?? word(at: offset)
        }
        return Place(
          entry.keyRange,
          "`\(names.joined(separator: "."))`: \(option.summary.markdown)\n\n"
            + option.help.sentence.markdown)
      }
      if entry.value.range.touches(offset) {
        if let place = symbol(entry, at: entry.value.range, names, source) { return place }
        return place(at: offset, in: entry.value, path: names, form, source)
      }
    }
    return nil
  }

  private func place(
    at offset: Int, in setting: Setting, path: [String], _ form: OptionForm, _ source: CellSource
  ) -> Place? {
    switch setting.content {
    case .nothing: return nil
    case .mapping(let entries): return place(at: offset, in: entries, path: path, form, source)
    case .list(let items):
      let item = items.first { $0.range.touches(offset) }
      return item.flatMap { place(at: offset, in: $0, path: path, form, source) }
    case .text(let text, _):
      if let place = parameter(at: offset, in: setting.range) { return place }
      let option = form.option(at: path)
      let stem = text.split(separator: ".").first.map(String.init) ?? text
      if option?.form.labels.isEmpty == false, let definition = scope[stem] {
        return label(definition, at: setting.range)
      }
      if option?.form.choices.contains(text) == true { return choice(text, setting.range) }
      return word(at: offset)
    }
  }

  /// The parameter `${name}` at an offset.
  private func parameter(at offset: Int, in range: Range<Int>) -> Place? {
    let name = file.wordRange(at: offset)
    guard file[range.lowerBound..<max(range.lowerBound, name.lowerBound)].hasSuffix("${"),
      let value = frontMatter.parameters[String(file[name])]
    else { return nil }
    return Place(name, "`\(file[name])`: a parameter, \(value) if -P does not say otherwise")
  }

  /// One of the words an option takes, such as an optimizer.
  private func choice(_ name: String, _ range: Range<Int>) -> Place? {
    let known = Reference.standard.entries(named: name).first {
      !["directive", "measure", "function", "meaning"].contains($0.section.kind)
    }
    guard let (section, entry) = known else { return nil }
    let words = [
      "`\(name)`: \(section.kind)", entry.formula.map { "`\($0)`" }, entry.summary.markdown,
      entry.source.map { "published: \($0)" },
      entry.options.isEmpty
        ? nil
        : "options: "
          + entry.options.map { "`\($0.name)`" }.joined(separator: ", "),
    ]
    return Place(
      range, words.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "\n\n"))
  }

  /// A symbol in the list of a notation.
  private func symbol(
    _ entry: Setting.Entry, at range: Range<Int>, _ path: [String], _ source: CellSource
  ) -> Place? {
    guard path.count == 2, path[0] == "symbols", source.directive is NotationDirective,
      let found = notation(headedAt: source.head)
    else { return nil }
    return found.notation.symbols.first { $0.key == entry.key }.map {
      found.place(of: $0, layer: nil, at: range)
    }
  }
}

extension OptionForm {
  /// The option that names lead to: `[layers, units]`.
  func option(at names: [String]) -> OptionDescription? {
    guard let name = names.last else { return nil }
    return parts(at: names.dropLast()).first { $0.name == name }
  }
}

extension String {
  /// This text where Markdown is shown: braces and the like are what they are, stars are not.
  fileprivate var markdown: String {
    reduce(into: "") { result, character in
      if #"\`*_<>[]"#.contains(character) { result.append("\\") }
      result.append(character)
    }
  }
}
