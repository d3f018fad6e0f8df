import Foundation
import Testing

@Suite("Files that are no lessons")
struct OtherFileTests {
  private let gradbook: Command

  init() throws { gradbook = try Command() }

  private static let notebook =
    #"{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}"#
  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]

  @Test(
    "are never shown as prose: an error says what to do with each",
    arguments: ["run", "check", "fmt", "mutate", "convert"],
    [
      ("n.ipynb", notebook, "gradbook convert n.ipynb --to md"),
      ("n.json", "{\"a\": 1}", "this is JSON"),
      ("n.html", "<!doctype html><p>x", "gradbook verify n.html"),
      ("n.py", "print(1)", "mv n.py n.md"), ("n.txt", "Words.", "mv n.txt n.md"),
      ("n.svg", "<svg/>", "name it in a lesson"),
      ("hidden.md", notebook, "gradbook convert hidden.md --to md"),
      ("page.md", "\n<!DOCTYPE html>\n<p>x", "gradbook verify page.md"),
    ])
  func refused(_ command: String, _ file: (name: String, text: String, help: String)) throws {
    // A notebook is what convert takes.
    if command == "convert", file.name == "n.ipynb" { return }
    try gradbook.write(file.text, to: file.name)
    let options = command == "convert" ? ["--to", "ipynb", "-o", "out.ipynb"] : []
    let outcome = try gradbook.outcome(of: [command, file.name] + options)
    #expect(outcome.status == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains("[file.not-lesson]"), "\(outcome.errors)")
    #expect(outcome.errors.contains(file.help), "\(outcome.errors)")
    #expect(gradbook.files().filter { $0 != "reports" } == [file.name])
    #expect(gradbook.contents(of: file.name) == Data(file.text.utf8))
  }

  @Test("a picture is none, by its name or its bytes")
  func picture() throws {
    try gradbook.write(Data(Self.png), to: "p.png")
    #expect(try gradbook("run", "p.png").errors.contains("[file.not-lesson]"))
    try gradbook.write(Data(Self.png), to: "p.md")
    #expect(try gradbook("run", "p.md").errors.contains("[file.not-utf8]"))
  }

  @Test("a folder with notebooks alone says how they become lessons")
  func folder() throws {
    try gradbook.write(Self.notebook, to: "lessons/a b.ipynb")
    let outcome = try gradbook("run", "lessons")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("gradbook convert 'lessons/a b.ipynb' --to md"))
  }

  @Test("a lesson in Markdown by another ending, or by none, is a lesson")
  func otherEndings() throws {
    for name in ["a.markdown", "b"] {
      try gradbook.write("Words about {braces}.", to: name)
      #expect(try gradbook("check", name).status == 0)
    }
  }
}
