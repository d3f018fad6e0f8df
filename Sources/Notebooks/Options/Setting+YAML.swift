import Diagnostics
import Yams

extension Setting {
  /// Reads YAML, with `${name}` replaced by the value of the parameter of that name; without
  /// parameters, with `${name}` left as it is.
  ///
  /// Throws one diagnostic for the first thing that is not YAML. An empty text is `.nothing`.
  static func reading(
    _ yaml: SourceExcerpt, parameters: Parameters?
  ) throws(DiagnosticList) -> Setting {
    let places = MarkedPlaces(yaml)
    if let offset = places.tooDeep {
      throw DiagnosticList([
        Diagnostic(
          "yaml.too-deep", "these settings are nested deeper than \(MarkedPlaces.deepest) levels",
          at: yaml.range(inFile: offset..<offset + 1))
      ])
    }
    if let offset = places.tooManyAliases {
      throw DiagnosticList([
        Diagnostic(
          "yaml.too-large", "these settings have more than \(MarkedPlaces.mostAliases) aliases",
          at: yaml.range(inFile: offset..<offset + 1),
          help: ["write out what an alias (*name) repeats"])
      ])
    }
    let root: Yams.Node?
    do {
      root = try Yams.compose(yaml: yaml.text, .default, .default, .utf8)
    } catch {
      throw DiagnosticList([places.diagnostic(for: error)])
    }
    guard let root else {
      return Setting(.nothing, at: yaml.range(inFile: 0..<0))
    }
    var reader = SettingReader(places: places, parameters: parameters)
    let setting = reader.setting(root)
    guard reader.diagnostics.isEmpty else { throw DiagnosticList(reader.diagnostics) }
    return setting
  }
}

/// Turns the nodes of the YAML library into settings with places in the file.
private struct SettingReader {
  let places: MarkedPlaces
  let parameters: Parameters?
  var diagnostics: [Diagnostic] = []
  /// Aliases can make a small text stand for a huge tree; no lesson needs this many values.
  private var remaining = 20_000

  init(places: MarkedPlaces, parameters: Parameters?) {
    self.places = places
    self.parameters = parameters
  }

  mutating func setting(_ node: Yams.Node) -> Setting {
    let start = places.offset(of: node.mark)
    remaining -= 1
    guard remaining > 0 else {
      if remaining == 0 {
        diagnostics.append(
          Diagnostic(
            "yaml.too-large", "these settings hold more than 20000 values",
            at: places.excerpt.range(inFile: start..<start + 1),
            help: ["an alias (*name) repeats everything below its anchor"]))
      }
      return Setting(.nothing, at: places.excerpt.range(inFile: start..<start))
    }
    switch node {
    case .scalar(let scalar):
      let local = places.range(of: scalar)
      let range = places.excerpt.range(inFile: local)
      let quoted = scalar.style != .plain && scalar.style != .any
      if !quoted, ["", "~", "null", "Null", "NULL"].contains(scalar.string) {
        return Setting(.nothing, at: range)
      }
      let text =
        parameters?.substituted(in: scalar.string, at: range, &diagnostics) ?? scalar.string
      return Setting(.text(text, quoted: quoted), at: range)
    case .sequence(let sequence):
      let items = sequence.map { setting($0) }
      return Setting(.list(items), at: span(start, items.last?.range))
    case .mapping(let mapping):
      var entries: [Setting.Entry] = []
      for (key, value) in mapping {
        let keyed = setting(key)
        guard case .text(let name, _) = keyed.content else {
          diagnostics.append(
            Diagnostic(
              "yaml.key", "expected a name, found \(keyed.words)", at: keyed.range,
              help: [parameters.flatMap(keyed.parameterHelp)].compactMap(\.self)))
          continue
        }
        entries.append(.init(key: name, keyRange: keyed.range, value: setting(value)))
      }
      return Setting(.mapping(entries), at: span(start, entries.last?.value.range))
    case .alias:
      return Setting(.nothing, at: places.excerpt.range(inFile: start..<start))
    }
  }

  /// From the start of a collection to the end of its last part.
  private func span(_ start: Int, _ last: Range<Int>?) -> Range<Int> {
    let from = places.excerpt.offset(inFile: start)
    return from..<max(from + 1, last?.upperBound ?? 0)
  }
}

/// Where the line and column marks of the YAML library stand in the text.
private struct MarkedPlaces {
  let excerpt: SourceExcerpt
  private let bytes: [UInt8]
  private let lineStarts: [Int]
  /// Where each Unicode scalar starts, and the end; with `firstScalars`, the place of a mark in one
  /// step: 20000 values on one line would make counting its columns for each of them quadratic.
  private let scalarStarts: [Int]
  /// The number of the first scalar of each line.
  private let firstScalars: [Int]

  /// The YAML library reads nested values by recursion; deeper ones could exhaust the stack.
  static let deepest = 100

  init(_ excerpt: SourceExcerpt) {
    self.excerpt = excerpt
    bytes = Array(excerpt.text.utf8)
    var lines = [0]
    var scalars: [Int] = []
    var firsts = [0]
    for (index, byte) in bytes.enumerated() {
      if byte & 0xC0 != 0x80 { scalars.append(index) }
      if byte == UInt8(ascii: "\n") {
        lines.append(index + 1)
        firsts.append(scalars.count)
      }
    }
    scalars.append(bytes.count)
    (lineStarts, scalarStarts, firstScalars) = (lines, scalars, firsts)
  }

  /// The offset of the first bracket or list marker beyond the depth allowed, if any.
  ///
  /// Counts brackets without regard to quotes, and the indicators `- ` and `? ` at the start of
  /// a line, each of which opens a level.
  var tooDeep: Int? {
    var open = 0
    var leading = 0
    var atStart = true
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        open += 1
        atStart = false
      case UInt8(ascii: "]"), UInt8(ascii: "}"): open = max(0, open - 1)
      case UInt8(ascii: "\n"): (leading, atStart) = (0, true)
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
        if atStart { leading += 1 }
      default: atStart = false
      }
      if open > Self.deepest || leading > 4 * Self.deepest { return index }
    }
    return nil
  }

  /// Aliases of aliases multiply what they repeat, and the YAML library walks through all of it where
  /// one stands as a name.
  static let mostAliases = 16

  /// The offset of the first alias beyond the number allowed, if any; without an anchor (`&name`)
  /// there is none, and an asterisk is one of a text.
  ///
  /// Counts every sign that could begin one, without regard to quotes.
  var tooManyAliases: Int? {
    var hasAnchor = false
    var aliases: [Int] = []
    var previous = UInt8(ascii: "\n")
    for (offset, byte) in bytes.enumerated() {
      if !previous.isNamePart {
        hasAnchor = hasAnchor || byte == UInt8(ascii: "&")
        if byte == UInt8(ascii: "*"), aliases.count <= Self.mostAliases { aliases.append(offset) }
      }
      previous = byte
    }
    return hasAnchor && aliases.count > Self.mostAliases ? aliases.last : nil
  }

  /// The local offset of a mark, whose column counts Unicode scalars from 1.
  func offset(of mark: Mark?) -> Int {
    guard let mark else { return 0 }
    let line = max(0, mark.line - 1)
    guard line < firstScalars.count else { return bytes.count }
    let isLast = line + 1 == firstScalars.count
    let lineEnd = isLast ? scalarStarts.count - 1 : firstScalars[line + 1] - 1
    return scalarStarts[min(firstScalars[line] + max(0, mark.column - 1), lineEnd)]
  }

  /// The local range of a scalar: to its closing quote, or as long as its text, within the line.
  func range(of scalar: Yams.Node.Scalar) -> Range<Int> {
    let start = offset(of: scalar.mark)
    switch scalar.style {
    case .singleQuoted:
      var end = start + 1
      // A quote within is written twice.
      while end < bytes.count, bytes[end] != Self.quote || isAt(end + 1, Self.quote) {
        end += bytes[end] == Self.quote ? 2 : 1
      }
      return start..<max(start, min(end + 1, bytes.count))
    case .doubleQuoted:
      var end = start + 1
      while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
        end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      return start..<max(start, min(end + 1, bytes.count))
    case .literal, .folded: return start..<lineEnd(from: start, within: bytes.count)
    case .plain, .any: return start..<lineEnd(from: start, within: scalar.string.utf8.count)
    }
  }

  private static let quote = UInt8(ascii: "'")

  private func isAt(_ offset: Int, _ byte: UInt8) -> Bool {
    offset < bytes.count && bytes[offset] == byte
  }

  /// The end of the line an offset is on, looked for in so many bytes.
  private func lineEnd(from start: Int, within count: Int) -> Int {
    let end = min(bytes.count, start + count)
    return bytes[start..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
  }

  func diagnostic(for error: any Error) -> Diagnostic {
    guard let error = error as? YamlError else {
      return Diagnostic("yaml.invalid", "these settings are not valid YAML")
    }
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let notes = context.map { context in
        let offset = self.offset(of: context.mark)
        return [Diagnostic.Note(context.text, at: excerpt.range(inFile: offset..<offset + 1))]
      }
      let offset = self.offset(of: mark)
      return Diagnostic(
        "yaml.invalid", "not valid YAML: \(problem)",
        at: excerpt.range(inFile: offset..<min(offset + 1, bytes.count)), notes: notes ?? [],
        help: help(for: problem))
    case .duplicatedKeysInMapping(let names, let context):
      let name = names.first ?? ""
      let start = repeated(name, from: offset(of: context.mark))
      return Diagnostic(
        "yaml.duplicate", "'\(name)' is set twice",
        at: excerpt.range(inFile: start..<start + name.utf8.count),
        help: ["remove one of the two"])
    default:
      return Diagnostic(
        "yaml.invalid", "these settings are not valid YAML", at: excerpt.range(inFile: 0..<1))
    }
  }

  /// Where a key that is set twice stands for the second time: the last line that begins with it.
  private func repeated(_ name: String, from start: Int) -> Int {
    let key = Array((name + ":").utf8)
    let found = lineStarts.last { line in
      var offset = line
      while offset < bytes.count, bytes[offset] == UInt8(ascii: " ") { offset += 1 }
      return bytes[offset...].starts(with: key)
    }
    guard var offset = found else { return start }
    while bytes[offset] == UInt8(ascii: " ") { offset += 1 }
    return offset
  }

  private func help(for problem: String) -> [String] {
    if problem.contains("mapping values are not allowed") {
      return ["a text that holds ': ' needs quotes"]
    }
    if problem.contains("cannot start any token") {
      return ["YAML is indented with spaces; a text that begins with a sign needs quotes"]
    }
    if problem.contains("could not find expected ':'") {
      return ["each setting is written 'name: value'"]
    }
    return []
  }
}

extension UInt8 {
  /// Whether a byte can only be within a name or a text: a letter, a digit, or part of a character
  /// beyond ASCII.
  fileprivate var isNamePart: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: false
    }
  }
}
