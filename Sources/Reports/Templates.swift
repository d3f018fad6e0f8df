import Diagnostics
import Files
import Fonts
import Foundation
import Mustache
import Notebooks
import Plots
import TeX

/// The Mustache templates and the stylesheet that make a page of a report.
public struct Templates: Sendable {
  private let library: MustacheLibrary
  private let styles: StyleRules

  /// Loads the templates of a folder.
  public init(folder: String) throws(TemplateError) {
    var templates: [String: MustacheTemplate] = [:]
    var partials: [String: [String]] = [:]
    var waiting = Array(Self.names.reversed())
    while let name = waiting.popLast() {
      guard templates[name] == nil else { continue }
      let path = "\(folder)/\(name).mustache"
      let text = try Self.text(of: path, "this template")
      do {
        templates[name] = try MustacheTemplate(string: text)
      } catch {
        throw TemplateError(path: path, problem: "this is no Mustache template: \(error)")
      }
      partials[name] = Partials(of: text).names
      waiting += try Self.names(of: partials[name] ?? [], in: path)
    }
    if let ring = Partials.ring(in: partials) {
      throw TemplateError(
        path: "\(folder)/\(ring[0]).mustache",
        problem: "this template includes itself: \(ring.joined(separator: " → "))",
        help: ["take {{>\(ring[1])}} out of \(ring[0]).mustache"])
    }
    library = MustacheLibrary(templates: templates)
    let sheet = try Self.text(of: "\(folder)/page.css", "the stylesheet")
    // What formulas and pictures rely on belongs to them; the page's own rules come last.
    styles = StyleRules(
      [MathMLStyle.sheet, Stylesheet.css, sheet]
        .joined(separator: "\n"))
  }

  /// What a file of the templates says, or why it cannot be had: not there, not allowed and not openable
  /// are three things.
  private static func text(of path: String, _ what: String) throws(TemplateError) -> String {
    do throws(FileError) {
      return String(decoding: try WholeFile.read(path), as: UTF8.self)
    } catch  where error.isMissing {
      throw TemplateError(path: path, problem: "\(what) is missing")
    } catch {
      throw TemplateError(
        path: path, problem: "\(what) cannot be opened: \(error)",
        help: [error.help].compactMap(\.self))
    }
  }

  /// Templates that another includes, which are files of the same folder.
  private static func names(
    of partials: [String], in path: String
  ) throws(TemplateError) -> [String] {
    // A name that is worked out, `{{>*name}}`, could lead anywhere.
    for name in partials where name.utf8.contains(where: { [0, 0x2A, 0x2F].contains($0) }) {
      throw TemplateError(
        path: path, problem: "'\(name)' is no name of a template",
        help: ["include templates of the same folder, as {{>cell}}"])
    }
    return partials
  }

  private static let names = [
    "page", "cell", "table", "figure", "code", "computation", "verdicts", "notice", "failure",
    "derivation",
    "index",
  ]

  /// The whole page: one HTML text that needs no other file.
  public func page(for report: Report) throws(TemplateError) -> String {
    var page = report.page(stylesheet: .nothing)
    let shell = try render(page, "page")
    var body = ""
    for cell in page.cells { body += try render(cell, "cell") }
    page.body = HTML(trusted: body)
    page.stylesheet = HTML(trusted: styles.used(by: StyleRules.classes(in: shell, body)))
    page.fontFace = HTML(trusted: Self.fontFace(for: body))
    return try render(page, "page")
  }

  /// The page that leads to all lessons.
  public func page(for index: Index) throws(TemplateError) -> String {
    let bare = try render(index.page(stylesheet: .nothing), "index")
    let stylesheet = styles.used(by: StyleRules.classes(in: bare))
    return try render(index.page(stylesheet: HTML(trusted: stylesheet)), "index")
  }

  func render(_ part: some PagePart, _ name: String) throws(TemplateError) -> String {
    guard let text = library.render(part.fields, withTemplate: name) else {
      throw TemplateError(path: "\(name).mustache", problem: "this template cannot be rendered")
    }
    return text
  }

  /// Why the formulas of a page are not in their own font; nil where they are, or there are none.
  public static func fontWarning(forPage html: String) -> Diagnostic? {
    guard !html.contains("@font-face") else { return nil }
    let characters = FormulaCharacters(inPage: html)
    guard !characters.isEmpty else { return nil }
    do throws(Diagnostic) {
      _ = try MathFont.faces(for: characters)
      return nil
    } catch {
      return error
    }
  }

  /// The font of the formulas, cut down to what they use; nothing where it is not to be had, since
  /// the page reads without it, too.
  private static func fontFace(for body: String) -> String {
    let characters = FormulaCharacters(inPage: body)
    guard !characters.isEmpty, let faces = try? MathFont.faces(for: characters) else { return "" }
    return faces.map(\.css).joined(separator: "\n")
  }

  /// The folder `templates` that belongs to this program: beside it or in a folder above it, as in a
  /// checkout, or in `share/gradbook` beside its `bin`.
  public static func folder(forProgram program: String) -> String? {
    var folder = URL(fileURLWithPath: program).resolvingSymlinksInPath()
    while folder.pathComponents.count > 1 {
      folder.deleteLastPathComponent()
      for place in ["templates", "share/gradbook/templates"] {
        let path = folder.appendingPathComponent(place).path
        if FileManager.default.fileExists(atPath: path + "/page.mustache") { return path }
      }
    }
    return nil
  }
}

/// A template that is missing or wrong.
public struct TemplateError: Error, Sendable, CustomStringConvertible {
  public let path: String
  public let problem: String
  /// What to do about it.
  public var help: [String] = []

  public var description: String { "\(path): \(problem)" }
}
