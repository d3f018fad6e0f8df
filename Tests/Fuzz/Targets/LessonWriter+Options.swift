import Notebooks

extension LessonWriter {
  static let rates = ["0.1", "1", "1e-3", "10", "1e300"]
  private static let numbers = [
    "1", "0", "2", "-1", "0.5", "3", "1e-300", "1e308", "nan", "inf", "-0", "7", "1e9", "0.1",
  ]
  private static let entries = Dictionary(
    Reference.standard.sections.flatMap { section in
      section.entries.map { ($0.name, $0.options) }
    }, uniquingKeysWith: { $0 + $1 })
  private static let kinds = Dictionary(
    Reference.standard.sections.map { ($0.kind, $0.entries.map(\.name)) },
    uniquingKeysWith: { $0 + $1 })
  static let measures =
    Reference.standard.section(of: "measure")?.entries.map(\.name) ?? []

  /// The names of all things of a kind: `activation`.
  func names(_ kind: String) -> [String] { Self.kinds[kind] ?? ["none"] }

  mutating func number() -> String { choices.one(of: Self.numbers) }

  /// Some of the options of a directive or a kind of plot, none with a size that would take long and
  /// none that names a file.
  mutating func options(of name: String, atMost most: Int) -> [String] {
    let known = (Self.entries[name] ?? []).filter { !Self.left.contains($0.name) && !$0.isRequired }
    guard !known.isEmpty else { return [] }
    var taken: Set<String> = []
    return (0..<choices.below(most + 1)).compactMap { _ in
      let option = choices.one(of: known)
      guard taken.insert(option.name).inserted else { return nil }
      return "\(option.name): \(value(of: option))"
    }
  }

  /// What names files, what the writer says itself, and what decides how long a lesson takes.
  private static let left: Set<String> = [
    "save", "load", "file", "source", "generate", "labels", "picture", "fallback", "network", "data",
    "kind", "of", "steps", "epochs", "test", "input", "layers", "loss", "learning-rate", "over",
    "symbols", "repeat", "sha256", "resolution",
  ]

  private mutating func value(of option: OptionDescription) -> String {
    var possible = option.form.choices + option.form.variants.map(\.name)
    if let standard = option.standard { possible.append(standard) }
    for label in option.form.labels {
      switch label {
      case .dataset: possible += ["d", "d.test"]
      case .network: possible.append("n")
      case .training: possible.append("t")
      default: break
      }
    }
    if !possible.isEmpty, !choices.oncePer(5) { return choices.one(of: possible) }
    return choices.one(of: [
      number(), "true", "false", "[\(number()), \(number())]", "{fraction: 0.5}", "2", "1..2",
      "[1]", "text",
    ])
  }
}
