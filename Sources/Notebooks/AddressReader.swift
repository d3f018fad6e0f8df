import Diagnostics
import Markdown

/// Checks what a notebook points to: pictures, places on its page, other lessons, other files.
struct AddressReader {
  /// Nil where the notebook is not a file; then only words are checked.
  private let folder: LessonFolder?
  /// What a link can lead to on the page itself.
  private let anchors: Set<String>
  private(set) var diagnostics: [Diagnostic] = []
  /// The same of the other lessons that were looked at, by their paths.
  private var others: [String: Set<String>] = [:]

  init(in folder: LessonFolder?, anchors: Set<String>) {
    self.folder = folder
    self.anchors = anchors
  }

  mutating func read(_ block: Markdown.Block) {
    var inlines: [Markdown.Inline] = []
    block.forEachInline { inlines.append($0) }
    for inline in inlines {
      switch inline.kind {
      case .image(let image): check(image, at: inline.range)
      case .link(let link): check(link, at: inline.range)
      default: break
      }
    }
  }

  // MARK: Pictures

  private mutating func check(_ image: Markdown.Image, at range: Range<Int>) {
    if image.description.isEmpty {
      diagnostics.append(
        .warning(
          "picture.words", "this picture has no words for those who cannot see it", at: range,
          help: ["say between the brackets what it shows: ![a loss curve](\(image.source))"]))
    }
    if image.source.isOnTheWeb {
      diagnostics.append(
        .warning(
          "picture.web", "a page fetches nothing, so this picture becomes a link", at: range,
          help: ["save it beside the notebook"]))
    } else if let folder {
      do throws(Diagnostic) {
        try folder.check(picture: image.source)
      } catch {
        diagnostics.append(error.at(range))
      }
    }
  }

  // MARK: Links

  private mutating func check(_ link: Markdown.Link, at range: Range<Int>) {
    if let scheme = Rendering.inertScheme(of: link.destination) {
      diagnostics.append(
        .warning(
          "link.inert", "a page follows no address that begins with '\(scheme)'", at: range,
          help: ["its words are shown without a link"]))
      return
    }
    guard let target = LinkTarget(link.destination) else { return }
    guard !target.path.isEmpty else {
      if let name = target.fragment { check(name, among: anchors, "on this page", at: range) }
      return
    }
    guard let folder else { return }
    if let lesson = target.lesson(in: folder) {
      check(lesson, target, in: folder, at: range)
    } else if !folder.has(target.path) {
      diagnostics.append(
        .warning(
          "link.file", "there is no file '\(target.path.shortened)'", at: range,
          help: folder.help(for: target.path, otherwise: "it must stand beside the page")))
    }
  }

  private mutating func check(
    _ lesson: String, _ target: LinkTarget, in folder: LessonFolder, at range: Range<Int>
  ) {
    guard !lesson.contains("/") else {
      let name = lesson.split(separator: "/").last.map(String.init) ?? lesson
      diagnostics.append(
        Diagnostic(
          "link.folder", "'\(lesson.shortened)' does not stand in this lesson's folder", at: range,
          help: folder.has(name)
            ? ["write '\(name)', which does"]
            : ["pages are written side by side: move the lesson into this folder"]))
      return
    }
    guard folder.has(lesson) else {
      diagnostics.append(
        Diagnostic(
          "link.missing", "there is no lesson '\(lesson.shortened)'", at: range,
          help: folder.help(
            for: lesson, otherwise: "a lesson that is linked stands in the same folder")))
      return
    }
    guard let name = target.fragment else { return }
    let known = others[lesson] ?? folder.text(of: lesson).map(LessonAnchors.all)
    guard let known else { return }
    others[lesson] = known
    check(name, among: known, "in '\(lesson)'", at: range)
  }

  /// `#` and `#top` lead to the top of every page.
  private mutating func check(
    _ name: String, among anchors: Set<String>, _ place: String, at range: Range<Int>
  ) {
    guard !anchors.contains(name), !name.isEmpty, name.lowercased() != "top" else { return }
    let near = NearestName.nearest(to: name, in: anchors.sorted())
    diagnostics.append(
      Diagnostic(
        "link.anchor", "there is no '#\(name.shortened)' \(place)", at: range,
        help: [
          near.map { "did you mean '#\($0)'?" }
            ?? "a heading '## The loss' is led to by '#the-loss'"
        ]))
  }
}

extension LinkTarget {
  /// The lesson that the link leads to, by its own name or by that of its page.
  fileprivate func lesson(in folder: LessonFolder) -> String? {
    if isLesson { return path }
    guard path.hasSuffix(".html"), !folder.has(path) else { return nil }
    let lesson = String(path.dropLast(4)) + "md"
    return folder.has(lesson) ? lesson : nil
  }
}

extension String {
  /// Whether an address needs a network.
  var isOnTheWeb: Bool {
    let start = prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://") || start.hasPrefix("//")
  }
}
