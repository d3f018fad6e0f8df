import Diagnostics

/// `0..99`: the whole numbers from one to another, both included.
enum IntegerRange {
  /// The numbers of a range; nil for what has no two points, or is wrong, which is then reported.
  ///
  /// - Parameters:
  ///   - words: what the numbers are, for an error: `seeds`.
  ///   - bounds: what each may be.
  static func read(
    _ setting: Setting, of words: String, in bounds: ClosedRange<Int>, _ context: OptionContext
  ) -> [Int]? {
    guard case .text(let text, quoted: false) = setting.content, let dots = text.range(of: "..")
    else { return nil }
    let ends = [text[..<dots.lowerBound], text[dots.upperBound...]].map(number)
    guard let low = ends[0], let high = ends[1] else {
      return report(
        "expected whole numbers at both ends of a range, found \(setting.words)",
        ["write the first and the last, such as 0..9"], setting, context)
    }
    guard low <= high else {
      return report(
        "the range \(text.shortened) ends before it begins",
        ["write \(text[dots.upperBound...])..\(text[..<dots.lowerBound])"], setting, context)
    }
    guard low >= Double(bounds.lowerBound), high <= Double(bounds.upperBound) else {
      return report(
        "\(words) are from \(bounds.lowerBound) to \(bounds.upperBound), found \(setting.words)",
        [],
        setting, context)
    }
    guard high - low < Double(Variation.most) else {
      context.report(tooMany(Int(high - low) + 1, words, at: setting))
      return nil
    }
    return Array(Int(low)...Int(high))
  }

  /// That a sweep would have more runs than it may.
  static func tooMany(_ count: Int, _ words: String, at setting: Setting) -> Diagnostic {
    Diagnostic(
      "sweep.size", "\(count) \(words) are more than the \(Variation.most) runs a sweep may have",
      at: setting.range, help: ["take fewer, at most \(Variation.most)"])
  }

  /// A whole number, however large.
  private static func number(_ text: Substring) -> Double? {
    let digits = text.first == "-" ? text.dropFirst() : text
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isWholeNumber }) else { return nil }
    return Double(text)
  }

  private static func report(
    _ message: String, _ help: [String], _ setting: Setting, _ context: OptionContext
  ) -> [Int]? {
    context.report(Diagnostic("option.type", message, at: setting.range, help: help))
    return nil
  }
}
