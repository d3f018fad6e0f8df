/// The templates that a template includes: `{{>name}}` and `{{<name}}…{{/name}}` (mustache(5)).
struct Partials {
  private(set) var names: [String] = []

  init(of template: String) {
    var opening = Array("{{".utf8)
    var closing = Array("}}".utf8)
    var rest = Array(template.utf8)[...]
    while let start = Self.index(of: opening, in: rest) {
      rest = rest[(start + opening.count)...]
      guard let kind = rest.first else { return }
      // `{{{name}}}` and `{{=<% %>=}}` end in one sign more.
      let more: [UInt8] = kind == UInt8(ascii: "=") ? [kind] : []
      guard let end = Self.index(of: more + closing, in: rest.dropFirst()) else { return }
      let content = rest[rest.startIndex..<end].dropFirst()
      rest = rest[(end + more.count + closing.count)...]
      let words = content.split(whereSeparator: { $0 <= 0x20 }).map { Array($0) }
      switch kind {
      case UInt8(ascii: ">"), UInt8(ascii: "<"):
        guard let name = words.first else { continue }
        names.append(String(decoding: name, as: UTF8.self))
      case UInt8(ascii: "=") where words.count == 2: (opening, closing) = (words[0], words[1])
      default: break
      }
    }
  }

  private static func index(of sign: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    guard text.count >= sign.count else { return nil }
    return (text.startIndex...text.endIndex - sign.count).first {
      text[$0] == sign[0] && text[$0..<$0 + sign.count].elementsEqual(sign)
    }
  }

  /// The first way by which a template comes back to itself: `["cell", "table", "cell"]`. Such a
  /// template would be filled in for ever.
  static func ring(in partials: [String: [String]]) -> [String]? {
    var finished: Set<String> = []
    func follow(_ path: [String]) -> [String]? {
      guard let name = path.last, !finished.contains(name) else { return nil }
      if let start = path.dropLast().firstIndex(of: name) { return Array(path[start...]) }
      for partial in partials[name] ?? [] {
        if let ring = follow(path + [partial]) { return ring }
      }
      finished.insert(name)
      return nil
    }
    for name in partials.keys.sorted() { if let ring = follow([name]) { return ring } }
    return nil
  }
}
