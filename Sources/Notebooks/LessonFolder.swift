import Diagnostics
import Foundation

/// The folder of a notebook, from which pictures are taken and links to other lessons are checked.
public struct LessonFolder: Sendable {
  public let path: String

  public init(_ path: String) { self.path = path }

  /// More than any picture of a lesson, and little enough for a page.
  private static let largest = 5_000_000

  /// A picture as it goes into the page.
  public struct Picture: Sendable, Equatable {
    public let mediaType: String
    public let bytes: [UInt8]

    /// `data:image/png;base64,…`
    public var address: String { "data:\(mediaType);base64,\(Data(bytes).base64EncodedString())" }
  }

  /// Reads a picture named in a notebook.
  ///
  /// - Throws: a diagnostic without a range.
  public func picture(_ name: String) throws(Diagnostic) -> Picture {
    let file = try file(name)
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    // The size comes before the bytes: a file too large for a page may be too large for memory.
    if let size = attributes?[.size] as? Int, size > Self.largest {
      throw Diagnostic(
        "picture.large",
        "'\(name.shortened)' has \(size) bytes, at most \(Self.largest) go into a page",
        help: ["make the picture smaller"])
    }
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw Diagnostic(
        "picture.missing", "there is no picture '\(name.shortened)'",
        help: help(for: name, otherwise: "a picture stands beside the notebook"))
    }
    guard let type = Self.mediaType(of: bytes) else {
      throw Diagnostic(
        "picture.format", "'\(name.shortened)' is no picture that a browser shows",
        help: ["PNG, JPEG, GIF, WebP and SVG are"])
    }
    return Picture(mediaType: type, bytes: Array(bytes))
  }

  /// Whether a file stands where a notebook's link leads.
  public func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(path)/\(name)")
  }

  /// The text of another lesson; nil for what is none: a device, or a file larger than any lesson.
  func text(of name: String) -> String? {
    let file = URL(fileURLWithPath: "\(path)/\(name)").resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    guard attributes?[.type] as? FileAttributeType == .typeRegular,
      let size = attributes?[.size] as? Int, size <= Self.largest
    else { return nil }
    return FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The nearest name in the folder, or else some advice.
  func help(for name: String, otherwise advice: String) -> [String] {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    return NearestName.nearest(to: name, in: names).map { ["did you mean '\($0)'?"] }
      ?? [advice]
  }

  /// The path of a named file, which must lie in the folder.
  private func file(_ name: String) throws(Diagnostic) -> String {
    let decoded = name.removingPercentEncoding ?? name
    let root = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    let file = URL(fileURLWithPath: decoded, relativeTo: URL(fileURLWithPath: root + "/"))
      .standardizedFileURL.resolvingSymlinksInPath().path
    guard file.hasPrefix(root + "/") else {
      throw Diagnostic(
        "picture.outside", "'\(name.shortened)' lies outside the notebook's folder",
        help: ["copy the picture beside the notebook"])
    }
    return file
  }

  /// What kind of picture bytes are, by how they begin.
  private static func mediaType(of bytes: Data) -> String? {
    let start = Array(bytes.prefix(16))
    func begins(_ prefix: [UInt8], at offset: Int = 0) -> Bool {
      start.dropFirst(offset).starts(with: prefix)
    }
    if begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "image/png" }
    if begins([0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
    if begins(Array("GIF8".utf8)) { return "image/gif" }
    if begins(Array("RIFF".utf8)), begins(Array("WEBP".utf8), at: 8) { return "image/webp" }
    // Inside <img> a browser runs no script of an SVG and fetches nothing for it.
    let head = String(decoding: bytes.prefix(1000), as: UTF8.self)
    return head.contains("<svg") ? "image/svg+xml" : nil
  }
}
