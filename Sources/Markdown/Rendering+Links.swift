extension Rendering {
  /// Schemes that run a script or carry or read what is not on the page's own site.
  private static let inertSchemes = ["javascript:", "vbscript:", "file:", "data:"]

  /// The address as it may stand in a link: empty if its scheme is one a page must not follow.
  ///
  /// White space and control characters, by which browsers find a scheme all the same, come out
  /// percent-encoded and so can be part of none.
  public static func safe(_ address: String) -> String {
    let start = address.prefix { $0 != ":" }.lowercased() + ":"
    return inertSchemes.contains(start) ? "" : escaped(address)
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
