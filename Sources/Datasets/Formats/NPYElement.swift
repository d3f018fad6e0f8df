/// How one element of a NumPy array lies in its file, such as `<f8`: byte order, sort, size.
struct NPYElement {
  enum Sort: Character {
    case boolean = "b"
    case signed = "i"
    case unsigned = "u"
    case real = "f"
  }

  let sort: Sort
  let size: Int
  let isBigEndian: Bool

  /// Reads `descr`; nil for a type that is no number.
  init?(_ description: String) {
    var characters = description[...]
    guard let order = characters.popFirst(), "<>|=".contains(order),
      let sort = characters.popFirst().flatMap(Sort.init), let size = Int(characters),
      Self.sizes(of: sort).contains(size)
    else { return nil }
    self.sort = sort
    self.size = size
    isBigEndian = order == ">"
  }

  private static func sizes(of sort: Sort) -> [Int] {
    switch sort {
    case .boolean: [1]
    case .signed, .unsigned: [1, 2, 4, 8]
    case .real: [4, 8]
    }
  }

  /// True if the elements stay bytes when read.
  var isByte: Bool { size == 1 && sort != .signed }

  /// The elements of `bytes`, which are exactly `count` of them.
  func decode(_ bytes: ArraySlice<UInt8>, count: Int) -> NumericArray.Elements {
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
    case .real where size == 4:
      return .reals(words(bytes, count).map { Double(Float(bitPattern: UInt32($0))) })
    case .real: return .reals(words(bytes, count).map { Double(bitPattern: $0) })
    }
  }

  private func words(_ bytes: ArraySlice<UInt8>, _ count: Int) -> some Sequence<UInt64> {
    (0..<count).lazy.map { index in
      let start = bytes.startIndex + index * size
      let element = bytes[start..<start + size]
      return isBigEndian
        ? element.reduce(0) { $0 << 8 | UInt64($1) }
        : element.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
  }
}
