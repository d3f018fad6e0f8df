import Diagnostics

/// The lines in which two pages differ, to the byte, the first twenty of them.
///
/// Lines are compared in order, and after a difference the nearest lines that are the same again are
/// looked for. So any two pages take a time that grows with their length alone.
struct PageDifferences {
  /// `line 3 was: …` and `line 3 is:  …`
  private(set) var lines: [String] = []

  private static let most = 20
  /// How many lines are skipped at most, on both sides together, to find the next that are the same.
  private static let reach = 200

  init(from old: [UInt8], to new: [UInt8]) {
    guard old != new else { return }
    let newline = UInt8(ascii: "\n")
    let before = old.split(separator: newline, omittingEmptySubsequences: false)
    let after = new.split(separator: newline, omittingEmptySubsequences: false)
    var (was, now) = (0, 0)
    while was < before.count || now < after.count, lines.count < Self.most {
      if was < before.count, now < after.count, before[was] == after[now] {
        (was, now) = (was + 1, now + 1)
        continue
      }
      let skipped = Self.skipped(before[was...], after[now...])
      tell(before[was..<was + skipped.old], from: was, after[now..<now + skipped.new], from: now)
      (was, now) = (was + skipped.old, now + skipped.new)
    }
  }

  /// How many lines there are on each side before the next that is the same on both; one, or all that is
  /// left, if there is none within reach.
  private static func skipped(
    _ old: ArraySlice<ArraySlice<UInt8>>, _ new: ArraySlice<ArraySlice<UInt8>>
  ) -> (old: Int, new: Int) {
    for total in 1...reach {
      for first in 0...total where first < old.count && total - first < new.count {
        if old[old.startIndex + first] == new[new.startIndex + total - first] {
          return (first, total - first)
        }
      }
    }
    return (min(1, old.count), min(1, new.count))
  }

  private mutating func tell(
    _ old: ArraySlice<ArraySlice<UInt8>>, from was: Int,
    _ new: ArraySlice<ArraySlice<UInt8>>, from now: Int
  ) {
    for index in 0..<max(old.count, new.count) where lines.count < Self.most {
      let before = old.dropFirst(index).first.map { Line($0, differingFrom: new, at: index) }
      let after = new.dropFirst(index).first.map { Line($0, differingFrom: old, at: index) }
      // What looks alike is told apart by its code points.
      let isAlike = before?.look == after?.look
      if let before {
        lines.append("line \(was + index + 1) was: \(before.text(inASCII: isAlike))")
      }
      if let after { lines.append("line \(now + index + 1) is:  \(after.text(inASCII: isAlike))") }
    }
  }
}

/// The part of a line around the first byte that differs: a line or two of a terminal.
private struct Line {
  private let part: String
  private let isCut: (before: Bool, after: Bool)

  private static let longest = 160
  /// How much is shown of what is still the same.
  private static let context = 60

  init(
    _ line: ArraySlice<UInt8>, differingFrom others: ArraySlice<ArraySlice<UInt8>>, at index: Int
  ) {
    let other = others.dropFirst(index).first ?? []
    let same = zip(line, other).prefix { $0 == $1 }.count
    let isLong = line.count > Self.longest
    var rest = isLong ? line.dropFirst(max(0, same - Self.context)) : line
    // A part begins and ends between characters, which continuation bytes are within.
    rest = rest.drop { $0 & 0xC0 == 0x80 }
    var shown = rest.prefix(Self.longest)
    while shown.endIndex < rest.endIndex, rest[shown.endIndex] & 0xC0 == 0x80, !shown.isEmpty {
      shown = shown.dropLast()
    }
    part = String(decoding: shown, as: UTF8.self)
    isCut = (rest.startIndex > line.startIndex, shown.endIndex < rest.endIndex)
  }

  /// What a reader can tell apart; equal texts may still differ in their bytes.
  var look: String {
    String(String.UnicodeScalarView(part.unicodeScalars.filter { !$0.isInvisible }))
  }

  func text(inASCII: Bool) -> String {
    let text = inASCII ? part.inASCII : part.withVisibleControls
    return (isCut.before ? "…" : "") + text + (isCut.after ? "…" : "")
  }
}
