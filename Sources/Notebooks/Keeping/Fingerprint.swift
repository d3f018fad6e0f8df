import Datasets

/// A SHA-256 hash that stands for a value and all it rests on.
struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  /// 64 hexadecimal digits.
  let description: String

  /// The fingerprint of what `write` writes; texts and lists say their lengths, so that no two
  /// contents run together to the same bytes.
  init(_ write: (inout ByteWriter) -> Void) {
    var bytes = ByteWriter()
    write(&bytes)
    description = SHA256.hexDigest(of: bytes.bytes)
  }

  init(of value: some Storable) { self.init { $0.write(value) } }

  /// Whether a file's name begins with a fingerprint.
  static func begins(_ name: String) -> Bool {
    name.utf8.count >= 64
      && name.utf8.prefix(64).allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
      }
  }
}

extension Fingerprint: Storable {
  func write(to bytes: inout ByteWriter) { bytes.write(description) }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    description = try bytes.read()
  }
}

extension Setting {
  /// The value without its place and its spelling: what a cell can tell apart.
  func writeMeaning(to bytes: inout ByteWriter) {
    switch content {
    case .nothing: bytes.writeByte(0)
    case .text(let text, let quoted):
      bytes.writeByte(quoted ? 2 : 1)
      bytes.write(text)
    case .list(let items):
      bytes.writeByte(3)
      bytes.write(items.count)
      for item in items { item.writeMeaning(to: &bytes) }
    case .mapping(let entries):
      bytes.writeByte(4)
      entries.writeMeaning(to: &bytes)
    }
  }
}

extension [Setting.Entry] {
  func writeMeaning(to bytes: inout ByteWriter) {
    bytes.write(count)
    for entry in self {
      bytes.write(entry.key)
      entry.value.writeMeaning(to: &bytes)
    }
  }
}
