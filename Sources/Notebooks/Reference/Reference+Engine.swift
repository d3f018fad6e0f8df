import Datasets
import Neural

/// What the engine and the datasets offer, by the names that options take.
extension Reference {
  static var datasets: Section {
    Section(
      title: "Datasets", kind: "dataset", introduction: "For the option `source` of `data`.",
      entries: NamedDataset.all.map { Entry($0.name, $0.summary.sentence) })
  }

  static var generators: Section {
    section("Generators", "generator", of: DataDirective.self, option: "generate") { name in
      Generator.all.first { $0.name == name }.map { ($0.summary.sentence, nil, nil) }
    }
  }

  static var activations: Section {
    Section(
      title: "Activations", kind: "activation",
      introduction: "For the option `activation` of a layer.",
      entries: Activation.all.map {
        Entry($0.name, "", formula: "f(x) = \($0.formula)", source: $0.source)
      })
  }

  static var losses: Section {
    Section(
      title: "Losses", kind: "loss", introduction: "For the option `loss` of a network.",
      entries: Loss.all.map { Entry($0.name, "", formula: "L = \($0.formula)", source: $0.source) })
  }

  static var initializers: Section {
    Section(
      title: "Initializers", kind: "initializer",
      introduction: "For the options `init` and `bias` of a layer.",
      entries: Initializer.all.map {
        Entry($0.name, "", formula: $0.formula, source: $0.source)
      })
  }

  static var optimizers: Section {
    section("Optimizers", "optimizer", of: TrainDirective.self, option: "optimizer") { name in
      Optimizers.all.first { $0.name == name }.map { ("", $0.formula, $0.source) }
    }
  }

  static var schedules: Section {
    section("Schedules", "schedule", of: TrainDirective.self, option: "schedule") { name in
      Schedule.all.first { $0.name == name }.map {
        (
          "The rate of step t of T, t = 0 … T − 1, in epoch e, counted from 0.", $0.formula,
          $0.source
        )
      }
    }
  }

  /// The words that an option takes, each with the options it has in a mapping.
  private static func section(
    _ title: String, _ kind: String, of type: any Directive.Type, option name: String,
    about: (String) -> (summary: String, formula: String?, source: String?)?
  ) -> Section {
    let form = options(of: type).first { $0.name == name }?.form ?? OptionForm()
    return Section(
      title: title, kind: kind,
      introduction:
        "For the option `\(name)` of `\(type.name)`: a name, or `{name: {option: value}}`.",
      entries: form.choices.map { choice in
        let known = about(choice)
        return Entry(
          choice, known?.summary ?? "", formula: known?.formula, source: known?.source,
          options: form.parts(at: [choice]))
      })
  }
}
