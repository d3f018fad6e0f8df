import Diagnostics
import Files
import Foundation
import Reports

/// A file that somebody may take for a lesson, and that is something else: shown as prose it would be
/// nonsense that passes.
enum OtherFile {
  case notebook
  case page
  case json
  case picture
  case other(ending: String)

  /// Endings of lessons; a file without any may be one, too.
  private static let lessonEndings: Set<String> = ["md", "markdown", "mdown", "mkd", ""]
  private static let pictureEndings: Set<String> = [
    "png", "jpg", "jpeg", "gif", "webp", "svg", "bmp", "tif", "tiff", "pdf", "ico",
  ]

  /// What a file is by the ending of its name; nil for a lesson.
  init?(named path: String) {
    let ending = PathName.ending(of: path).lowercased()
    switch ending {
    case _ where Self.lessonEndings.contains(ending): return nil
    case "ipynb": self = .notebook
    case "html", "htm", "xhtml": self = .page
    case "json": self = .json
    case _ where Self.pictureEndings.contains(ending): self = .picture
    default: self = .other(ending: ending)
    }
  }

  /// What a text is by how it begins, whatever its name; nil for a lesson.
  init?(beginning text: String) {
    let start = text.utf8.drop { $0 <= 0x20 }.prefix(256)
    let head = String(decoding: start, as: UTF8.self).lowercased()
    if head.hasPrefix("<!doctype html") || head.hasPrefix("<html") {
      self = .page
    } else if head.hasPrefix("<svg") || head.hasPrefix("<?xml") {
      self = .picture
    } else if head.first == "{", let keys = Self.keys(ofJSON: text) {
      self = keys.contains("nbformat") ? .notebook : .json
    } else {
      return nil
    }
  }

  private static func keys(ofJSON text: String) -> [String]? {
    let object = try? JSONSerialization.jsonObject(with: Data(text.utf8))
    return (object as? [String: Any]).map { Array($0.keys) }
  }

  func refusal(of path: String) -> Diagnostic {
    let word = path.asShellWord
    let stem = PathName.withoutEnding(path)
    let lesson = (stem + ".md").asShellWord
    switch self {
    case .notebook:
      return Self.refusal(
        "this is a Jupyter notebook, not a lesson",
        "convert it first: gradbook convert \(word) --to md, then run \(lesson)")
    case .page:
      return Self.refusal(
        "this is a web page, not a lesson",
        "a page that gradbook wrote is compared with its lesson by: gradbook verify \(word)")
    case .json:
      return Self.refusal(
        "this is JSON, not a lesson",
        "a lesson is Markdown, a file *.md; a notebook becomes one by: gradbook convert "
          + "notebook.ipynb --to md")
    case .picture:
      return Self.refusal(
        "this is a picture or a printed page, not a lesson",
        "name it in a lesson, a file *.md, as ![what it shows](\(path.onOneLine))")
    case .other(let ending):
      return Self.refusal(
        "this is not a lesson by its name: it ends in '.\(ending)'",
        "a lesson is a file *.md; if this is one, rename it: mv \(word) \(lesson)")
    }
  }

  private static func refusal(_ message: String, _ help: String) -> Diagnostic {
    Diagnostic("file.not-lesson", message, help: [help])
  }
}
