/// What the header of a NumPy array says: a Python dictionary of three entries.
struct NPYHeader {
  let element: NPYElement
  let isColumnMajor: Bool
  let shape: [Int]

  init(parsing bytes: ArraySlice<UInt8>) throws(DatasetError) {
    var scanner = Scanner(rest: bytes)
    var description: String?
    var order: Bool?
    var shape: [Int]?
    try scanner.expect("{")
    while !scanner.skip("}") {
      let key = try scanner.string()
      try scanner.expect(":")
      switch key {
      case "descr":
        guard !scanner.skip("[") else {
          throw DatasetError(
            .unsupported, "an array of records is not read",
            help: [
              "make a table of numbers of it: "
                + "np.lib.recfunctions.structured_to_unstructured(array)"
            ])
        }
        description = try scanner.string()
      case "fortran_order": order = try scanner.boolean()
      case "shape": shape = try scanner.tuple()
      default:
        throw DatasetError(.malformed, "unknown entry '\(key)' in the array's header")
      }
      if !scanner.skip(",") {
        try scanner.expect("}")
        break
      }
    }
    guard let description, let order, let shape else {
      throw DatasetError(.malformed, "the array's header lacks descr, fortran_order or shape")
    }
    guard let element = NPYElement(description) else {
      throw DatasetError(
        .unsupported, "elements of type '\(description)' are not read",
        help: Self.help(for: description))
    }
    self.element = element
    isColumnMajor = order
    self.shape = shape
  }

  /// What makes numbers or text of other elements.
  private static func help(for description: String) -> [String] {
    switch description.dropFirst().first {
    case "O":
      ["save objects as numbers, array.astype('f8'), or as text, array.astype('U')"]
    case "M", "m": ["save times as numbers: array.astype('i8')"]
    case "c": ["save both parts: np.stack([array.real, array.imag], axis=-1)"]
    case "V":
      ["save numbers: np.lib.recfunctions.structured_to_unstructured(array)"]
    case "U", "S": ["these texts are too long for names of classes"]
    default: ["save it as numbers: array.astype('f8')"]
    }
  }
}

/// Reads the few Python literals that such a header is made of.
private struct Scanner {
  var rest: ArraySlice<UInt8>

  private mutating func skipSpace() {
    rest = rest.drop { $0 == 0x20 || $0 == 0x0a }
  }

  mutating func skip(_ text: StaticString) -> Bool {
    skipSpace()
    let wanted = text.withUTF8Buffer { [UInt8]($0) }
    guard rest.starts(with: wanted) else { return false }
    rest = rest.dropFirst(wanted.count)
    return true
  }

  mutating func expect(_ text: StaticString) throws(DatasetError) {
    guard skip(text) else { throw malformed("'\(text)'") }
  }

  mutating func string() throws(DatasetError) -> String {
    guard skip("'"), let end = rest.firstIndex(of: UInt8(ascii: "'")) else {
      throw malformed("a quoted name")
    }
    defer { rest = rest[(end + 1)...] }
    return String(decoding: rest[..<end], as: UTF8.self)
  }

  mutating func boolean() throws(DatasetError) -> Bool {
    if skip("True") { return true }
    if skip("False") { return false }
    throw malformed("True or False")
  }

  mutating func tuple() throws(DatasetError) -> [Int] {
    try expect("(")
    var extents = [Int]()
    while !skip(")") {
      skipSpace()
      let digits = rest.prefix { UInt8(ascii: "0") <= $0 && $0 <= UInt8(ascii: "9") }
      guard let extent = Int(String(decoding: digits, as: UTF8.self)) else {
        throw malformed("an extent")
      }
      rest = rest[digits.endIndex...]
      extents.append(extent)
      guard extents.count <= 32 else { throw malformed("at most 32 axes") }
      if !skip(",") {
        try expect(")")
        break
      }
    }
    return extents
  }

  private func malformed(_ expected: String) -> DatasetError {
    DatasetError(
      .malformed, "expected \(expected) in the array's header", at: .byte(rest.startIndex))
  }
}
