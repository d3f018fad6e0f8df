import Fonts
import Foundation
import Mustache
import Notebooks
import Plots
import TeX

/// The Mustache templates and the stylesheet that make a page of a report.
public struct Templates: Sendable {
  private let library: MustacheLibrary
  private let stylesheet: String

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
    stylesheet = Self.compacted(
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
    var page = report.page(stylesheet: "")
    for cell in page.cells { page.body += try render(cell, "cell") }
    page.stylesheet = UsedRules(in: try render(page, "page")).of(stylesheet)
    page.fontFace = Self.fontFace(for: page.body)
    return try render(page, "page")
  }

  /// The page that leads to all lessons.
  public func page(for index: Index) throws(TemplateError) -> String {
    try render(
      index.page(
        stylesheet: UsedRules(in: try render(index.page(stylesheet: ""), "index")).of(stylesheet)),
      "index")
  }

  func render(_ content: Any, _ name: String) throws(TemplateError) -> String {
    guard let text = library.render(content, withTemplate: name) else {
      throw TemplateError(path: "\(name).mustache", problem: "this template cannot be rendered")
    }
    return text
  }

  /// The font of the formulas, cut down to what they use; nothing where it is not to be had, since
  /// the page reads without it, too.
  private static func fontFace(for body: String) -> String {
    let characters = MathCharacters.all(in: body)
    guard !characters.isEmpty, let faces = try? MathFont.faces(for: characters) else { return "" }
    return faces.map(\.css).joined(separator: "\n")
  }

  /// The stylesheet without comments, indentation and the blanks that only a writer needs.
  private static func compacted(_ css: String) -> String {
    var result = ""
    var rest = css[...]
    while let start = rest.firstRange(of: "/*") {
      result += rest[..<start.lowerBound]
      guard let end = rest[start.upperBound...].firstRange(of: "*/") else { return result }
      rest = rest[end.upperBound...]
    }
    result += rest
    let lines = result.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    let css = lines.filter { !$0.isEmpty }.joined(separator: "\n")
    // What stands between quotes stays as it is.
    return css.split(separator: "\"", omittingEmptySubsequences: false).enumerated().map {
      $0.isMultiple(of: 2) ? tightened(String($1)) : String($1)
    }.joined(separator: "\"")
  }

  private static func tightened(_ css: String) -> String {
    [": ", "; ", ", ", " {", "{ ", " }", "{\n", ";\n", ";}"].reduce(css) { css, mark in
      css.replacing(mark, with: mark == ";}" ? "}" : mark.filter { !$0.isWhitespace })
    }
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
