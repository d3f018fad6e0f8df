/// The name that `@eq-name` refers to and `{#eq-name}` gives: letters and digits of any script, signs
/// such as emoji, `-` and `_`, with none of these two at the end.
///
/// Blanks and punctuation end it, those of Chinese and Arabic as those of ASCII. A name that begins with
/// a letter of a script that sets blanks between words ends before one that sets none, since there the
/// sentence goes on at once: `见@fig-loss和@tbl-rates`.
enum ReferenceName {
  /// Where a name that begins at `start` ends; nil where none does.
  static func end(in text: Notation.Text, from start: Int) -> Int? {
    var index = start
    var end: Int?
    var isUnspaced = false
    while let (scalar, next) = scalar(in: text, at: index) {
      if scalar == "-" || scalar == "_" {
        if index == start { return nil }
      } else if isPart(scalar) {
        if index == start {
          isUnspaced = isOfUnspacedScript(scalar)
        } else if !isUnspaced, isOfUnspacedScript(scalar) {
          break
        }
        end = next
      } else {
        break
      }
      index = next
    }
    return end
  }

  /// Whether a character is of a script whose words touch, or take their particles without a blank:
  /// Chinese, Japanese, Korean, Thai.
  private static func isOfUnspacedScript(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isIdeographic { return true }
    return switch scalar.value {
    case 0x0E00...0x0E7F, 0x1100...0x11FF, 0x3040...0x30FF, 0xAC00...0xD7AF: true
    default: false
    }
  }

  /// Whether a character, but for `-` and `_`, can be part of a name.
  static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    if scalar.isASCII { return properties.isAlphabetic || ("0"..."9").contains(scalar) }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber,
      .otherSymbol, .modifierSymbol, .privateUse:
      return true
    // Joins and varies emoji.
    case .format: return scalar == "\u{200D}" || scalar == "\u{200C}"
    default: return false
    }
  }

  /// Whether a whole text is a name.
  static func isName(_ text: some Collection<UInt8>) -> Bool {
    let ended = Array(text) + [0]
    return ended.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { end(in: $0, from: 0) } == text.count && !text.isEmpty
    }
  }

  /// The character at a place of valid UTF-8 and where the next one begins; nil at the NUL.
  static func scalar(
    in text: Notation.Text, at index: Int
  ) -> (scalar: Unicode.Scalar, next: Int)? {
    let first = text[index]
    guard first != 0 else { return nil }
    let count = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(count == 1 ? first : first & (0x7F >> UInt8(count)))
    for offset in 1..<max(count, 1) where count > 1 {
      let byte = text[index + offset]
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return Unicode.Scalar(value).map { ($0, index + count) }
  }
}

extension String {
  /// Whether `@` before it makes a reference to an equation, figure or table.
  public var isReferenceLabel: Bool {
    guard let kind = Reference.Kind.allCases.first(where: { hasPrefix($0.rawValue + "-") }) else {
      return false
    }
    return ReferenceName.isName(utf8.dropFirst(kind.rawValue.utf8.count + 1))
  }
}
