/// A form that a reader takes for a number, and that may mean another one or more than a number.
enum CSVNearNumber: Equatable {
  /// `1,5` where numbers have points, `1.5` where they have commas.
  case decimal
  /// `1,234`: one thousand, or one and a bit; or `1,234.5`, in which the comma can only group.
  case grouped(by: Character, isAmbiguous: Bool)
  /// `12 %`, `€ 5`, `3 kg`; the number alone.
  case annotated(String)
  /// `2026-12-01`, `10:30`.
  case date
  /// Beyond what a number of 64 bits holds, or `inf`.
  case infinite
  /// `0x1F`
  case hexadecimal

  /// Nil for what is no such form.
  init?(_ text: String, decimal: CSVDecimal) {
    if text.lowercased().hasPrefix("0x"), Int(text.dropFirst(2), radix: 16) != nil {
      self = .hexadecimal
    } else if Self.isDate(text) {
      self = .date
    } else if let sign = Self.grouping(text, decimal: decimal) {
      self = sign
    } else if Self.isNumber(text) {
      self = .decimal
    } else if let number = Self.annotated(text) {
      self = .annotated(number)
    } else {
      return nil
    }
  }

  /// With a point or a comma for the decimals.
  private static func isNumber(_ text: some StringProtocol) -> Bool {
    CSVDecimal.allCases.contains {
      CSVNumber.parse(ArraySlice(text.utf8), decimal: $0)?.isFinite == true
    }
  }

  /// Three digits in every group but the first: `1,234`, `1 234 567,8`.
  private static func grouping(_ text: String, decimal: CSVDecimal) -> CSVNearNumber? {
    let digits = text.first.map { "+-−".contains($0) } == true ? text.dropFirst() : text[...]
    for sign in [",", ".", " ", "\u{a0}", "\u{202f}", "\u{2009}", "'", "’", "_"] as [Character] {
      guard sign != decimal.sign, digits.contains(sign) else { continue }
      var groups = digits.split(separator: sign, omittingEmptySubsequences: false)
      let last = groups.removeLast()
      let whole = last.prefix { $0.isASCIIDigit }
      let rest = last.dropFirst(whole.count)
      let isFraction =
        rest.isEmpty
        || (rest.first == decimal.sign || rest.first == "," || rest.first == ".")
          && rest.dropFirst().allSatisfy(\.isASCIIDigit)
      guard let first = groups.first, (1...3).contains(first.count), first != "0",
        groups.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }),
        groups.dropFirst().allSatisfy({ $0.count == 3 }), whole.count == 3, isFraction
      else { continue }
      let isDecimalSign = sign == "," || sign == "."
      return .grouped(
        by: sign, isAmbiguous: isDecimalSign && groups.count == 1 && rest.isEmpty)
    }
    return nil
  }

  /// Days with two marks between digits, with or without a time; times with colons.
  private static func isDate(_ text: String) -> Bool {
    let day = text.prefix { $0 != "T" && $0 != " " }
    func parts(_ sign: Character) -> Int? {
      let parts = day.split(separator: sign, omittingEmptySubsequences: false)
      let isDigits = parts.allSatisfy {
        (1...4).contains($0.count) && $0.allSatisfy(\.isASCIIDigit)
      }
      return isDigits ? parts.count : nil
    }
    return parts("-") == 3 || parts("/") == 3 || parts(".") == 3
      || parts(":").map { $0 > 1 } == true
  }

  /// A number with a sign of money before it, or one or a short unit behind.
  private static func annotated(_ text: String) -> String? {
    let number = text.drop { $0.isCurrencySymbol || $0 == " " }
      .prefix { $0.isASCIIDigit || "+-.,".contains($0) }
    let unit = text[number.endIndex...].trimmingSpaces()
    let isAnnotated = number.startIndex != text.startIndex || !unit.isEmpty
    guard isAnnotated, unit.count <= 4, !unit.contains(where: { $0.isNumber }), isNumber(number)
    else { return nil }
    return String(number)
  }
}

extension CSVNearNumber {
  /// What is wrong, after the text itself: `has a decimal comma`.
  func fault(decimal: CSVDecimal) -> String {
    switch self {
    case .decimal: decimal == .point ? "has a decimal comma" : "has a decimal point"
    case .grouped(_, isAmbiguous: true): "may be a thousand or a decimal"
    case .grouped(let sign, isAmbiguous: false): "has \(Self.name(sign)) between its digits"
    case .annotated: "is more than a number"
    case .date: "is a date or a time, not a number"
    case .infinite: "is not a finite number"
    case .hexadecimal: "is not a decimal number"
    }
  }

  func help(for text: String, column: String, decimal: CSVDecimal) -> [String] {
    switch self {
    case .decimal:
      decimal == .point
        ? ["if commas stand for decimal points in this file, say 'decimal: comma'"]
        : ["numbers have commas here, since the cell says 'decimal: comma'"]
    case .grouped(let sign, let isAmbiguous):
      isAmbiguous
        ? [
          "for a thousand write \(text.filter { $0 != sign }); "
            + "if it is a decimal, say 'decimal: \(decimal.other.rawValue)'"
        ] : ["write it without them: \(text.filter { $0 != sign })"]
    case .annotated(let number): ["write the number alone: \(number)"]
    case .date:
      [
        "leave the column out: 'drop: [\(column)]'; or give year, month and day columns of their own"
      ]
    case .infinite: ["leave the row out, or give a number up to 1.8e308"]
    case .hexadecimal: ["write it with decimal digits"]
    }
  }

  private static func name(_ sign: Character) -> String {
    switch sign {
    case ",": "commas"
    case ".": "points"
    case "'", "’": "apostrophes"
    case "_": "underscores"
    default: "blanks"
    }
  }
}

extension Character {
  /// 0 to 9.
  var isASCIIDigit: Bool { isASCII && isWholeNumber }
}
