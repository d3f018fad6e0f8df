/// The text of one element of an array: padded with zeros, and Unicode or refused. What is not would
/// be shown as `�`, and two classes could become one.
enum ElementText {
  /// - Throws: `unsupported` for bytes that are not UTF-8.
  static func utf8(
    _ bytes: some BidirectionalCollection<UInt8>, at index: Int
  ) throws(DatasetError) -> String {
    guard let text = String(validating: unpadded(bytes, by: 0), as: UTF8.self) else {
      throw DatasetError(
        .unsupported, "the text at index \(index) is not UTF-8",
        help: ["decode it before it is saved: np.char.decode(array, 'latin-1'), say"])
    }
    return text
  }

  /// - Throws: `malformed` for numbers that are no letters.
  static func letters(_ codes: some Sequence<UInt64>, at index: Int) throws(DatasetError) -> String
  {
    var text = ""
    for code in unpadded(Array(codes), by: 0) {
      guard let letter = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else {
        throw DatasetError(.malformed, "the text at index \(index) is not Unicode")
      }
      text.unicodeScalars.append(letter)
    }
    return text
  }

  private static func unpadded<Bytes: BidirectionalCollection>(
    _ bytes: Bytes, by padding: Bytes.Element
  ) -> Bytes.SubSequence where Bytes.Element: Equatable {
    var rest = bytes[...]
    while rest.last == padding { rest = rest.dropLast() }
    return rest
  }
}
