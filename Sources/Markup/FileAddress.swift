extension String {
  /// The address of a file by its path from the page: every byte percent-encoded that is not a letter, a
  /// digit or one of a few signs that mean nothing there (RFC 3986, 3.3). Colons, which may end a scheme,
  /// and brackets, which end an address in Markdown, are encoded.
  ///
  /// `a#b.html` is `a%23b.html`; `javascript:x.html` is `./javascript%3Ax.html`, and names no scheme.
  public var asFileAddress: String {
    let kept = Set("-._~/!$&'*+,;=@".utf8)
    var address = utf8.contains(UInt8(ascii: ":")) ? "./" : ""
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        address.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where kept.contains(byte): address.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        address += byte < 16 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return address
  }
}
