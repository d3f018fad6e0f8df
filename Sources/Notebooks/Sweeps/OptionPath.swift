import Diagnostics

/// An option of an earlier cell: `fit.learning-rate`, `mlp.layers.1.units`.
///
/// Items of a list count from 1, as the layers of a network do; `*` stands for all of them.
struct OptionPath: Sendable, Equatable {
  let label: String
  let steps: [String]
  let range: Range<Int>

  /// Nil unless it names a label and an option.
  init?(_ text: String, at range: Range<Int>) {
    let pieces = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard pieces.count >= 2, pieces.allSatisfy({ !$0.isEmpty }) else { return nil }
    label = pieces[0]
    steps = Array(pieces.dropFirst())
    self.range = range
  }

  /// The option as a heading: `learning-rate`, `units` of `layers.1.units`.
  var name: String { steps.last ?? label }

  /// As written: `mlp.layers.1.units`.
  var text: String { ([label] + steps).joined(separator: ".") }
}

extension [OptionPath] {
  /// A heading for each: its last word, or all of it where another has the same.
  var headings: [String] {
    map { path in count { $0.name == path.name } == 1 ? path.name : path.text }
  }
}

/// An option of an earlier cell with another value.
struct Override: Sendable {
  let path: OptionPath
  /// `.nothing` leaves the option out.
  let value: Setting

  /// The options of a cell with this one replaced, or added if it was not written.
  ///
  /// Throws a diagnostic where the path leads nowhere.
  func applied(to entries: [Setting.Entry]) throws(Diagnostic) -> [Setting.Entry] {
    try replacing(path.steps[...], in: entries)
  }

  private func replacing(
    _ steps: ArraySlice<String>, in entries: [Setting.Entry]
  ) throws(Diagnostic) -> [Setting.Entry] {
    guard let key = steps.first else { return entries }
    let rest = steps.dropFirst()
    guard let index = entries.firstIndex(where: { $0.key == key }) else {
      guard rest.isEmpty else { throw missing("an option '\(key)'") }
      return entries + [Setting.Entry(key: key, keyRange: path.range, value: value)]
    }
    var changed = entries
    if rest.isEmpty, case .nothing = value.content {
      changed.remove(at: index)
    } else {
      changed[index] = Setting.Entry(
        key: key, keyRange: path.range, value: try replacing(rest, in: entries[index].value))
    }
    return changed
  }

  private func replacing(
    _ steps: ArraySlice<String>, in setting: Setting
  ) throws(Diagnostic) -> Setting {
    guard let step = steps.first else { return value }
    let rest = steps.dropFirst()
    switch setting.content {
    case .mapping(let entries):
      return Setting(.mapping(try replacing(steps, in: entries)), at: setting.range)
    case .list(var items):
      let chosen: Range<Int>
      if step == "*" {
        chosen = items.indices
      } else if let number = Int(step), (1...max(1, items.count)).contains(number), !items.isEmpty {
        chosen = number - 1..<number
      } else {
        throw missing(
          "an item '\(step)' (it has \(items.count), counted from 1)", help: itemHelp(step))
      }
      for index in chosen { items[index] = try replacing(rest, in: items[index]) }
      return Setting(.list(items), at: setting.range)
    case .text, .nothing:
      throw missing("anything below '\(step)'")
    }
  }

  private func missing(
    _ what: String, help: String = "for example 'fit.learning-rate' or 'mlp.layers.1.units'"
  ) -> Diagnostic {
    Diagnostic("sweep.path", "'\(path.label)' has not \(what)", at: path.range, help: [help])
  }

  /// How an item is named, where an option of all of them may have been meant.
  private func itemHelp(_ step: String) -> String {
    guard Int(step) == nil, let place = path.steps.lastIndex(of: step) else {
      return "for example 'fit.learning-rate' or 'mlp.layers.1.units'"
    }
    func written(_ item: String) -> String {
      ([path.label] + path.steps[..<place] + [item] + path.steps[place...]).joined(separator: ".")
    }
    return "say of which item: '\(written("1"))' of the first, '\(written("*"))' of all of them"
  }
}

extension Setting {
  /// The value as the name of a case: `0.01`, `relu`, `20 7 5`.
  var caption: String {
    switch content {
    case .text(let text, _): text
    case .list(let items): items.map(\.caption).joined(separator: " ")
    case .mapping(let entries):
      entries.map { "\($0.key) \($0.value.caption)" }.joined(separator: ", ")
    case .nothing: "none"
    }
  }
}
