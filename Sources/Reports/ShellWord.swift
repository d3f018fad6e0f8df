extension String {
  /// One word of a shell's command line, whatever is in it: quoted unless it is plain.
  ///
  /// `rate:0.1`, `'a b'`, `'it'\''s'`
  var asShellWord: String {
    let isPlain = !isEmpty && unicodeScalars.allSatisfy(Self.plain.contains)
    if isPlain { return self }
    var word = "'"
    for scalar in unicodeScalars {
      if scalar == "'" { word += "'\\''" } else { word.unicodeScalars.append(scalar) }
    }
    return word + "'"
  }

  private static let plain = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./:=,+-".unicodeScalars)
}
