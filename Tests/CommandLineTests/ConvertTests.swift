import Foundation
import Testing

@Suite("gradbook convert")
struct ConvertTests {
  private let gradbook: Command

  init() throws {
    gradbook = try Command()
    try gradbook.write(RunTests.lesson, to: "moons.md")
  }

  @Test("a lesson becomes a notebook with its results, and the same lesson again")
  func notebook() throws {
    let out = try gradbook("convert", "moons.md", "--to", "ipynb", "-o", "out/moons.ipynb")
    #expect(out.status == 0)
    #expect(out.errors.hasPrefix("✓ moons.md → out/moons.ipynb ("))
    #expect(gradbook.files(in: "out") == ["moons.ipynb"])
    let text = String(decoding: gradbook.contents(of: "out/moons.ipynb") ?? Data(), as: UTF8.self)
    #expect(text.contains("image/svg+xml") && text.contains("✓ held"))
    let back = try gradbook("convert", "out/moons.ipynb", "--to", "md")
    #expect(back.status == 0)
    #expect(back.errors.contains("outputs of 4 cells left out"))
    #expect(gradbook.contents(of: "out/moons.md") == gradbook.contents(of: "moons.md"))
    let again = try gradbook("convert", "out/moons.ipynb", "--to", "md")
    #expect(again.status == 1 && again.errors.contains("exists already"))
  }

  @Test("--no-run takes any text as it is, and runs nothing")
  func unrun() throws {
    try gradbook.write("```{netwrok} x\n```", to: "wrong.md")
    #expect(try gradbook("convert", "wrong.md", "--to", "ipynb", "--no-run", "-q").status == 0)
    let text = String(decoding: gradbook.contents(of: "wrong.ipynb") ?? Data(), as: UTF8.self)
    #expect(text.contains("{netwrok} x") && text.contains("\"outputs\" : ["))
    let run = try gradbook("convert", "wrong.md", "--to", "md")
    #expect(run.status == 1 && run.errors.contains("unknown directive 'netwrok'"))
    #expect(gradbook.files() == ["moons.md", "wrong.ipynb", "wrong.md"])
  }

  @Test("results as Markdown are written where they do not replace the lesson, pictures beside")
  func markdown() throws {
    let out = try gradbook("convert", "moons.md", "--to", "md", "-P", "steps:4")
    #expect(out.status == 1, "the lesson expects three steps")
    #expect(gradbook.files(in: "reports") == ["moons.assets", "moons.md"])
    #expect(gradbook.files(in: "reports/moons.assets") == ["figure-1.svg"])
    let text = String(decoding: gradbook.contents(of: "reports/moons.md") ?? Data(), as: UTF8.self)
    #expect(text.contains("- ✗ failed: `steps(fit) == 3` — found 4"))
    #expect(gradbook.contents(of: "moons.md") == Data(RunTests.lesson.utf8))
  }

  @Test("where a picture cannot be written, no folder is left for it")
  func unwritablePictures() throws {
    let name = String(repeating: "n\u{301}\u{302}", count: 90)
    try gradbook.write(
      #"""
      {"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": [
      {"cell_type": "markdown", "metadata": {}, "source": "![a](attachment:\#(name).png)",
       "attachments": {"\#(name).png": {"image/png": "AAAA"}}}]}
      """#, to: "long.ipynb")
    let process = gradbook.process([])
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // As on a full disk: files may be made, but nothing be written to them.
    let script = "trap '' XFSZ; ulimit -f 0; exec \"$0\" convert long.ipynb --to md"
    process.arguments = ["-c", script, Command.program]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 1 && said.contains("cannot be written"), "\(said)")
    #expect(gradbook.files() == ["long.ipynb", "moons.md"])
    #expect(try gradbook("convert", "long.ipynb", "--to", "md").status == 0, "its name is cut")
  }

  @Test(
    "wrong usage is status 64, a file that is no notebook status 1, and nothing is written",
    arguments: [
      (["moons.md"], 64, "--to"), (["moons.md", "--to", "docx"], 64, "docx"),
      (["mons.md", "--to", "pdf"], 64, "did you mean 'moons.md'?"),
      (["moons.md", "--to", "md", "-o", "./moons.md"], 64, "over itself"),
      (["moons.md", "--to", "md", "--no-run"], 64, "--no-run is for --to ipynb"),
      ([".", "--to", "md"], 64, "one lesson at a time"),
      (["bad.ipynb", "--to", "pdf"], 64, "to a lesson first"),
      (["bad.ipynb", "--to", "md"], 1, "this is no JSON"),
    ])
  func wrong(_ arguments: [String], status: Int32, says words: String) throws {
    try gradbook.write("{", to: "bad.ipynb")
    let outcome = try gradbook.outcome(of: ["convert"] + arguments)
    #expect(outcome.status == status && outcome.errors.contains(words), "\(outcome.errors)")
    #expect(gradbook.files() == ["bad.ipynb", "moons.md"])
  }

  /// Runs with nothing on the path but a program that plays the browser.
  private func print(browser script: String?) throws -> (status: Int32, errors: String) {
    if let script {
      try gradbook.write("#!/bin/sh\n" + script, to: "bin/chromium")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: gradbook.folder.path + "/bin/chromium")
    }
    let process = gradbook.process(["convert", "moons.md", "--to", "pdf"])
    let errors = Pipe()
    process.standardError = errors
    process.environment = [
      "PATH": gradbook.folder.path + "/bin", "TMPDIR": gradbook.folder.path + "/bin",
    ]
    try process.run()
    let text = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: text, as: UTF8.self))
  }

  @Test("without a browser --to pdf says which would do, and writes nothing")
  func noBrowser() throws {
    let outcome = try print(browser: nil)
    #expect(outcome.status == 1 && outcome.errors.contains("apt-get install chromium"))
    #expect(gradbook.files() == ["moons.md"])
  }

  @Test("the browser gets a page and a profile that are gone afterwards, and no network")
  func browser() throws {
    let outcome = try print(
      browser: """
        for a in "$@"; do case "$a" in --print-to-pdf=*) out="${a#*=}";; file:*) page="${a#file://}";; esac; done
        case "$*" in *NOTFOUND*--no-pdf-header-footer*) ;; *) exit 3;; esac
        read line < "$page"
        echo "%PDF-1.4 $line" > "$out"
        """)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(gradbook.contents(of: "moons.pdf") == Data("%PDF-1.4 <!doctype html>\n".utf8))
    #expect(gradbook.files(in: "bin") == ["chromium"])
  }

  @Test(
    "a browser that fails is told in its own words, and leaves nothing behind",
    arguments: [
      ("echo 'no display' >&2; exit 5", "it ended with status 5\n  = help: it said: no display"),
      ("exit 0", "it wrote no PDF"),
    ])
  func failingBrowser(_ script: String, says words: String) throws {
    let outcome = try print(browser: script)
    #expect(outcome.status == 1 && outcome.errors.contains(words), "\(outcome.errors)")
    #expect(gradbook.files() == ["bin", "moons.md"])
    #expect(gradbook.files(in: "bin") == ["chromium"])
  }

  @Test("a parameter given twice is refused; those of a file are taken, and -P wins over it")
  func parameters() throws {
    let twice = try gradbook("run", "moons.md", "-P", "steps:3", "-P", "steps:4")
    #expect(twice.status == 64 && twice.errors.contains("gives 'steps' twice, 3 and 4"))
    try gradbook.write("steps: 4\n", to: "four.yaml")
    try gradbook.write("{\"steps\": 3}", to: "three.json")
    #expect(try gradbook("run", "moons.md", "--params", "four.yaml").status == 1)
    #expect(try gradbook("run", "moons.md", "--params", "three.json").status == 0)
    #expect(try gradbook("run", "moons.md", "--params", "four.yaml", "-P", "steps:3").status == 0)
  }

  @Test(
    "a file of parameters that is none is refused at its place",
    arguments: [
      ("steps", "expected parameters 'name: value'"), ("[1]", "expected parameters"),
      ("steps: [1, 2]", "expected a number or a text"), ("a: {", "p.yaml:1:"),
      ("stepps: 3", "did you mean 'steps'?"),
    ])
  func wrongParameters(_ text: String, says words: String) throws {
    try gradbook.write(text, to: "p.yaml")
    let outcome = try gradbook("check", "moons.md", "--params", "p.yaml")
    #expect(
      [1, 64].contains(outcome.status) && outcome.errors.contains(words), "\(outcome.errors)")
    let missing = try gradbook("check", "moons.md", "--params", "none.yaml")
    #expect(missing.status == 64 && missing.errors.contains("none.yaml"))
  }

  @Test("of several lessons each takes the parameters it has; one that none has is refused")
  func sharedParameters() throws {
    try gradbook.write("Words.", to: "plain.md")
    #expect(try gradbook("check", "moons.md", "plain.md", "-P", "steps:5").status == 0)
    let none = try gradbook("check", "moons.md", "plain.md", "-P", "step:5")
    #expect(none.status == 64)
    #expect(
      none.errors.contains(
        "none of these 2 lessons has a parameter 'step'; did you mean 'steps'?"))
  }
}
