/// A text as nbformat stores it: one string, or a list of lines with their ends.
///
/// Read in either form; written as lines, so that a version control system shows which one changed.
struct MultilineText: Codable {
  let text: String

  init(_ text: String) { self.text = text }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self.text = text
    } else if let lines = try? container.decode([String].self) {
      text = lines.joined()
    } else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected a text or a list of lines")
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(lines)
  }

  private var lines: [String] {
    var lines: [String] = []
    var rest = text.utf8[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      lines.append(String(decoding: rest[...end], as: UTF8.self))
      rest = rest[rest.index(after: end)...]
    }
    return rest.isEmpty ? lines : lines + [String(decoding: rest, as: UTF8.self)]
  }
}
