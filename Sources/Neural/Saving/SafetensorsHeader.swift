#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The JSON header of a safetensors file: names, types, shapes and places of tensors.
///
/// Format: eight bytes of length, little-endian; that many bytes of JSON; the tensors' bytes,
/// row by row, little-endian, in order and without gaps. https://github.com/huggingface/safetensors
struct SafetensorsHeader {
  struct Tensor: Codable {
    let dtype: String
    let shape: [Int]
    /// First byte and the one after the last, counted from the end of the header.
    let dataOffsets: [UInt64]

    enum CodingKeys: String, CodingKey {
      case dtype
      case shape
      case dataOffsets = "data_offsets"
    }
  }

  /// The longest header read, 1 MiB: a thousand layers take a tenth of it.
  static let longest = 1 << 20

  private static let metadataKey = "__metadata__"

  var tensors: [String: Tensor] = [:]
  var metadata: [String: String] = [:]

  /// Reads the header at the front of a file.
  ///
  /// - Returns: the header, and where the tensors' bytes begin.
  static func read(
    _ bytes: [UInt8]
  ) throws(SavedNetworkError) -> (header: SafetensorsHeader, end: Int) {
    guard bytes.count >= 8 else {
      throw .truncated(needed: 8, found: UInt64(bytes.count))
    }
    let length = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[$1]) << (8 * UInt64($1)) }
    guard length <= UInt64(longest) else { throw .headerTooLong(length) }
    let end = 8 + Int(length)
    guard bytes.count >= end else {
      throw .truncated(needed: UInt64(end), found: UInt64(bytes.count))
    }
    do {
      let header = try JSONDecoder().decode(SafetensorsHeader.self, from: Data(bytes[8..<end]))
      return (header, end)
    } catch {
      throw .malformedHeader(Self.reason(of: error))
    }
  }

  private static func reason(of error: any Error) -> String {
    guard let error = error as? DecodingError else { return "not JSON" }
    switch error {
    case .dataCorrupted: return "not JSON"
    case .keyNotFound(let key, _): return "'\(key.stringValue)' is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      let path = context.codingPath.map(\.stringValue).joined(separator: ".")
      return "'\(path)' is of the wrong type"
    @unknown default: return "not a safetensors header"
    }
  }

  /// The header's bytes, its length in front, padded with spaces to a multiple of eight.
  func encoded() throws(SavedNetworkError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    var json: [UInt8]
    do {
      json = Array(try encoder.encode(self))
    } catch {
      throw .malformedHeader("\(error)")
    }
    while json.count % 8 != 0 { json.append(UInt8(ascii: " ")) }
    let length = UInt64(json.count)
    return (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * UInt64($0))) } + json
  }
}

extension SafetensorsHeader: Codable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    for key in container.allKeys {
      if key.stringValue == Self.metadataKey {
        metadata = try container.decode([String: String].self, forKey: key)
      } else {
        tensors[key.stringValue] = try container.decode(Tensor.self, forKey: key)
      }
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(metadata, forKey: Key(Self.metadataKey))
    for (name, tensor) in tensors { try container.encode(tensor, forKey: Key(name)) }
  }
}
