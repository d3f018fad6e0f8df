import Diagnostics

/// Everything a lesson may use, from its own declarations: what an option is asked for by is what is
/// said of it here, so that nothing can be documented and missing, or there and undocumented.
public struct Reference: Sendable {
  public let sections: [Section]

  /// Things of one kind: the directives, the measures.
  public struct Section: Sendable {
    public let title: String
    /// What one of them is called: `directive`.
    public let kind: String
    /// How one is used, in a sentence of Markdown.
    public let introduction: String
    public let entries: [Entry]
  }

  /// One thing with its name.
  public struct Entry: Sendable {
    public let name: String
    /// How it is written, where that is more than its name: `accuracy(network, data)`.
    public let usage: String
    /// One sentence, or none.
    public let summary: String
    /// What else there is to know, in paragraphs.
    public let details: [String]
    /// What it computes, in TeX.
    public let formula: String?
    /// Where it was published.
    public let source: String?
    public let options: [OptionDescription]
    /// A small whole notebook that uses it.
    public let example: String?

    init(
      _ name: String, usage: String? = nil, _ summary: String, details: [String] = [],
      formula: String? = nil,
      source: String? = nil, options: [OptionDescription] = [], example: String? = nil
    ) {
      self.name = name
      self.usage = usage ?? name
      self.summary = summary
      self.details = details
      self.formula = formula
      self.source = source
      self.options = options
      self.example = example
    }
  }

  public init(_ sections: [Section]) { self.sections = sections }

  /// The section of things of this kind.
  public func section(of kind: String) -> Section? { sections.first { $0.kind == kind } }

  /// All that bears a name: `network` is a directive and a kind of plot.
  public func entries(named name: String) -> [(section: Section, entry: Entry)] {
    sections.flatMap { section in
      section.entries.filter { $0.name == name }.map { (section, $0) }
    }
  }

  /// All entries that have an option of this name.
  public func options(named name: String) -> [(entry: Entry, option: OptionDescription)] {
    sections.flatMap(\.entries).flatMap { entry in
      entry.options.withParts.filter { $0.path.last == name }.map { (entry, $0.option) }
    }
  }

  /// What can be looked up: the entries, then the options.
  public var names: [String] {
    var names = sections.flatMap(\.entries).map(\.name)
    names += sections.flatMap(\.entries).flatMap { $0.options.withParts }.compactMap(\.path.last)
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}

extension [OptionDescription] {
  /// These options and those within them, each with the names that lead to it: `[layers, units]`.
  ///
  /// The options of an optimizer or a generator are not among them; those have entries of their own.
  public var withParts: [(path: [String], option: OptionDescription)] {
    flatMap { option in
      [([option.name], option)]
        + option.form.parts.withParts.map { ([option.name] + $0.path, $0.option) }
    }
  }
}
