/// Whether bytes are a table written as UTF-8 text, and what else they may be.
///
/// A table in another encoding would give two classes one name: `é` and `è` of Latin-1 are no UTF-8,
/// and both would be shown as `�`.
enum CSVEncoding {
  /// - Throws: `unsupported` for another encoding or another sort of file, with row and column where
  ///   the first byte that is no text stands.
  static func check(_ bytes: [UInt8], separator: CSVSeparator) throws(DatasetError) {
    for format in OtherFormat.all where bytes.starts(with: format.signature) {
      throw DatasetError(.unsupported, "is \(format.words), not a table as text", help: format.help)
    }
    if let encoding = wideEncoding(bytes) {
      throw DatasetError(
        .unsupported, "the file is \(encoding) text, not UTF-8", at: .row(1),
        help: ["save it as UTF-8, or convert it: iconv -f \(encoding) -t UTF-8 old.csv > new.csv"])
    }
    if let offset = firstInvalid(bytes) {
      let isCut = isCutOff(bytes[offset...])
      let byte = String(bytes[offset], radix: 16)
      throw DatasetError(
        .unsupported,
        isCut ? "the last letter is cut off" : "the byte 0x\(byte) is not UTF-8 text",
        at: place(of: offset, in: bytes, separator),
        help: isCut
          ? ["copy or download the file again"]
          : [
            "save the file as UTF-8; if it is of Windows or Latin-1: "
              + "iconv -f WINDOWS-1252 -t UTF-8 old.csv > new.csv"
          ])
    }
    if let offset = bytes.firstIndex(of: 0) {
      throw DatasetError(
        .malformed, "a zero byte is not text", at: place(of: offset, in: bytes, separator),
        help: ["the file is damaged, or it is not a table as text"])
    }
  }

  /// UTF-16 or UTF-32, by its mark or since every other byte of what are letters is zero.
  private static func wideEncoding(_ bytes: [UInt8]) -> String? {
    let start = bytes.prefix(4)
    if start.starts(with: [0xff, 0xfe, 0, 0]) || start.starts(with: [0, 0, 0xfe, 0xff]) {
      return "UTF-32"
    }
    if start.starts(with: [0xff, 0xfe]) || start.starts(with: [0xfe, 0xff]) { return "UTF-16" }
    guard start.count == 4 else { return nil }
    switch start.map({ $0 == 0 }) {
    case [false, true, false, true]: return "UTF-16LE"
    case [true, false, true, false]: return "UTF-16BE"
    case [false, true, true, true]: return "UTF-32LE"
    case [true, true, true, false]: return "UTF-32BE"
    default: return nil
    }
  }

  private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    // Most tables are ASCII throughout, and a hundred megabytes of it are looked through at once.
    guard let start = bytes.firstIndex(where: { $0 >= 0x80 }) else { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes[start...].makeIterator()
    var offset = start
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let letter): offset += letter.count
      case .error: return offset
      case .emptyInput: return nil
      }
    }
  }

  /// Whether these are the first bytes of a letter that the file does not end.
  private static func isCutOff(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let first = rest.first, rest.dropFirst().allSatisfy({ $0 & 0xc0 == 0x80 }) else {
      return false
    }
    switch first {
    case 0xc2...0xdf: return rest.count < 2
    case 0xe0...0xef: return rest.count < 3
    case 0xf0...0xf4: return rest.count < 4
    default: return false
    }
  }

  /// The row of an offset, and its column by the word that stands above it, or by number.
  private static func place(
    of offset: Int, in bytes: [UInt8], _ separator: CSVSeparator
  ) -> DatasetError.Place {
    var csv = CSV(bytes, separator: separator)
    var first: CSV.Row?
    while let row = try? csv.next() {
      defer { first = first ?? row }
      guard let end = row.fields.last?.range.upperBound, end > offset else { continue }
      let column = row.fields.firstIndex { $0.range.upperBound > offset } ?? 0
      let name = first.flatMap { $0.fields.count > column ? csv.text($0.fields[column]) : nil }
      let isName = name.map { CSVField($0, decimal: .point) == .word } ?? false
      return .cell(row: row.line, column: isName ? name ?? "" : "\(column + 1)")
    }
    return .byte(offset)
  }
}

/// A sort of file that is given as a table by mistake, known by its first bytes.
private struct OtherFormat {
  let signature: [UInt8]
  let words: String
  let help: [String]

  private static let arrays = [
    "say which array holds the labels: 'labels: y', or 'labels: y.npy' for a file of their own"
  ]

  static let all =
    [
      OtherFormat(signature: NPY.magic, words: "a NumPy array", help: arrays),
      OtherFormat(
        signature: Array("PK".utf8) + [3, 4], words: "a ZIP archive (.npz, or a spreadsheet)",
        help: arrays + ["save a spreadsheet as CSV"]),
      OtherFormat(signature: NumericArray.hdf5Magic, words: "an HDF5 file", help: arrays),
      OtherFormat(
        signature: Array("PAR1".utf8), words: "a Parquet file",
        help: ["convert it with pandas: read_parquet('old').to_csv('new.csv', index=False)"]),
      OtherFormat(
        signature: [0xd0, 0xcf, 0x11, 0xe0], words: "an old spreadsheet (.xls)",
        help: ["save it as CSV"]),
      OtherFormat(signature: PNG.magic, words: "a picture", help: []),
      OtherFormat(signature: JPEG.magic, words: "a picture", help: []),
    ]
    + IDX.signatures.map {
      OtherFormat(signature: $0, words: "an IDX file", help: arrays)
    }
}
