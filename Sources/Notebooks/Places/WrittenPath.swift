/// Where in the options of a cell an unfinished line stands: `layers:` above and `- {units: 3, act`
/// on it is the beginning of a name within `layers`.
///
/// An unfinished line is no YAML and has no tree, so brackets and indentation are all there is to go by.
struct WrittenPath: Equatable {
  /// The options around the place; of a value, its own option too.
  private(set) var names: [String] = []
  /// Whether a value is begun, not a name.
  private(set) var isValue = false

  init(_ line: String, below above: some StringProtocol) {
    let indent = line.prefix { $0 == " " }.count
    let dashes = line.dropFirst(indent).prefix { $0 == "-" || $0 == " " }
    // An item of a list may stand as far left as the option it belongs to.
    let isItem = dashes.contains("-")
    names = Self.parents(of: indent + (isItem ? 1 : 0), in: above)
    readLine(line.dropFirst(indent + dashes.count))
  }

  private mutating func readLine(_ text: Substring) {
    /// The option of each bracket that is open, and whether the bracket is that of a list.
    var open: [(name: String?, isList: Bool)] = []
    var option: String?
    var word = ""
    var previous: Character = " "
    for character in text {
      switch character {
      case "{", "[":
        open.append((option, character == "["))
        (option, word) = (nil, "")
      case "}", "]":
        if !open.isEmpty { option = open.removeLast().name }
        word = ""
      case "," where !open.isEmpty: (option, word) = (nil, "")
      case " " where previous == ":" && option == nil && !word.isEmpty:
        (option, word) = (String(word.dropLast()), "")
      default: if character != " " || !word.isEmpty { word.append(character) }
      }
      previous = character
    }
    names += open.compactMap(\.name)
    isValue = option != nil || open.last?.isList == true
    if let option { names.append(option) }
  }

  /// The options that the lines above open and that reach to this indentation.
  private static func parents(of indent: Int, in above: some StringProtocol) -> [String] {
    var names: [String] = []
    var limit = indent
    for line in above.split(whereSeparator: \.isNewline).reversed() where limit > 0 {
      let text = line.drop { $0 == " " || $0 == "-" }
      let column = line.count - text.count
      guard !text.isEmpty, column < limit else { continue }
      let name = text.prefix { $0 != ":" }
      let rest = text.dropFirst(name.count + 1)
      guard text.contains(":"), rest.allSatisfy({ $0 == " " }) else { continue }
      names.insert(String(name), at: 0)
      let dash = line.firstIndex(of: "-").map { line.distance(from: line.startIndex, to: $0) }
      limit = dash.map { $0 < column ? $0 + 1 : column } ?? column
    }
    return names
  }
}
