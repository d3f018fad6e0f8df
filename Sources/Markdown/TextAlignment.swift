import CCMarkGFM

/// Lays a text node against the source it came from.
enum TextAlignment {
  /// Where a text ends that begins at `start`, backslashes and entities having been resolved in it;
  /// nil if it does not begin there.
  static func end(of literal: [UInt8], in content: [UInt8], from start: Int) -> Int? {
    var index = start
    var have = 0
    while have < literal.count {
      guard index < content.count else { return nil }
      let byte = content[index]
      if byte == .backslash, index + 1 < content.count, content[index + 1].isPunctuation,
        content[index + 1] == literal[have]
      {
        index += 2
        have += 1
      } else if byte == UInt8(ascii: "&"),
        let entity = entity(in: content, at: index), literal[have...].starts(with: entity.text)
      {
        index += entity.count
        have += entity.text.count
      } else if byte == literal[have] {
        index += 1
        have += 1
      } else {
        return nil
      }
    }
    return index
  }

  /// What the entity at an ampersand stands for, and how many bytes it takes.
  private static func entity(in content: [UInt8], at start: Int) -> (text: [UInt8], count: Int)? {
    // The longest name, CounterClockwiseContourIntegral, has 31 characters.
    let source = Array(content[(start + 1)...].prefix(33))
    // An entity stands for at most two code points, four bytes each.
    let room = 8
    var written: Int32 = 0
    var read: Int32 = 0
    let text = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      read = ccmark_entity(source, Int32(source.count), buffer.baseAddress, Int32(room), &written)
      count = read > 0 ? Int(written) : 0
    }
    return read > 0 ? (text, Int(read) + 1) : nil
  }
}
