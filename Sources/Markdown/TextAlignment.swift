import CCMarkGFM

/// Lays a text node against the source it came from.
enum TextAlignment {
  /// How often a guess may be taken back; only a text made to mislead needs more.
  private static let mostRetries = 64

  /// Where a text ends that begins at `start`, backslashes and entities having been resolved in it;
  /// nil if it does not begin there.
  ///
  /// In a bare address and in the name of a missing footnote they have not been: what looks like
  /// one is first taken as resolved, then, if the rest does not fit, as it stands.
  static func end(of literal: [UInt8], in content: [UInt8], from start: Int) -> Int? {
    var index = start
    var have = 0
    var guesses: [(index: Int, have: Int)] = []
    var retries = 0
    while have < literal.count {
      let byte = index < content.count ? content[index] : 0
      if byte == .backslash, index + 1 < content.count, content[index + 1].isPunctuation,
        content[index + 1] == literal[have]
      {
        if literal[have] == .backslash { guesses.append((index, have)) }
        index += 2
        have += 1
      } else if byte == UInt8(ascii: "&"),
        let entity = entity(in: content, at: index), literal[have...].starts(with: entity.text)
      {
        if literal[have] == byte { guesses.append((index, have)) }
        index += entity.count
        have += entity.text.count
      } else if byte == literal[have] {
        index += 1
        have += 1
      } else if let guess = guesses.popLast(), retries < mostRetries {
        retries += 1
        (index, have) = (guess.index + 1, guess.have + 1)
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
