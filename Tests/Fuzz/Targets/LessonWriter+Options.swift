import Foundation
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
  /// How measures are written: `accuracy(network, data)`.
  static let measures =
    (Reference.standard.section(of: "measure")?.entries ?? []).flatMap {
      $0.usage.components(separatedBy: " or ")
    }

  /// The names of all things of a kind: `activation`.
  func names(_ kind: String) -> [String] { Self.kinds[kind] ?? ["none"] }

  mutating func number() -> String { choices.one(of: Self.numbers) }

  /// Some of the options of a directive or a kind of plot, none with a size that would take long and
  /// none that names a file.
  mutating func options(of name: String, atMost most: Int) -> [String] {
    let known = (Self.entries[name] ?? []).filter { !Self.left.contains($0.name) && !$0.isRequired }
    guard !known.isEmpty, choices.below(2) == 1 else { return [] }
    var taken: Set<String> = []
    return (0..<choices.below(most + 1)).compactMap { _ in
      let option = choices.one(of: known)
      guard taken.insert(option.name).inserted else { return nil }
      return "\(option.name): \(value(of: option))"
    }
  }

  /// What a kind of plot cannot do without.
  mutating func requiredOptions(of name: String) -> [String] {
    (Self.entries[name] ?? []).filter { $0.isRequired && $0.name != "kind" }.map {
      "\($0.name): \(value(of: $0))"
    }
  }

  /// What names files, what the writer says itself, and what decides how long a lesson takes.
  private static let left: Set<String> = [
    "save", "load", "file", "source", "generate", "labels", "picture", "fallback", "network",
    "data",
    "kind", "of", "steps", "epochs", "test", "input", "layers", "loss", "learning-rate", "over",
    "symbols", "repeat", "sha256", "resolution", "arrays", "header", "columns", "drop", "separator",
    "decimal", "categories", "classes", "samples", "layout", "products", "size", "invert", "fit",
    "regression", "encoding",
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
    if !possible.isEmpty, !choices.oncePer(20) { return choices.one(of: possible) }
    let isOdd = choices.oncePer(20)
    switch option.type {
    case let type where isOdd && !type.isEmpty: return choices.one(of: Self.odd)
    case let type where type.contains("share"): return "{fraction: 0.5}"
    case let type where type.contains("integer"): return choices.one(of: ["1", "2", "3", "7", "0"])
    case let type where type.contains("number"):
      return choices.one(of: ["0.5", "1", "0.1", "1e-300", "1e300", "0", "0.9", "-1"])
    case let type where type.contains("true"): return choices.one(of: ["true", "false"])
    case let type where type.contains("text"): return "text"
    default: return choices.one(of: Self.odd + possible)
    }
  }

  private static let odd = [
    "-1", "true", "false", "[1, 2]", "{fraction: 0.5}", "2", "1..2", "[1]", "text", "1e300", "0",
    "0.5",
  ]
}
