#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A font that a page carries in itself.
public struct FontFace: Sendable, Equatable {
  /// How the bytes are packed, by the name CSS has for it.
  public enum Format: String, Sendable {
    case woff2
    case opentype
  }

  public let family: String
  public let format: Format
  public let bytes: [UInt8]
  /// The characters it is for, as CSS lists them; nil if for all that it has.
  public let range: String?

  /// The rule that makes the font known to a page, with the font in it.
  public var css: String {
    let type = format == .woff2 ? "font/woff2" : "font/otf"
    let data = Data(bytes).base64EncodedString()
    return "@font-face{font-family:\"\(family)\";"
      + "src:url(data:\(type);base64,\(data)) format(\"\(format.rawValue)\")"
      + (range.map { ";unicode-range:\($0)" } ?? "") + "}"
  }
}
