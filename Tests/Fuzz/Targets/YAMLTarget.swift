import Diagnostics
import Notebooks

extension FuzzTarget {
  /// YAML where lessons have it: as front matter, and as the options of each directive in turn.
  static let yaml = FuzzTarget("yaml") {
    Seeds.cells.map { [UInt8($0.utf8.count % 16)] + Array($0.utf8) }
      + Seeds.texts(
        "\0title: A\nseed: 1\nlang: ru\nprecision: float\nparams: {steps: 500, rate: 1e-3}\n",
        "\0a: &x [1, 2]\nb: *x\nc: |\n  text\nd: !!str 3\n'e': \"\\u0041\"\n? f\n: g\n")
  } run: { bytes in
    let choice = Int(bytes.first ?? 0)
    let body = text(Array(bytes.dropFirst()))
    let names = DirectiveSet.standard.names
    let index = choice % (names.count + 1)
    let lesson =
      index == names.count || choice == 0
      ? "---\n\(body)\n---\n\ntext\n" : "```{\(names[index])} a\n\(body)\n```\n"
    let file = SourceFile(name: "lesson.md", text: lesson)
    _ = Notebook(parsing: file).diagnostics.map { $0.rendered(in: file) }
  }
}
