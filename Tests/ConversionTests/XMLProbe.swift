/// Whether a text is well-formed XML as far as tags and quotes go, and its outermost element.
struct XMLProbe {
  private(set) var isWellFormed = true
  private(set) var root = ""
  private(set) var size: (width: Double, height: Double)?

  init(_ text: String) {
    var open: [Substring] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      guard let end = rest[start...].firstIndex(of: ">") else {
        isWellFormed = false
        return
      }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        if open.popLast() != tag.dropFirst() { isWellFormed = false }
        continue
      }
      let name = tag.prefix { $0 != " " }
      if open.isEmpty {
        if !root.isEmpty { isWellFormed = false }
        root = String(name)
        let numbers = ["width", "height"].compactMap { Self.value(of: $0, in: tag) }
        if numbers.count == 2 { size = (numbers[0], numbers[1]) }
      }
      if tag.count(where: { $0 == "\"" }) % 2 == 1 { isWellFormed = false }
      open.append(name)
    }
    if !open.isEmpty { isWellFormed = false }
  }

  private static func value(of name: String, in tag: Substring) -> Double? {
    guard let start = tag.firstRange(of: " \(name)=\"")?.upperBound else { return nil }
    return Double(tag[start...].prefix { $0 != "\"" })
  }
}
