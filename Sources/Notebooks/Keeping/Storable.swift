/// A value that can be written as bytes and read back the same.
///
/// What is read may be anything: a damaged file, a file of another version. Reading throws then and
/// never believes a length that the bytes do not bear out.
protocol Storable {
  func write(to bytes: inout ByteWriter)
  init(from bytes: inout ByteReader) throws(DamagedBytes)
}

/// Bytes that are not what was written.
struct DamagedBytes: Error {}

/// Numbers, texts and lists one after another, all little-endian.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: some Storable) { value.write(to: &self) }

  /// The bytes of numbers as they lie in memory.
  mutating func writeRaw<Number>(_ values: [Number]) where Number: BitwiseCopyable {
    write(values.count)
    values.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  mutating func writeByte(_ byte: UInt8) { bytes.append(byte) }

  mutating func write(rawBytes more: [UInt8]) {
    write(more.count)
    bytes += more
  }
}

/// Reads what `ByteWriter` wrote, in the same order.
struct ByteReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  mutating func read<Value: Storable>(_ type: Value.Type = Value.self) throws(DamagedBytes) -> Value
  {
    try Value(from: &self)
  }

  mutating func readByte() throws(DamagedBytes) -> UInt8 {
    guard let byte = try take(1).first else { throw DamagedBytes() }
    return byte
  }

  /// As many numbers as were written; `zero` only says of which kind.
  mutating func readRaw<Number>(
    repeating zero: Number
  ) throws(DamagedBytes) -> [Number] where Number: BitwiseCopyable {
    let count = try readCount(of: MemoryLayout<Number>.stride)
    let slice = try take(count * MemoryLayout<Number>.stride)
    var values = [Number](repeating: zero, count: count)
    // As many bytes as the numbers take were just found to be there.
    values.withUnsafeMutableBytes { $0.copyBytes(from: slice) }
    return values
  }

  mutating func readRawBytes() throws(DamagedBytes) -> [UInt8] {
    let count = try readCount(of: 1)
    return Array(try take(count))
  }

  /// A number of items of this least size, which the rest of the bytes can hold.
  mutating func readCount(of size: Int) throws(DamagedBytes) -> Int {
    let count = try read(Int.self)
    guard count >= 0, count <= (bytes.count - place) / max(size, 1) else { throw DamagedBytes() }
    return count
  }

  mutating func take(_ count: Int) throws(DamagedBytes) -> ArraySlice<UInt8> {
    guard count <= bytes.count - place else { throw DamagedBytes() }
    defer { place += count }
    return bytes[place..<place + count]
  }
}

extension Int: Storable {
  func write(to bytes: inout ByteWriter) {
    let word = UInt64(truncatingIfNeeded: self)
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.writeByte(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
    }
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    let word = try bytes.take(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    self = Int(truncatingIfNeeded: word)
  }
}

extension Double: Storable {
  func write(to bytes: inout ByteWriter) { bytes.write(Int(truncatingIfNeeded: bitPattern)) }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    self = Double(bitPattern: UInt64(truncatingIfNeeded: try bytes.read(Int.self)))
  }
}

extension Bool: Storable {
  func write(to bytes: inout ByteWriter) { bytes.writeByte(self ? 1 : 0) }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    switch try bytes.readByte() {
    case 0: self = false
    case 1: self = true
    default: throw DamagedBytes()
    }
  }
}

extension String: Storable {
  func write(to bytes: inout ByteWriter) { bytes.write(rawBytes: Array(utf8)) }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    self = String(decoding: try bytes.readRawBytes(), as: UTF8.self)
  }
}

extension Optional: Storable where Wrapped: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(self != nil)
    if let self { bytes.write(self) }
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    self = try bytes.read(Bool.self) ? try bytes.read(Wrapped.self) : nil
  }
}

extension Array: Storable where Element: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(count)
    for element in self { bytes.write(element) }
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    let count = try bytes.readCount(of: 1)
    self = []
    for _ in 0..<count { append(try bytes.read()) }
  }
}

extension Range<Int>: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(lowerBound)
    bytes.write(upperBound)
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    let lower = try bytes.read(Int.self)
    let upper = try bytes.read(Int.self)
    guard lower <= upper else { throw DamagedBytes() }
    self = lower..<upper
  }
}

/// A named case is written by its name.
extension Storable where Self: RawRepresentable, RawValue: Storable {
  func write(to bytes: inout ByteWriter) { bytes.write(rawValue) }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    guard let value = Self(rawValue: try bytes.read()) else { throw DamagedBytes() }
    self = value
  }
}
