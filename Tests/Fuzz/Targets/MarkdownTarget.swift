import Conversion
import Diagnostics
import Markdown
import Notebooks

extension FuzzTarget {
  /// A lesson's text: read, drawn, formatted and written as a notebook, without being run.
  static let markdown = FuzzTarget("markdown") {
    Seeds.lessons.map { Array($0.utf8) }
      + Seeds.texts(
        "# A\n\n* b\n  1. c[^n] **d** _e_ ~~f~~\n\n| a | b |\n|:-:|--|\n| $x|y$ | `z` |\n\n[^n]: note\n",
        "$$ a = b $$ {#eq-a}\n\n@eq-a ![b](c.png){width=3} <https://d.e> &amp; \\* {eval}`1 + 1:.2f`\n",
        "---\ntitle: T\nparams: {a: 1}\n---\n\n> q\n\n- [ ] t\n\n<!-- c -->\n<b>h</b>\n\n***\n")
  } run: { bytes in
    let file = SourceFile(name: "lesson.md", text: text(bytes))
    _ = Rendering().html(Markdown.parse(file))
    _ = FormattedLesson(of: file)
    _ = Notebook(parsing: file).diagnostics.map { $0.rendered(in: file) }
    _ = JupyterNotebook(lesson: file)
  }
}
