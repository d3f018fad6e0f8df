import Datasets
import Diagnostics
import Foundation

/// The kinds of pictures that a browser shows, told by how their bytes begin.
enum PictureFormat: String {
  case png = "image/png"
  case jpeg = "image/jpeg"
  case gif = "image/gif"
  case webp = "image/webp"
  case svg = "image/svg+xml"

  init?(_ bytes: [UInt8]) {
    func begins(_ prefix: some Sequence<UInt8>, at offset: Int = 0) -> Bool {
      bytes.dropFirst(offset).starts(with: prefix)
    }
    if begins(PNG.magic) {
      self = .png
    } else if begins(JPEG.magic) {
      self = .jpeg
    } else if begins("GIF87a".utf8) || begins("GIF89a".utf8) {
      self = .gif
    } else if begins("RIFF".utf8), begins("WEBP".utf8, at: 8) {
      self = .webp
    } else if Self.rootTag(of: bytes) != nil {
      // Inside <img> a browser runs no script of an SVG and fetches nothing for it.
      self = .svg
    } else {
      return nil
    }
  }

  /// What keeps a browser from showing the picture whole; nil if nothing does.
  func problem(in bytes: [UInt8]) -> String? {
    switch self {
    case .png: return Self.message { () throws(DatasetError) in _ = try PNG.decode(bytes) }
    case .jpeg: return Self.message { () throws(DatasetError) in _ = try JPEG.decode(bytes) }
    case .gif:
      // The header takes 13 bytes, the trailer is a semicolon (GIF89a, sections 17, 18 and 27).
      return bytes.count > 14 && bytes.last == 0x3B ? nil : "it does not end as a GIF ends"
    case .webp:
      // The length of all that follows it, and a first chunk (RFC 9649, section 2).
      let length = bytes.dropFirst(4).prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
      return bytes.count > 20 && length + 8 <= bytes.count ? nil : "it is shorter than it says"
    case .svg:
      guard Self.rootTag(of: bytes)?.contains("http://www.w3.org/2000/svg") == true else {
        return "its first tag lacks xmlns=\"http://www.w3.org/2000/svg\""
      }
      let end = String(decoding: bytes.suffix(400), as: UTF8.self)
      return end.contains("</svg>") || end.contains("/>") ? nil : "it does not end with </svg>"
    }
  }

  private static func message(_ decode: () throws(DatasetError) -> Void) -> String? {
    do throws(DatasetError) {
      try decode()
      return nil
    } catch {
      // What is not read here, such as colours for a press, a browser may well show.
      return [.malformed, .tooLarge].contains(error.kind) ? error.message : nil
    }
  }

  /// The tag of the first element if that is `svg`: before it there may be a declaration, a document
  /// type and comments.
  private static func rootTag(of bytes: [UInt8]) -> String? {
    var rest = String(decoding: bytes.prefix(20_000), as: UTF8.self)[...]
    if rest.unicodeScalars.first == "\u{FEFF}" { rest = rest.dropFirst() }
    while true {
      rest = rest.drop { $0.isWhitespace }
      let end: String
      if rest.hasPrefix("<?") {
        end = "?>"
      } else if rest.hasPrefix("<!--") {
        end = "-->"
      } else if rest.hasPrefix("<!DOCTYPE") || rest.hasPrefix("<!doctype") {
        // Declarations of its own stand in brackets.
        let head = rest.prefix { $0 != ">" }
        end = head.contains("[") ? "]>" : ">"
      } else {
        break
      }
      guard let place = rest.firstRange(of: end) else { return nil }
      rest = rest[place.upperBound...]
    }
    let tag = rest.prefix { $0 != ">" }
    let name = tag.dropFirst().prefix { !$0.isWhitespace && $0 != "/" }
    return tag.hasPrefix("<") && (name == "svg" || name.hasSuffix(":svg")) ? String(tag) : nil
  }
}
