import Diagnostics

extension String {
  /// One word of a shell's command line, whatever is in it: quoted unless it is plain.
  ///
  /// `rate:0.1`, `'a b'`, `'it'\''s'`; with control characters in the form of bash and zsh that has
  /// escapes, `$'a\nb'`.
  public var asShellWord: String {
    let isPlain = !isEmpty && unicodeScalars.allSatisfy(Self.plain.contains)
    if isPlain { return self }
    guard onOneLine == self else {
      let bytes = utf8.map { byte in
        (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "'") && byte != UInt8(ascii: "\\")
          ? String(Unicode.Scalar(byte)) : "\\x" + String(Int(byte) + 0x100, radix: 16).suffix(2)
      }
      return "$'" + bytes.joined() + "'"
    }
    var word = "'"
    for scalar in unicodeScalars {
      if scalar == "'" { word += "'\\''" } else { word.unicodeScalars.append(scalar) }
    }
    return word + "'"
  }

  private static let plain = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./:=,+-".unicodeScalars)
}
