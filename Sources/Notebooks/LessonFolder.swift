import Diagnostics
import Files
import Foundation

/// The folder of a notebook, from which pictures are taken and links to other lessons are checked.
public struct LessonFolder: Sendable {
  public let path: String

  public init(_ path: String) { self.path = path }

  /// More than any picture of a lesson, and little enough for a page.
  private static let largest = 5_000_000

  /// A picture as it goes into the page.
  public struct Picture: Sendable, Equatable {
    let format: PictureFormat
    public let bytes: [UInt8]

    public var mediaType: String { format.rawValue }

    /// `data:image/png;base64,…`
    public var address: String { "data:\(mediaType);base64,\(Data(bytes).base64EncodedString())" }
  }

  /// Reads a picture named in a notebook.
  ///
  /// - Throws: a diagnostic without a range.
  public func picture(_ name: String) throws(Diagnostic) -> Picture {
    let file = try file(name)
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    if let kind = attributes?[.type] as? FileAttributeType, kind != .typeRegular {
      // A pipe that nobody writes to would keep whoever opens it waiting.
      let found = kind == .typeDirectory ? "a folder" : "a device or a pipe"
      throw Diagnostic(
        "picture.format", "'\(name.shortened)' is \(found), not a picture",
        help: ["name a file: PNG, JPEG, GIF, WebP or SVG"])
    }
    // The size comes before the bytes: a file too large for a page may be too large for memory.
    if let size = attributes?[.size] as? Int, size > Self.largest {
      throw Diagnostic(
        "picture.large",
        "'\(name.shortened)' has \(size) bytes, at most \(Self.largest) go into a page",
        help: ["make the picture smaller"])
    }
    let picture: [UInt8]
    do throws(FileError) {
      picture = try WholeFile.read(file)
    } catch  where error.isMissing {
      throw Diagnostic(
        "picture.missing", "there is no picture '\(name.shortened)'",
        help: help(for: name, otherwise: "a picture stands beside the notebook"))
    } catch {
      throw Diagnostic(
        "picture.unreadable", "the picture '\(name.shortened)' cannot be opened: \(error)",
        help: [error.help].compactMap(\.self))
    }
    guard let format = PictureFormat(picture) else {
      throw Diagnostic(
        "picture.format", "'\(name.shortened)' is no picture that a browser shows",
        help: ["PNG, JPEG, GIF, WebP and SVG are"])
    }
    return Picture(format: format, bytes: picture)
  }

  /// Looks at a picture named in a notebook as a browser would.
  ///
  /// - Throws: a diagnostic without a range.
  func check(picture name: String) throws(Diagnostic) {
    let picture = try picture(name)
    guard let problem = picture.format.problem(in: picture.bytes) else { return }
    throw Diagnostic(
      "picture.broken", "'\(name.shortened)' would not be shown: \(problem)",
      help: ["save the picture anew"])
  }

  /// Whether a file stands where a notebook's link leads.
  public func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(path)/\(name)")
  }

  /// The text of another lesson; nil for what is none: a device, a file larger than any lesson, one
  /// outside of the folder, whose headings are nobody's here.
  func text(of name: String) -> String? {
    guard let file = try? inside(name, called: name) else { return nil }
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    guard attributes?[.type] as? FileAttributeType == .typeRegular,
      let size = attributes?[.size] as? Int, size <= Self.largest
    else { return nil }
    return FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The nearest name in the folder, or else some advice.
  func help(for name: String, otherwise advice: String) -> [String] {
    let names = (try? FolderListing(of: path))?.names ?? []
    return NearestName.nearest(to: name, in: names).map { ["did you mean '\($0)'?"] }
      ?? [advice]
  }

  /// The path of a named file, which must lie in the folder.
  private func file(_ name: String) throws(Diagnostic) -> String {
    let decoded = name.removingPercentEncoding ?? name
    guard !decoded.utf8.contains(0) else {
      throw Diagnostic(
        "file.name", "the name '\(name.shortened)' has a NUL in it, which no file's has",
        help: ["write the name without it"])
    }
    return try inside(decoded, called: name)
  }

  /// The path of a file of the folder by its name without escapes.
  private func inside(_ decoded: String, called name: String) throws(Diagnostic) -> String {
    let root = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    let file = URL(fileURLWithPath: decoded, relativeTo: URL(fileURLWithPath: root + "/"))
      .standardizedFileURL.resolvingSymlinksInPath().path
    // By bytes: a name that begins with a combining mark makes one character with the slash before it.
    guard file.utf8.starts(with: (root == "/" ? root : root + "/").utf8) else {
      throw Diagnostic(
        "picture.outside", "'\(name.shortened)' lies outside the notebook's folder",
        help: ["copy the picture beside the notebook"])
    }
    return file
  }
}
