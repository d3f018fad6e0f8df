import CZlib
import Diagnostics

/// NumPy's format for several arrays: a ZIP archive of `.npy` files.
///
/// Entries are stored or deflated, as `numpy.savez` and `numpy.savez_compressed` write them.
/// Source: PKWARE, "APPNOTE.TXT, .ZIP File Format Specification", 4.3.
public struct NPZ: Sendable {
  private struct Entry {
    let method: Int
    let checksum: UInt
    let packedSize: Int
    let size: Int
    let offset: Int
  }

  private let path: String
  private let bytes: [UInt8]
  private let entries: [(name: String, entry: Entry)]
  private let limit: ReadLimit

  /// The names of the arrays in the order of the archive, without `.npy`.
  public var names: [String] { entries.map(\.name) }

  public init(path: String, limit: ReadLimit = .standard) throws(DatasetError) {
    self.path = path
    self.limit = limit
    bytes = try InputFile(path: path).readToEnd(limit: limit)
    do throws(DatasetError) {
      entries = try Self.directory(bytes)
    } catch {
      throw error.inFile(path)
    }
  }

  /// Unpacks one array.
  ///
  /// - Throws: `missing` with the names there are; `malformed`, `tooLarge`.
  public func read(_ name: String) throws(DatasetError) -> NumericArray {
    guard let entry = entries.first(where: { $0.name == name })?.entry else {
      throw DatasetError(
        .missing, "has no array '\(name)'", file: path,
        help: NearestName.help(for: name, in: names, called: "the file holds"))
    }
    do throws(DatasetError) {
      return try NPY.parse(try unpack(entry), limit: limit)
    } catch {
      throw error.inFile("\(path)(\(name).npy)")
    }
  }

  private func unpack(_ entry: Entry) throws(DatasetError) -> [UInt8] {
    let headerSize = 30
    guard entry.size <= limit.bytes else { throw limit.refusal(of: entry.size) }
    guard Self.number(bytes, entry.offset, 4) == 0x0403_4b50,
      let nameLength = Self.number(bytes, entry.offset + 26, 2),
      let extraLength = Self.number(bytes, entry.offset + 28, 2)
    else { throw Self.damaged("an entry's header is missing", at: entry.offset) }
    let start = entry.offset + headerSize + nameLength + extraLength
    guard start <= bytes.count, entry.packedSize <= bytes.count - start else {
      throw Self.damaged("an entry reaches beyond the end", at: entry.offset)
    }
    let packed = bytes[start..<start + entry.packedSize]
    let unpacked =
      switch entry.method {
      case 0 where entry.size == entry.packedSize: [UInt8](packed)
      case 8: try inflated(packed, to: entry.size, at: start)
      default:
        throw DatasetError(
          .unsupported, "compression \(entry.method) is neither stored (0) nor deflated (8)",
          at: .byte(entry.offset))
      }
    // crc32_z only reads the buffer, which outlives the call.
    let checksum = unpacked.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) }
    guard unpacked.isEmpty || checksum == entry.checksum else {
      throw Self.damaged("an entry's checksum is wrong", at: start)
    }
    return unpacked
  }

  private func inflated(
    _ packed: ArraySlice<UInt8>, to size: Int, at offset: Int
  ) throws(DatasetError) -> [UInt8] {
    guard let result = Inflation.inflate(packed, to: size, .none) else {
      throw Self.damaged("an entry's data is damaged", at: offset)
    }
    return result
  }

  private static func directory(
    _ bytes: [UInt8]
  ) throws(DatasetError) -> [(name: String, entry: Entry)] {
    // The end record is 22 bytes and a comment of up to 65,535.
    let lowest = max(0, bytes.count - 22 - 0xffff)
    guard bytes.count >= 22,
      let end = stride(from: bytes.count - 22, through: lowest, by: -1)
        .first(where: { number(bytes, $0, 4) == 0x0605_4b50 }),
      let count = number(bytes, end + 10, 2), var next = number(bytes, end + 16, 4)
    else { throw damaged("is not a ZIP archive, or is cut off", at: bytes.count) }
    var entries = [(name: String, entry: Entry)]()
    for _ in 0..<count {
      guard number(bytes, next, 4) == 0x0201_4b50,
        let method = number(bytes, next + 10, 2), let checksum = number(bytes, next + 16, 4),
        let packed = number(bytes, next + 20, 4), let size = number(bytes, next + 24, 4),
        let nameLength = number(bytes, next + 28, 2), let extra = number(bytes, next + 30, 2),
        let comment = number(bytes, next + 32, 2), let offset = number(bytes, next + 42, 4),
        next + 46 + nameLength <= bytes.count
      else { throw damaged("the archive's list of entries is damaged", at: next) }
      let file = String(decoding: bytes[next + 46..<next + 46 + nameLength], as: UTF8.self)
      if file.hasSuffix(".npy") {
        let entry = Entry(
          method: method, checksum: UInt(checksum), packedSize: packed, size: size, offset: offset)
        entries.append((String(file.dropLast(4)), entry))
      }
      next += 46 + nameLength + extra + comment
    }
    return entries
  }

  /// A little-endian number of the archive; nil beyond its end.
  private static func number(_ bytes: [UInt8], _ offset: Int, _ size: Int) -> Int? {
    guard offset >= 0, offset + size <= bytes.count else { return nil }
    return bytes[offset..<offset + size].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private static func damaged(_ what: String, at offset: Int) -> DatasetError {
    DatasetError(.malformed, what, at: .byte(offset))
  }
}
