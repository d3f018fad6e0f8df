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
    for name in Self.names {
      let path = "\(folder)/\(name).mustache"
      guard let data = FileManager.default.contents(atPath: path) else {
        throw TemplateError(path: path, problem: "this template is missing")
      }
      do {
        templates[name] = try MustacheTemplate(string: String(decoding: data, as: UTF8.self))
      } catch {
        throw TemplateError(path: path, problem: "this is no Mustache template: \(error)")
      }
    }
    library = MustacheLibrary(templates: templates)
    guard let data = FileManager.default.contents(atPath: "\(folder)/page.css") else {
      throw TemplateError(path: "\(folder)/page.css", problem: "the stylesheet is missing")
    }
    // What formulas and pictures rely on belongs to them; the page's own rules come last.
    styles = StyleRules(
      [MathMLStyle.sheet, Stylesheet.css, String(decoding: data, as: UTF8.self)]
        .joined(separator: "\n"))
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

  public var description: String { "\(path): \(problem)" }
}
