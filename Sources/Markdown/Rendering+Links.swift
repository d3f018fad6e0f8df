import Markup

extension Rendering {
  /// Schemes that run a script or carry or read what is not on the page's own site.
  private static let inertSchemes = ["javascript:", "vbscript:", "file:", "data:"]

  /// The address as it may stand in a link; nil if its scheme is one a page must not follow.
  ///
  /// White space and control characters, by which browsers find a scheme all the same, come out
  /// percent-encoded and so can be part of none.
  public static func safe(_ address: String) -> String? {
    inertScheme(of: address) == nil ? escaped(address) : nil
  }

  /// The scheme, with its colon, of an address that a page must not follow.
  public static func inertScheme(of address: String) -> String? {
    let start = address.prefix { $0 != ":" }.lowercased() + ":"
    return inertSchemes.first { $0 == start }
  }

  /// Percent-encodes all but what an address may contain (RFC 3986, 2.2 and 2.3) and `%` itself,
  /// since the writer of it may have encoded some already. Brackets are encoded, as GitHub does.
  static func escaped(_ address: String) -> String {
    var out = ""
    for byte in address.utf8 {
      if byte.isLetter || byte.isDigit || kept.contains(byte) {
        out.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        out += byte < 16 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return out
  }

  private static let kept = Set("-_.~!*'();:@&=+$,/?#%".utf8)
}

extension [Node] {
  /// The same without links and without what else takes the keyboard, for where a link stands around
  /// it. What leads to one of the links by its identifier finds it still.
  public var withoutLinks: [Node] {
    flatMap { node -> [Node] in
      guard case .element(var element) = node else { return [node] }
      element.children = element.children.withoutLinks
      element.attributes["tabindex"] = nil
      guard element.name == "a" else { return [.element(element)] }
      guard let id = element.attributes["id"] else { return element.children }
      return [.element("span", ["id": id], element.children)]
    }
  }
}
