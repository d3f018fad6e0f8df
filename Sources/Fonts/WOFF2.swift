import CHarfBuzz

/// An OpenType font packed for the web: its tables one after another in one Brotli stream.
///
/// WOFF File Format 2.0 (W3C, 2022). Its transformations are for TrueType outlines; a font with a
/// CFF table needs none.
struct WOFF2 {
  let bytes: [UInt8]

  /// Brotli's, from 0 to 11: 1 ms for 22 KB. The last two take 180 ms for a twentieth less.
  private static let quality: Int32 = 9

  /// - Returns: nil if the font is malformed or Brotli's library is not there.
  init?(packing font: [UInt8]) {
    guard let tables = Self.tables(of: font) else { return nil }
    var directory: [UInt8] = []
    var stream: [UInt8] = []
    for table in tables {
      directory += Self.entry(for: table)
      let isHead = table.tag == MathFont.tag("head")
      stream += isHead ? Self.marked(font[table.range]) : Array(font[table.range])
    }
    guard let compressed = Self.compressed(stream) else { return nil }
    // 12 bytes of header and 16 per table, each table padded to four bytes (OpenType, "Font file").
    let unpacked = tables.reduce(12 + 16 * tables.count) { $0 + ($1.range.count + 3) & ~3 }
    let length = (48 + directory.count + compressed.count + 3) & ~3
    var out: [UInt8] = []
    out.append(bigEndian: MathFont.tag("wOF2"))
    out += font[0..<4]
    out.append(bigEndian: UInt32(length))
    out.append(bigEndian: UInt16(tables.count))
    out.append(bigEndian: UInt16(0))
    out.append(bigEndian: UInt32(unpacked))
    out.append(bigEndian: UInt32(compressed.count))
    // The font's version, then no metadata and no private data.
    for _ in 0..<6 { out.append(bigEndian: UInt32(0)) }
    out += directory + compressed
    out += [UInt8](repeating: 0, count: length - out.count)
    bytes = out
  }

  private struct Table {
    let tag: UInt32
    let range: Range<Int>
  }

  private static func tables(of font: [UInt8]) -> [Table]? {
    guard font.count >= 12 else { return nil }
    let count = Int(font[4]) << 8 | Int(font[5])
    guard font.count >= 12 + 16 * count else { return nil }
    func word(at index: Int) -> UInt32 {
      font[index..<index + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
    var tables: [Table] = []
    for index in 0..<count {
      let record = 12 + 16 * index
      let (start, length) = (Int(word(at: record + 8)), Int(word(at: record + 12)))
      guard start + length <= font.count else { return nil }
      tables.append(Table(tag: word(at: record), range: start..<start + length))
    }
    return tables
  }

  /// The tags with a number of their own, in the order of the format's list of known ones, as far as
  /// fonts without colour or Apple's tables have them.
  private static let known = [
    "cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post", "cvt ", "fpgm", "glyf", "loca",
    "prep", "CFF ", "VORG", "EBDT", "EBLC", "gasp", "hdmx", "kern", "LTSH", "PCLT", "VDMX", "vhea",
    "vmtx", "BASE", "GDEF", "GPOS", "GSUB", "EBSC", "JSTF", "MATH",
  ].map(MathFont.tag)

  /// Six bits of tag, two of transformation, then the length.
  private static func entry(for table: Table) -> [UInt8] {
    // The null transformation of these two is numbered 3, that of all others 0.
    let isOutline = [MathFont.tag("glyf"), MathFont.tag("loca")].contains(table.tag)
    let transformation: UInt8 = isOutline ? 3 << 6 : 0
    var entry: [UInt8] = []
    if let number = known.firstIndex(of: table.tag) {
      entry.append(UInt8(number) | transformation)
    } else {
      entry.append(63)
      entry.append(bigEndian: table.tag)
    }
    return entry + base128(table.range.count)
  }

  /// Seven bits a byte, the highest first, all but the last with the top bit set.
  private static func base128(_ value: Int) -> [UInt8] {
    var bytes = [UInt8(value & 0x7F)]
    var rest = value >> 7
    while rest > 0 {
      bytes.insert(UInt8(rest & 0x7F) | 0x80, at: 0)
      rest >>= 7
    }
    return bytes
  }

  /// The `head` table with bit 11 of its flags set: the font has been packed without loss.
  private static func marked(_ table: ArraySlice<UInt8>) -> [UInt8] {
    var table = Array(table)
    if table.count > 17 { table[16] |= 1 << 3 }
    return table
  }

  private static func compressed(_ stream: [UInt8]) -> [UInt8]? {
    let room = stream.count + 1024
    var size = room
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      let isDone = brotli_compress(stream, stream.count, quality, buffer.baseAddress, &size) != 0
      count = isDone ? size : 0
    }
    return bytes.isEmpty ? nil : bytes
  }
}

extension [UInt8] {
  fileprivate mutating func append(bigEndian value: some FixedWidthInteger) {
    for shift in stride(from: value.bitWidth - 8, through: 0, by: -8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}
