import Derivations
import Diagnostics
import Markup
import Notebooks

/// Something a cell shows; `kind` says which of the other keys it has.
enum JSONOutput: Encodable {
  case table(JSONTable)
  case figure(JSONFigure)
  case listing(text: String, language: String?)
  case expectations([Statement])
  case notice(String, text: String)
  case derivation(JSONDerivation)
  case agreements([Compared])
  case derived([DerivedLine])

  struct JSONTable: Encodable {
    let columns: [String]
    let rows: [[String]]
    let caption: String?
  }

  struct JSONFigure: Encodable {
    let title: String?
    let description: String?
    let caption: String?
  }

  struct Statement: Encodable {
    let statement: String
    let verdict: String
    let finding: String
    let place: JSONPlace
  }

  struct Compared: Encodable {
    let name: String
    let shape: String
    let holds: Bool
    let error: JSONNumber
    let difference: String?
    let place: JSONPlace
  }

  struct DerivedLine: Encodable {
    let tex: String
    let shape: String
    let isVerified: Bool
  }

  init(_ output: Output, in file: SourceFile) {
    switch output {
    case .table(let table):
      self = .table(
        JSONTable(
          columns: table.columns.map(\.title), rows: table.rows.map { $0.map(\.plainText) },
          caption: table.caption))
    case .figure(let figure):
      self = .figure(
        JSONFigure(
          title: figure.picture.drawing.text(of: "title"),
          description: figure.picture.drawing.text(of: "desc"), caption: figure.caption))
    case .code(let listing): self = .listing(text: listing.text, language: listing.language)
    case .verdicts(let expectations):
      self = .expectations(
        expectations.map {
          Statement(
            statement: $0.statement, verdict: $0.verdict.rawValue, finding: $0.finding,
            place: JSONPlace($0.range, in: file))
        })
    case .notice(let notice): self = .notice(notice.kind.rawValue, text: notice.text)
    case .derivation(let record): self = .derivation(JSONDerivation(record, in: file))
    case .agreements(let agreements):
      self = .agreements(
        agreements.map {
          Compared(
            name: $0.name, shape: $0.shape, holds: $0.holds, error: JSONNumber($0.error),
            difference: $0.difference, place: JSONPlace($0.range, in: file))
        })
    case .derived(let derived):
      self = .derived(
        derived.lines.map {
          DerivedLine(tex: $0.tex, shape: $0.shape, isVerified: $0.checked.isVerified)
        })
    }
  }

  private enum Key: String, CodingKey {
    case kind, text, language, notice, statements, values, lines
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .table(let table):
      try container.encode("table", forKey: .kind)
      try table.encode(to: encoder)
    case .figure(let figure):
      try container.encode("figure", forKey: .kind)
      try figure.encode(to: encoder)
    case .listing(let text, let language):
      try container.encode("listing", forKey: .kind)
      try container.encode(text, forKey: .text)
      try container.encodeIfPresent(language, forKey: .language)
    case .expectations(let statements):
      try container.encode("expectations", forKey: .kind)
      try container.encode(statements, forKey: .statements)
    case .notice(let notice, let text):
      try container.encode("notice", forKey: .kind)
      try container.encode(notice, forKey: .notice)
      try container.encode(text, forKey: .text)
    case .derivation(let derivation):
      try container.encode("derivation", forKey: .kind)
      try derivation.encode(to: encoder)
    case .agreements(let values):
      try container.encode("agreements", forKey: .kind)
      try container.encode(values, forKey: .values)
    case .derived(let lines):
      try container.encode("derived", forKey: .kind)
      try container.encode(lines, forKey: .lines)
    }
  }
}

extension Node {
  /// The text of the first element of this name.
  fileprivate func text(of name: String) -> String? {
    guard case .element(let element) = self else { return nil }
    if element.name == name { return plainText }
    return element.children.lazy.compactMap { $0.text(of: name) }.first
  }
}
