import ArgumentParser
import Diagnostics
import Files
import Foundation
import Reports

/// Finds and reads the lessons that a command line names.
enum LessonFiles {
  /// The Markdown files that `paths` stand for: files as they are, folders as the lessons in them,
  /// in alphabetical order. Without any path, the folder `notebooks`, else this folder.
  static func find(_ paths: [String]) throws -> [String] {
    let paths = paths.isEmpty ? [isFolder("notebooks") ? "notebooks" : "."] : paths
    var found: [String] = []
    for path in paths {
      if isFolder(path) {
        let lessons = try lessons(in: path)
        found += lessons.map { path == "." ? $0 : join(path, $0) }
      } else if FileManager.default.fileExists(atPath: path) {
        found.append(path)
      } else {
        throw ValidationError(missing(path))
      }
    }
    var seen: Set<String> = []
    return found.filter { seen.insert($0).inserted }
  }

  /// Those of a folder, by their names; a name that is no text is told when the lesson is read.
  private static func lessons(in folder: String) throws -> [String] {
    let listing: FolderListing
    do throws(FileError) {
      listing = try FolderListing(of: folder)
    } catch {
      throw Failure("the folder '\(folder)' cannot be read", error)
    }
    let lessons = (listing.names + listing.unreadableNames).filter {
      $0.hasSuffix(".md") && $0.lowercased() != "readme.md"
    }
    guard lessons.isEmpty else { return lessons }
    let notebook = listing.names.first { $0.hasSuffix(".ipynb") }
    let help = notebook.map {
      "; a notebook becomes one by: gradbook convert \(join(folder, $0).asShellWord) --to md"
    }
    throw ValidationError(
      "there is no lesson (a file *.md) in the folder '\(folder)'\(help ?? "")")
  }

  /// Refuses lessons that would be written to one page: two of the same name, or one by the name of the
  /// list of lessons, on a disk that ignores case too.
  static func checkNames(_ paths: [String]) throws {
    var taken: [String: String] = [:]
    for path in paths {
      let name = LessonRunner.pageName(of: path)
      if let other = taken[name] {
        throw ValidationError("'\(other)' and '\(path)' would both be written to '\(name)'")
      }
      guard name.lowercased() != IndexWriter.name else {
        throw ValidationError(
          "'\(path)' would be written to '\(name)', where the list of lessons goes; rename the "
            + "lesson, for example to 'start.md'")
      }
      taken[name] = path
    }
  }

  /// Reads a lesson; what is none by its name or its first bytes is refused with what to do with it.
  static func readLesson(_ path: String) -> Result<SourceFile, UnreadableFile> {
    if let refusal = refusalOfOther(path) { return .failure(refusal) }
    return read(path)
  }

  /// Why a file is no lesson, by its name or its beginning; nil where it may be one.
  static func refusalOfOther(_ path: String) -> UnreadableFile? {
    guard isRegularFile(path) else { return nil }
    if let other = OtherFile(named: path) {
      return UnreadableFile(
        file: SourceFile(name: path, text: ""), diagnostic: other.refusal(of: path))
    }
    guard case .success(let file) = read(path), let other = OtherFile(beginning: file.text) else {
      return nil
    }
    return UnreadableFile(file: file, diagnostic: other.refusal(of: path))
  }

  /// Reads a text, or says why its bytes are none.
  ///
  /// - Parameter expected: what the path should have named, for the message.
  static func read(
    _ path: String, expecting expected: String = "a lesson, a file *.md"
  ) -> Result<SourceFile, UnreadableFile> {
    if let refusal = refusal(path, expected) {
      return .failure(UnreadableFile(file: SourceFile(name: path, text: ""), diagnostic: refusal))
    }
    do throws(FileError) {
      return text(of: try WholeFile.read(path), name: path)
    } catch {
      let isNamedByBytes =
        error.isMissing
        && (try? FolderListing(of: PathName.folder(of: path)))?.unreadableNames
          .contains(PathName.name(of: path)) == true
      let diagnostic =
        isNamedByBytes
        ? Diagnostic(
          "file.name-not-utf8", "the name of this file is not UTF-8", help: ["rename it"])
        : Diagnostic(
          "file.unreadable", "this file cannot be read: \(error)",
          help: [error.help].compactMap(\.self))
      return .failure(
        UnreadableFile(file: SourceFile(name: path, text: ""), diagnostic: diagnostic))
    }
  }

  /// The bytes of a file; nil if it is none, such as a pipe, which nobody may ever write to.
  static func contents(ofRegularFile path: String) -> Data? {
    (try? WholeFile.read(path)).map { Data($0) }
  }

  static func isRegularFile(_ path: String) -> Bool {
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: resolved)
    return attributes?[.type] as? FileAttributeType == .typeRegular
  }

  /// The bytes of a lesson as its text, or the place of the first that is none.
  static func text(of data: some Collection<UInt8>, name: String) -> Result<
    SourceFile, UnreadableFile
  > {
    if let text = String(validating: data, as: UTF8.self) {
      return .success(SourceFile(name: name, text: text))
    }
    return .failure(invalidText(Array(data), name: name))
  }

  /// More than any lesson; what is larger was named by mistake.
  private static let largest = 64 << 20

  /// Why a path should not be read at all: a device never ends, a huge file is no lesson.
  private static func refusal(_ path: String, _ expected: String) -> Diagnostic? {
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: resolved) else {
      return nil
    }
    guard attributes[.type] as? FileAttributeType == .typeRegular else {
      return Diagnostic(
        "file.irregular", "this is not a file of text", help: ["name \(expected)"])
    }
    let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
    guard size <= largest else {
      return Diagnostic(
        "file.large", "this file has \(size) bytes, at most \(largest) are read",
        help: ["name \(expected)"])
    }
    return nil
  }

  /// Where the first byte stands that is not UTF-8.
  private static func invalidText(_ bytes: [UInt8], name: String) -> UnreadableFile {
    let valid = textLength(of: bytes)
    let text = String(decoding: bytes[..<valid], as: UTF8.self)
    let file = SourceFile(name: name, text: text + "\u{FFFD}")
    let problem =
      valid < bytes.count
      ? "unexpected byte 0x\(String(bytes[valid], radix: 16, uppercase: true))"
      : "it ends too early"
    return UnreadableFile(
      file: file,
      diagnostic: Diagnostic(
        "file.not-utf8", "this file is not UTF-8 text: \(problem)",
        at: text.utf8.count..<file.utf8Count,
        help: ["save it as UTF-8 in your editor, or convert it with iconv"]))
  }

  /// How many of the bytes are text, from the start.
  private static func textLength(of bytes: [UInt8]) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var length = 0
    while case .valid(let character) = parser.parseScalar(from: &rest) { length += character.count }
    return length
  }

  /// That a path leads nowhere, with the nearest file of such an ending.
  static func missing(_ path: String, endings: [String] = [".md"]) -> String {
    let folder =
      path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]) : "."
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let names = (try? FolderListing(of: folder))?.names ?? []
    let near = NearestName.nearest(
      to: name, in: names.filter { name in endings.contains(where: name.hasSuffix) })
    let help = near.map { "; did you mean '\(folder == "." ? $0 : join(folder, $0))'?" } ?? ""
    return "there is no file or folder '\(path)'\(help)"
  }

  static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }

  static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}

/// A file that is no text, with what to say about it.
struct UnreadableFile: Error {
  let file: SourceFile
  let diagnostic: Diagnostic
}
