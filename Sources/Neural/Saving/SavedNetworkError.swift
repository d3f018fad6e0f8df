/// A file of saved parameters that cannot be read, or not written.
public enum SavedNetworkError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file ends before what its header promises.
  case truncated(needed: UInt64, found: UInt64)
  /// The header claims more bytes than any network's would have.
  case headerTooLong(UInt64)
  /// The header is not the JSON that it should be.
  case malformedHeader(String)
  case missing(String)
  case unknown(String, kind: String)
  case unsupportedType(tensor: String, type: String)
  /// A tensor's shape does not fit its layer, or its bytes do not fit its shape.
  case misshapen(tensor: String, reason: String)
  /// Two tensors share bytes, or bytes between them belong to none.
  case gap(tensor: String)
  case tooLarge(bytes: UInt64, limit: Int)
  /// The system's own words.
  case file(path: String, reason: String)

  public var description: String {
    switch self {
    case .truncated(let needed, let found):
      "the file is cut off: \(needed) bytes are promised, \(found) are there"
    case .headerTooLong(let length):
      "the header claims to be \(length) bytes long, more than \(SafetensorsHeader.longest)"
    case .malformedHeader(let reason): "the header is malformed: \(reason)"
    case .missing(let name): "'\(name)' is missing"
    case .unknown(let name, let kind): "'\(name)' is no \(kind) this engine has"
    case .unsupportedType(let tensor, let type):
      "'\(tensor)' holds numbers of type '\(type)'; F32 and F64 can be read"
    case .misshapen(let tensor, let reason): "'\(tensor)' has the wrong shape: \(reason)"
    case .gap(let tensor): "the bytes of '\(tensor)' do not follow those before them"
    case .tooLarge(let bytes, let limit):
      "the file is \(bytes) bytes large, more than the \(limit) allowed"
    case .file(let path, let reason): "'\(path)': \(reason)"
    }
  }
}
