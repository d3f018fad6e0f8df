import Foundation

/// A short name for a text or a file's bytes: the 64 bits of FNV-1a.
///
/// It tells one page from the next, and a file that was written anew with the same bytes from one
/// that changed. Nobody gains by a collision here, so no cryptographic digest is needed.
struct ContentDigest: Sendable, Equatable, CustomStringConvertible {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init(_ bytes: some Sequence<UInt8>) { add(bytes) }

  /// The digest of a file; nil if it cannot be read, is no file, or is larger than `largest` bytes.
  init?(ofFile path: String, largest: Int) {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular,
      let size = (attributes?[.size] as? NSNumber)?.intValue, size <= largest,
      let contents = FileManager.default.contents(atPath: path)
    else { return nil }
    add(contents)
  }

  private mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
  }

  /// Sixteen hexadecimal digits.
  var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
