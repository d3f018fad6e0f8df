extension String {
  /// The text as a terminal may show it: what would move the cursor, change colours or turn the order of
  /// characters round stands as its code point, `\u{1B}`. Tabs and the ends of lines stay.
  public var withVisibleControls: String {
    guard unicodeScalars.contains(where: \.isUnsafe) else { return self }
    return unicodeScalars.map { $0.isUnsafe ? $0.codePoint : String($0) }.joined()
  }

  /// The text as it may stand within one line: ends of lines and tabs are `\n`, `\r` and `\t`, and what is
  /// not seen but changes the direction of what follows has its code point, too.
  public var onOneLine: String {
    guard unicodeScalars.contains(where: \.breaksLine) else { return self }
    return unicodeScalars.map { scalar in
      switch scalar {
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      default: scalar.breaksLine ? scalar.codePoint : String(scalar)
      }
    }.joined()
  }

  /// The text with the code point of each character that is not ASCII: `\u{C5}` and `A\u{30A}` look
  /// alike.
  public var inASCII: String {
    unicodeScalars.map { $0.isASCII && !$0.isUnsafe ? String($0) : $0.codePoint }.joined()
  }
}

extension Unicode.Scalar {
  /// Whether it turns the order of the characters after it round, or ends that: U+202A to U+202E and
  /// U+2066 to U+2069 (Unicode Standard Annex 9, 2).
  public var isDirectionControl: Bool {
    (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }

  /// Whether nothing is seen of it.
  public var isInvisible: Bool {
    [.control, .format].contains(properties.generalCategory)
  }

  fileprivate var isUnsafe: Bool {
    self != "\n" && self != "\t"
      && (properties.generalCategory == .control || isDirectionControl)
  }

  /// Line and paragraph separators, and the marks that set a direction alone (U+061C, U+200E, U+200F).
  fileprivate var breaksLine: Bool {
    properties.generalCategory == .control || isDirectionControl
      || [0x061C, 0x200E, 0x200F, 0x2028, 0x2029].contains(value)
  }

  fileprivate var codePoint: String { "\\u{\(String(value, radix: 16, uppercase: true))}" }
}
