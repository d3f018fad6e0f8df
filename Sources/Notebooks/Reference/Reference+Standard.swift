import Datasets
import Derivations
import Expressions
import Neural

extension Reference {
  /// What the lessons of this version may use.
  public static let standard = Reference([
    directives(.standard), cells, frontMatter, plotKinds, measures, functions, meanings, datasets,
    generators, activations, losses, initializers, optimizers, schedules,
  ])

  private static func directives(_ set: DirectiveSet) -> Section {
    Section(
      title: "Directives", kind: "directive",
      introduction: "A cell is a fenced block that begins with `{name} label`.",
      entries: set.directives.map { type in
        var usage = "{\(type.name)}"
        switch type.labelling {
        case .required: usage += " label"
        case .optional: usage += type.implicitLabel == nil ? " [label]" : ""
        }
        let content: String
        if case .content(let words) = type.content {
          content = " Below its options and a line '---' it takes \(words)."
        } else {
          content = ""
        }
        return Entry(
          type.name, usage: usage, type.summary + content, details: type.details,
          options: options(of: type),
          example: type.example)
      })
  }

  /// The options of a directive beside those of every cell.
  static func options(
    of type: any Directive.Type, entries: [Setting.Entry] = []
  ) -> [OptionDescription] {
    let options = Options.none(of: "'\(type.name)'", entries: entries)
    _ = type.init(options)
    return options.asked
  }

  private static var cells: Section {
    let options = Options.none(of: "a cell")
    _ = DirectiveCell.Display(options)
    return Section(
      title: "Every cell", kind: "options",
      introduction: "These options every directive takes.",
      entries: [Entry("cell", "How the cell is shown.", options: options.asked)])
  }

  private static var frontMatter: Section {
    Section(
      title: "Front matter", kind: "front matter",
      introduction: "YAML between two lines `---` at the very start of a lesson.",
      entries: [
        Entry("front-matter", "What holds for the lesson as a whole.", options: FrontMatter.options)
      ])
  }

  private static var plotKinds: Section {
    let common = Set(["kind"])
    return Section(
      title: "Kinds of plot", kind: "kind of plot",
      introduction: "For the option `kind` of a cell `{plot}`, each with options of its own.",
      entries: PlotDirective.kinds.map { kind in
        let choice = Setting(.text(kind.name, quoted: false), at: 0..<0)
        let asked = options(
          of: PlotDirective.self,
          entries: [Setting.Entry(key: "kind", keyRange: 0..<0, value: choice)])
        return Entry(
          kind.name, usage: "kind: \(kind.name)", kind.summary.sentence,
          options: asked.filter { !common.contains($0.name) })
      })
  }

  private static var measures: Section {
    Section(
      title: "Measures", kind: "measure",
      introduction: "Numbers to ask for in `expect`, `table` and `{eval}`.",
      entries: Measure.all.map {
        Entry($0.name, usage: $0.usage, $0.help.sentence, formula: $0.formula)
      })
  }

  private static var functions: Section {
    Section(
      title: "Functions", kind: "function",
      introduction: "In the code of `compute`, and wherever measures are asked for.",
      entries: CodeFunction.all.map { Entry($0.name, usage: $0.usage, $0.help.sentence) } + [
        Entry(
          CodeCheck.gradient, usage: "gradient(network, name)",
          "In the code of a cell with data: what the engine has for the derivative of the loss by W1, b1 "
            + "or z1.")
      ])
  }

  private static var meanings: Section {
    Section(
      title: "Meanings of symbols", kind: "meaning",
      introduction: "What a symbol may stand for in the option `symbols` of a `{notation}`.",
      entries: Notation.meanings.map { Entry($0.words, $0.role.words.sentence) })
  }
}

extension String {
  /// This phrase with a capital and a full stop; a Greek letter is a symbol and stays small.
  var sentence: String {
    guard let first, last != "." else { return self }
    return (first.isASCII ? first.uppercased() : String(first)) + dropFirst() + "."
  }
}
