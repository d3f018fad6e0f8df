import Diagnostics
import Markdown

/// Checks what a notebook points to: pictures, other lessons, addresses on the web.
enum AddressReader {
  /// - Parameter folder: nil where the notebook is not a file; then only words are checked.
  static func diagnostics(of blocks: [Markdown.Block], in folder: LessonFolder?) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for block in blocks {
      block.forEachInline { inline in
        switch inline.kind {
        case .image(let image): diagnostics += check(image, at: inline.range, in: folder)
        case .link(let link): diagnostics += check(link, at: inline.range, in: folder)
        default: break
        }
      }
    }
    return diagnostics
  }

  private static func check(
    _ image: Markdown.Image, at range: Range<Int>, in folder: LessonFolder?
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if image.description.isEmpty {
      found.append(
        .warning(
          "picture.words", "this picture has no words for those who cannot see it", at: range,
          help: ["say between the brackets what it shows: ![a loss curve](\(image.source))"]))
    }
    if image.source.isOnTheWeb {
      found.append(
        .warning(
          "picture.web", "a page fetches nothing, so this picture becomes a link", at: range,
          help: ["save it beside the notebook"]))
    } else if let folder {
      do throws(Diagnostic) {
        try folder.check(picture: image.source)
      } catch {
        found.append(error.at(range))
      }
    }
    return found
  }

  private static func check(
    _ link: Markdown.Link, at range: Range<Int>, in folder: LessonFolder?
  ) -> [Diagnostic] {
    guard let folder, let lesson = link.lesson, !folder.has(lesson) else { return [] }
    return [
      Diagnostic(
        "link.missing", "there is no lesson '\(lesson.shortened)'", at: range,
        help: folder.help(
          for: lesson, otherwise: "a lesson that is linked stands in the same folder"))
    ]
  }
}

extension Markdown.Link {
  /// The file of another lesson that this link leads to, without what follows a `#`.
  public var lesson: String? {
    let file = destination.prefix { $0 != "#" }
    guard file.hasSuffix(".md"), !destination.isOnTheWeb, !file.hasPrefix("/") else { return nil }
    return String(file)
  }
}

extension String {
  /// Whether an address needs a network.
  var isOnTheWeb: Bool {
    let start = prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://") || start.hasPrefix("//")
  }
}
