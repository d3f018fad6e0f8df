import ArgumentParser
import Files
import Foundation
import Reports

/// Where `convert` writes: the file, and the folder of pictures beside it.
struct ConversionOutput {
  let path: String
  private let source: String
  private let isNamed: Bool
  /// Whether a file there may have a person's work in it.
  private let isEditable: Bool

  init(of source: String, to format: ConversionTarget, named name: String?, isNotebook: Bool) {
    self.source = source
    isNamed = name != nil
    isEditable = format == .ipynb || isNotebook
    let stem = PathName.withoutEnding(source)
    // A lesson as Markdown cannot stand beside itself under its own name.
    let plain =
      format == .md && !isNotebook
      ? LessonFiles.join("reports", PathName.name(of: stem) + ".md")
      : "\(stem).\(format.rawValue)"
    path = name ?? plain
  }

  /// `lesson.assets`, for pictures of `lesson.md`.
  var assetsName: String {
    PathName.withoutEnding(PathName.name(of: path)) + ".assets"
  }

  private var folder: String { PathName.folder(of: path) }

  /// Whether the pictures that the lesson names are found from the file, too.
  var isBesideLesson: Bool {
    Self.resolved(folder) == Self.resolved(PathName.folder(of: source))
  }

  private static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  /// Refuses to write over what a person wrote.
  func check() throws {
    if Self.resolved(path) == Self.resolved(source) {
      throw ValidationError("'\(path)' would be written over itself; name another file with -o")
    }
    if LessonFiles.isFolder(path) {
      throw ValidationError("'\(path)' is a folder; name the file in it")
    }
    if !isNamed, isEditable, FileManager.default.fileExists(atPath: path) {
      throw Failure(
        "'\(path)' exists already; it is left as it is",
        help: ["'-o \(path.asShellWord)' writes over it"])
    }
  }

  func write(_ data: Data) throws { try write(data, to: path) }

  /// Writes a text and its pictures; a signal finds both or neither.
  func write(_ text: String, with files: [String: Data]) throws {
    try Interruption.whole {
      try write(files)
      try write(Data(text.utf8))
    }
  }

  /// Writes pictures into the folder beside the file; where the first cannot be written, no empty
  /// folder is left.
  private func write(_ files: [String: Data]) throws {
    let assets = LessonFiles.join(folder, assetsName)
    let isNew = !LessonFiles.isFolder(assets)
    do {
      for (name, data) in files.sorted(by: { $0.key < $1.key }) {
        try write(data, to: LessonFiles.join(assets, name))
      }
    } catch {
      if isNew { rmdir(assets) }
      throw error
    }
  }

  private func write(_ data: Data, to path: String) throws {
    do throws(FileError) {
      try WholeFile.makeFolder(PathName.folder(of: path))
      try WholeFile.write(data, to: path)
    } catch {
      throw Failure("'\(path)' cannot be written", error)
    }
  }
}
