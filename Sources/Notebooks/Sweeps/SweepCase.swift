import Diagnostics

/// One of the things a sweep compares: a name and the options that are different in it.
struct SweepCase: Sendable {
  let name: String
  /// The value of the one option that is varied, if it is a number.
  let number: Double?
  let overrides: [Override]
  let range: Range<Int>

  /// What a sweep over seeds alone repeats.
  static func unchanged(at range: Range<Int>) -> SweepCase {
    SweepCase(name: "as trained", number: nil, overrides: [], range: range)
  }
}

/// The cases of a sweep and what distinguishes them.
struct Variation: Sendable {
  /// A heading, such as `learning-rate`.
  let name: String
  let cases: [SweepCase]

  /// More would make a page nobody reads and a run nobody waits for.
  static let most = 1000
}

extension OptionType where Value == Variation {
  /// One option with its values: `{fit.learning-rate: [0.1, 0.01]}`.
  static let values = OptionType(
    "one option with its values, such as {fit.learning-rate: [0.1, 0.01]}",
    standIn: Variation(name: "", cases: [])
  ) { setting, context in
    guard case .mapping(let entries) = setting.content, entries.count == 1,
      let entry = entries.first, let path = path(entry, context)
    else { return nil }
    let values: [Setting]
    switch entry.value.content {
    case .list(let items): values = items
    case .text(let text, quoted: false):
      guard let range = integers(text) else { return nil }
      values = range.map { Setting(.text("\($0)", quoted: false), at: entry.value.range) }
    default: return nil
    }
    guard (1...Variation.most).contains(values.count) else { return nil }
    return Variation(
      name: path.name,
      cases: values.map { value in
        SweepCase(
          name: value.caption, number: value.number,
          overrides: [Override(path: path, value: value)], range: value.range)
      })
  }

  /// Named cases: `{as described: {}, without the mask: {fit.fault: missing-mask}}`.
  static let cases = OptionType(
    "named cases, such as {small: {mlp.layers.1.units: 2}, large: {mlp.layers.1.units: 50}}",
    standIn: Variation(name: "", cases: [])
  ) { setting, context in
    guard case .mapping(let entries) = setting.content,
      (1...Variation.most).contains(entries.count)
    else { return nil }
    var cases: [SweepCase] = []
    for entry in entries {
      var overrides: [Override] = []
      switch entry.value.content {
      case .mapping(let changes):
        for change in changes {
          guard let path = path(change, context) else { continue }
          overrides.append(Override(path: path, value: change.value))
        }
      case .nothing: break
      default:
        context.report(
          Diagnostic(
            "option.type",
            "expected options such as {fit.learning-rate: 0.1}, found "
              + entry.value.words, at: entry.value.range))
      }
      cases.append(
        SweepCase(name: entry.key, number: nil, overrides: overrides, range: entry.keyRange))
    }
    return Variation(name: "case", cases: cases)
  }

  private static func path(_ entry: Setting.Entry, _ context: OptionContext) -> OptionPath? {
    if let path = OptionPath(entry.key, at: entry.keyRange) { return path }
    context.report(
      Diagnostic(
        "sweep.path", "'\(entry.key.shortened)' names no option of an earlier cell",
        at: entry.keyRange,
        help: ["write the label and the option with a dot: 'fit.learning-rate'"]))
    return nil
  }
}

extension OptionType where Value == [Int] {
  /// `0..99`, or a list.
  static let seeds = OptionType(
    "seeds, such as 0..99 or [1, 2, 3]", standIn: []
  ) { setting, context in
    if case .text(let text, quoted: false) = setting.content, let range = integers(text) {
      return Array(range)
    }
    let list = OptionType<[Int]>.list("a list of seeds", of: .seed)
    guard let seeds = list.read(setting, context), seeds.count <= Variation.most else { return nil }
    return seeds
  }
}

/// `0..99`, both ends included, of at most `Variation.most` numbers.
private func integers(_ text: String) -> ClosedRange<Int>? {
  let bytes = Array(text.utf8)
  let dot = UInt8(ascii: ".")
  guard let first = bytes.firstIndex(of: dot), first + 1 < bytes.count, bytes[first + 1] == dot,
    let low = Int(String(decoding: bytes[..<first], as: UTF8.self)),
    let high = Int(String(decoding: bytes[(first + 2)...], as: UTF8.self)), low >= 0, low <= high,
    high <= Int(UInt32.max), high - low < Variation.most
  else { return nil }
  return low...high
}
