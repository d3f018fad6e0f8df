/// Goes through text byte by byte, since what is looked for in pages and stylesheets is all ASCII.
struct ByteScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Goes to just behind the next place where a text stands.
  ///
  /// - Returns: whether there is one.
  mutating func skip(past text: StaticString) -> Bool {
    guard let place = place(of: text) else { return false }
    position = place + text.utf8CodeUnitCount
    return true
  }

  /// What stands before the next place of a text, which is passed; the rest if there is none.
  mutating func bytes(before text: StaticString) -> ArraySlice<UInt8> {
    let start = position
    let end = place(of: text)
    position = end.map { $0 + text.utf8CodeUnitCount } ?? bytes.count
    return bytes[start..<(end ?? bytes.count)]
  }

  /// What stands before the next such byte, which is passed; nil if there is none.
  mutating func text(upTo byte: UInt8) -> String? {
    guard let end = bytes[position...].firstIndex(of: byte) else { return nil }
    defer { position = end + 1 }
    return String(decoding: bytes[position..<end], as: UTF8.self)
  }

  /// The letters, digits and hyphens that come next, which are passed.
  mutating func name() -> String {
    let name = bytes[position...].prefix { byte in
      byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    position = name.endIndex
    return String(decoding: name, as: UTF8.self)
  }

  /// What stands before the brace that closes the one just passed.
  mutating func block() -> [UInt8] {
    let start = position
    var depth = 1
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "{") { depth += 1 }
      if bytes[position] == UInt8(ascii: "}") { depth -= 1 }
      position += 1
      if depth == 0 { return Array(bytes[start..<position - 1]) }
    }
    return Array(bytes[start...])
  }

  private func place(of text: StaticString) -> Int? {
    text.withUTF8Buffer { wanted in
      var index = position
      while index + wanted.count <= bytes.count {
        if bytes[index] == wanted[0], bytes[index...].starts(with: wanted) { return index }
        index += 1
      }
      return nil
    }
  }
}
