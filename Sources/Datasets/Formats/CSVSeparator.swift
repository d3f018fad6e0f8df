/// What parts the fields of a row.
public enum CSVSeparator: String, Sendable, CaseIterable {
  case comma
  case semicolon
  case tab
  case bar
  /// One or more spaces and tabs, also before the first field and after the last.
  case blanks

  /// The bytes that part fields; the same twice if it is one.
  var signs: (UInt8, UInt8) {
    switch self {
    case .comma: (0x2c, 0x2c)
    case .semicolon: (0x3b, 0x3b)
    case .tab: (0x09, 0x09)
    case .bar: (0x7c, 0x7c)
    case .blanks: (0x20, 0x09)
    }
  }

  /// `semicolons`
  var words: String {
    switch self {
    case .blanks: "blanks"
    default: rawValue + "s"
    }
  }

  /// What the first rows look parted by, other than this: the sign that stands in each of them, and
  /// equally often.
  ///
  /// Commas are no sign of another separator where they part decimals; blanks stand within texts,
  /// so they count only where this separator parts nothing.
  func rival(in bytes: [UInt8]) -> CSVSeparator? {
    let own = width(in: bytes)
    return Self.allCases.first { candidate in
      guard candidate != self, let width = candidate.width(in: bytes), width > 1 else {
        return false
      }
      return candidate == .blanks || candidate == .comma ? own == 1 : true
    }
  }

  /// How many fields each of the first rows has; nil if not all have as many.
  private func width(in bytes: [UInt8]) -> Int? {
    let looked = 20
    var csv = CSV(bytes, separator: self)
    var width: Int?
    for _ in 0..<looked {
      guard let row = try? csv.next() else { break }
      guard row.fields.count == width ?? row.fields.count else { return nil }
      width = row.fields.count
    }
    return width
  }
}
