/// How one element of an array lies in its file: byte order, sort, size. NumPy writes `<f8`.
struct NPYElement {
  enum Sort: Character {
    case boolean = "b"
    case signed = "i"
    case unsigned = "u"
    case real = "f"
    /// Letters of four bytes each.
    case letters = "U"
    /// Text as bytes.
    case text = "S"
  }

  let sort: Sort
  /// In bytes.
  let size: Int
  let isBigEndian: Bool

  /// Reads `descr`; nil for a type that is neither number nor text.
  init?(_ description: String) {
    var characters = description[...]
    guard let order = characters.popFirst(), "<>|=".contains(order),
      let sort = characters.popFirst().flatMap(Sort.init), let size = Int(characters),
      Self.sizes(of: sort).contains(size)
    else { return nil }
    self.sort = sort
    self.size = sort == .letters ? 4 * size : size
    isBigEndian = order == ">"
  }

  private static func sizes(of sort: Sort) -> Set<Int> {
    switch sort {
    case .boolean: [1]
    case .signed, .unsigned: [1, 2, 4, 8]
    case .real: [2, 4, 8]
    case .letters, .text: Set(0...longestText)
    }
  }

  /// Longer ones are no names of classes.
  private static let longestText = 4096

  /// True if the elements stay bytes when read.
  var isByte: Bool { size == 1 && (sort == .boolean || sort == .unsigned) }

  var isText: Bool { sort == .letters || sort == .text }

  /// What one takes in memory once it is read.
  var unpackedSize: Int { isByte ? 1 : isText ? 16 + size : 8 }

  /// The elements of `bytes`, which are exactly `count` of them.
  ///
  /// - Throws: for text that is not Unicode, with the number of the element.
  func decode(
    _ bytes: ArraySlice<UInt8>, count: Int
  ) throws(DatasetError) -> NumericArray.Elements {
    precondition(bytes.count == count * size, "the caller compares sizes")
    switch sort {
    case .boolean: return .bytes([UInt8](bytes))
    case .unsigned where size == 1: return .bytes([UInt8](bytes))
    case .unsigned where size == 8:
      // Above 2⁶³ an Int64 ends; a real number goes on.
      return .reals(words(bytes, count).map { Double($0) })
    case .unsigned: return .integers(words(bytes, count).map { Int64($0) })
    case .signed:
      let unused = UInt64(64 - 8 * size)
      return .integers(words(bytes, count).map { Int64(bitPattern: $0 << unused) >> unused })
    case .real where size == 2:
      return .reals(words(bytes, count).map { Double(Float16(bitPattern: UInt16($0))) })
    case .real where size == 4:
      return .reals(words(bytes, count).map { Double(Float(bitPattern: UInt32($0))) })
    case .real: return .reals(words(bytes, count).map { Double(bitPattern: $0) })
    case .text:
      var texts: [String] = []
      for index in 0..<count {
        let start = bytes.startIndex + index * size
        texts.append(try ElementText.utf8(bytes[start..<start + size], at: index))
      }
      return .text(texts)
    case .letters:
      var texts: [String] = []
      for index in 0..<count {
        let start = bytes.startIndex + index * size
        let letters = words(bytes[start..<start + size], size / 4, of: 4)
        texts.append(try ElementText.letters(letters, at: index))
      }
      return .text(texts)
    }
  }

  private func words(
    _ bytes: ArraySlice<UInt8>, _ count: Int, of size: Int? = nil
  ) -> some Sequence<UInt64> {
    let size = size ?? self.size
    return (0..<count).lazy.map { index in
      let start = bytes.startIndex + index * size
      let element = bytes[start..<start + size]
      return isBigEndian
        ? element.reduce(0) { $0 << 8 | UInt64($1) }
        : element.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
  }
}
