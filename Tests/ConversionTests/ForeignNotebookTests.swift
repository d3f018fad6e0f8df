import Conversion
import Diagnostics
import Foundation
import Testing

@Suite("A notebook from elsewhere as a lesson")
struct ForeignNotebookTests {
  private static func lesson(_ cells: String, metadata: String = "{}") throws -> LessonText {
    let json =
      #"{"nbformat": 4, "nbformat_minor": 2, "metadata": \#(metadata), "cells": [\#(cells)]}"#
    return LessonText(
      of: try JupyterNotebook(reading: Data(json.utf8)), picturesIn: "my lesson.assets")
  }

  @Test("prose stays prose, code becomes a listing in its language, outputs are left out")
  func plain() throws {
    let lesson = try Self.lesson(
      #"""
      {"cell_type": "markdown", "metadata": {}, "source": ["# One\n", "two"]},
      {"cell_type": "code", "execution_count": 3, "metadata": {"tags": 1}, "source": "x = `1`\n```y",
       "outputs": [{"output_type": "stream", "name": "stdout", "text": "secret"}]},
      {"cell_type": "code", "metadata": {}, "source": [], "outputs": [], "execution_count": null},
      {"cell_type": "raw", "metadata": {"format": "text/latex"}, "source": "\\LaTeX"}
      """#, metadata: #"{"kernelspec": {"name": "ir", "display_name": "R", "language": "R"}}"#)
    #expect(
      lesson.text == "# One\ntwo\n\n````R\nx = `1`\n```y\n````\n\n```latex\n\\LaTeX\n```\n")
    #expect(lesson.files.isEmpty && lesson.diagnostics.isEmpty)
  }

  @Test("a fence left open ends with its cell, a rule at the top is no front matter")
  func openFence() throws {
    let lesson = try Self.lesson(
      #"""
      {"cell_type": "markdown", "metadata": {}, "source": "---\n~~~~\nopen"},
      {"cell_type": "markdown", "metadata": {}, "source": "prose"}
      """#)
    #expect(lesson.text == "\n---\n~~~~\nopen\n~~~~\n\nprose\n")
  }

  private static let written = #"""
    {"cell_type": "raw", "metadata": {}, "source": "---\ntitle: A\n---"},
    {"cell_type": "code", "metadata": {}, "outputs": [], "source": "```{data} iris\nsource: iris\n```"}
    """#

  @Test("directives that a person wrote into what was a lesson are taken as such")
  func directive() throws {
    let lesson = try Self.lesson(Self.written, metadata: #"{"gradbook": {}}"#)
    #expect(lesson.text == "---\ntitle: A\n---\n\n```{data} iris\nsource: iris\n```\n")
  }

  @Test("code that looks like a directive is a listing in a notebook that never was a lesson")
  func code() throws {
    let lesson = try Self.lesson(Self.written)
    #expect(
      lesson.text
        == "---\ntitle: A\n---\n\n````python\n```{data} iris\nsource: iris\n```\n````\n")
  }

  @Test("attached pictures go beside the lesson, under names that lead nowhere else")
  func attachments() throws {
    let lesson = try Self.lesson(
      #"""
      {"cell_type": "markdown", "metadata": {}, "source": "![a](attachment:../../etc/x.png)",
       "attachments": {"../../etc/x.png": {"image/png": "iVBO\nRw0="}}},
      {"cell_type": "markdown", "metadata": {}, "source": "![a](attachment:a.png)![b](attachment:b)",
       "attachments": {"a.png": {"image/png": "???"}, "b": {"text/plain": "x"},
                       "unused.png": {"image/png": "AAAA"}}},
      {"cell_type": "markdown", "metadata": {}, "source": "![a](attachment:x.png)",
       "attachments": {"x.png": {"image/png": "AAAA"}}},
      {"cell_type": "markdown", "metadata": {}, "source": "![a](attachment:x.png)",
       "attachments": {"x.png": {"image/png": "BBBB"}}}
      """#)
    #expect(Set(lesson.files.keys) == ["------etc-x.png", "x.png", "cell-4-x.png"])
    #expect(lesson.text.contains("![a](my%20lesson.assets/------etc-x.png)"))
    #expect(
      lesson.diagnostics.map(\.message).sorted() == [
        "in cell 2 the attachment 'a.png' is not in base64",
        "in cell 2 the attachment 'b' has no picture that a lesson shows (PNG, JPEG, GIF, WebP, SVG)",
      ])
  }

  @Test(
    "what is no notebook of version 4 is refused in words",
    arguments: [
      ("", "this is no JSON"), ("{", "this is no JSON"), ("[]", "the notebook: expected an object"),
      ("3", "the notebook: expected an object"),
      ("{}", "this is no Jupyter notebook: it has no 'nbformat'"),
      (#"{"nbformat": 3, "worksheets": []}"#, "this notebook has the format 3, expected 4"),
      (#"{"nbformat": 5, "cells": []}"#, "this notebook has the format 5, expected 4"),
      (#"{"nbformat": "4"}"#, "nbformat: expected a whole number"),
      (#"{"nbformat": 4}"#, "this is no Jupyter notebook: it has no 'cells'"),
      (#"{"nbformat": 4, "cells": 3}"#, "cells: expected a list"),
      (#"{"nbformat": 4, "cells": [3]}"#, "cell 1: expected an object"),
      (#"{"nbformat": 4, "cells": [{}]}"#, "cell 1 has no 'cell_type'"),
      (#"{"nbformat": 4, "cells": [{"cell_type": "code"}]}"#, "cell 1 has no 'source'"),
      (
        #"{"nbformat": 4, "cells": [{"cell_type": "heading", "source": ""}]}"#,
        "cell 1, 'cell_type': expected 'markdown', 'code' or 'raw', found 'heading'"
      ),
      (
        #"{"nbformat": 4, "cells": [{"cell_type": "raw", "source": [1]}]}"#,
        "cell 1, 'source': expected a text or a list of lines"
      ),
    ])
  func refused(_ json: String, says words: String) {
    let error = #expect(throws: Diagnostic.self) { try JupyterNotebook(reading: Data(json.utf8)) }
    #expect(error?.message.hasPrefix(words) == true, "\(error?.message ?? "")")
    #expect(error?.help.isEmpty == false)
  }

  @Test("JSON without end, of great depth or cut anywhere is refused, never trapped over")
  func hostile() throws {
    let whole = try JupyterNotebook(
      lesson: SourceFile(name: "a.md", text: "Words.\n\n```{data} iris\nsource: iris\n```\n")
    ).json
    for length in stride(from: 0, to: whole.count - 3, by: 7) {
      #expect(throws: Diagnostic.self) { try JupyterNotebook(reading: whole.prefix(length)) }
    }
    for unit in ["[", #"{"a":"#, #"{"nbformat": 4, "cells": ["#] {
      let deep = Data(String(repeating: unit, count: 100_000).utf8)
      #expect(throws: Diagnostic.self) { try JupyterNotebook(reading: deep) }
    }
    let place = #expect(throws: Diagnostic.self) {
      try JupyterNotebook(reading: Data("{\n \"nbformat\": 4,\n \"cells\": [x]}".utf8))
    }
    #expect(place?.range?.lowerBound == 29, "the x on the third line")
  }
}
