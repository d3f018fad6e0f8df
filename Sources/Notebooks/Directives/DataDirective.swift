import Datasets
import Diagnostics
import Neural

/// `data`: loads or generates a dataset, splits and scales it.
struct DataDirective: Directive {
  static let name = "data"
  static let summary = "Loads or generates a dataset, and splits and scales it."
  static let labelling = Labelling.required
  static let example = """
    ```{data} iris
    source: iris
    test: {fraction: 0.2}
    standardize: per-feature
    caption: Three kinds of iris.
    ```
    """

  /// Where the samples come from.
  enum Origin: Sendable {
    case named(NamedDataset, fallback: NamedDataset?)
    case file(Located<String>, CSVOptions)
    case arrays(Located<String>, ArraySource)
    case generated(Generator, [String: Double])
  }

  let origin: Origin
  let originPlace: Range<Int>
  let preparation: DataPreparation
  private let goal: DataGoal
  let seed: Int?
  let show: Bool
  private let label: String

  init(_ options: Options) {
    let goal = DataGoal(options)
    self.goal = goal
    (origin, originPlace) = Self.origin(options, goal)
    preparation = DataPreparation(options)
    seed = options.optional(
      "seed", .seed, "start the random numbers anew here, as np.random.seed does")
    show = options.value("show", .flag, default: true, "show the table of parts")
    label = options.label
  }

  private static func origin(_ options: Options, _ goal: DataGoal) -> (Origin, Range<Int>) {
    let source = options.optional("source", .dataset, "a dataset known by name")
    let fallback = options.optional(
      "fallback", .dataset, "the dataset that stands in where the files of 'source' are not found")
    let file = options.optional(
      "file", OptionType<String>.text.located,
      "a file beside the notebook: CSV; or with 'labels' NumPy (.npy, .npz), HDF5 or IDX")
    let csv = CSVOptions(options, goal)
    let arrays = ArraySource(options, classes: csv.classes, goal)
    let generate = options.optional("generate", .generator, "a dataset computed from a seed")
    goal.check(options)
    reportUnused(options, source: source, hasArrays: arrays != nil)
    let given = ["source", "file", "generate"].filter(options.has)
    if given.count > 1 {
      options.reportConflict(given[0], given[1], "say where the samples come from by one of them")
    } else if given.isEmpty {
      options.reportMissing("source", or: "generate", "where the samples come from")
    }
    if let source { return (.named(source, fallback: fallback), options.place(of: "source")) }
    if let file, let arrays { return (.arrays(file, arrays), file.range) }
    if let file { return (.file(file, csv), file.range) }
    return (
      .generated(generate?.generator ?? Generator.all[0], generate?.parameters ?? [:]),
      options.place(of: "generate")
    )
  }

  /// Reports what is said of another sort of source than the one there is.
  private static func reportUnused(
    _ options: Options, source: NamedDataset?, hasArrays: Bool
  ) {
    let isFile = options.has("file")
    let isTable = isFile && !hasArrays
    let ofTables = CSVOptions.names.filter { !hasArrays || !ArraySource.names.contains($0) }
    for name in ofTables where !isTable && options.has(name) {
      options.reportUnused(
        name, "it is about a CSV file",
        help: isFile
          ? ["'labels' says that the file holds arrays; for a CSV file leave 'labels' out"]
          : ["leave it out"])
    }
    let ofArrays = ArraySource.names.filter { !CSVOptions.names.contains($0) }
    for name in ofArrays where (!isFile || !hasArrays) && options.has(name) {
      options.reportUnused(
        name, "it is about a file of arrays",
        help: isFile ? ["say where the labels are, too: 'labels: …'"] : ["leave it out"])
    }
    guard options.has("fallback") else { return }
    if !options.has("source") {
      options.reportUnused(
        "fallback", "it stands in for a dataset of a name", help: ["leave it out"])
    } else if let source, source.isAlwaysHere {
      options.reportUnused(
        "fallback", "'\(source.name)' comes with the program", help: ["leave it out"])
    }
  }

  var definition: LabelKind? { .dataset(DatasetOutline(targets: goal.kind)) }

  var exhibits: Set<ExhibitKind> { show ? [.table] : [] }

  func foundations(in session: Session) throws -> [Foundation] {
    let files = try files(in: session)
    // A file of the program is as the program is, and each build keeps its results apart.
    let found: [Foundation] = files.found.map {
      $0.isBuiltIn ? .circumstance($0.path) : .file($0.path)
    }
    return [files.absence].compactMap(\.self).map(Foundation.circumstance) + found
  }

  /// The files that are read, and why they are not those of the dataset that is asked for.
  func files(in session: Session) throws -> (found: [DataFile], absence: String?) {
    switch origin {
    case .named(let source, let fallback):
      do {
        return (try session.locator.locate(source), nil)
      } catch {
        guard let fallback, error.kind == .missing else { throw error }
        return (try session.locator.locate(fallback), error.message)
      }
    case .file(let file, _): return ([try DataFile(path: try session.path(of: file))], nil)
    case .arrays(let file, let arrays):
      return (try arrays.files(file, in: session).map { try DataFile(path: $0) }, nil)
    case .generated: return ([], nil)
    }
  }

  func run(in session: inout Session) throws -> [Output] {
    session.reseed(seed)
    var dataset: Dataset
    do {
      dataset = try load(in: &session)
    } catch let error as DatasetError {
      throw CellFailure(error, at: originPlace)
    }
    dataset = try preparation.apply(to: dataset, using: &session.generator)
    if goal.isInput { dataset = dataset.reproducingInput() }
    session[label] = .dataset(dataset)
    session.note(files: dataset.files, of: label)
    session.standIns[label] = dataset.standIn
    return show ? [.table(Self.table(of: dataset))] : []
  }

  /// Throws a `DatasetError`, or a `CellFailure` where a file is not the lesson's to read.
  private func load(in session: inout Session) throws -> Dataset {
    switch origin {
    case .named(let source, let fallback):
      return try session.locator.load(source, fallback: fallback)
    case .file(let file, let options):
      let path = try session.path(of: file)
      if goal.isInput, try NumericArray.isArrayFile(path: path) {
        return try ArraySource.unlabelled.load(file, in: session)
      }
      let csv = try CSVDataset(path: path, options: options)
      return Dataset(
        name: file.value, parts: [.init(Dataset.whole, csv.examples)],
        featureNames: csv.featureNames, classNames: csv.classNames, targetNames: csv.targetNames,
        files: [try DataFile(path: path)])
    case .arrays(let file, let arrays): return try arrays.load(file, in: session)
    case .generated(let generator, let parameters):
      return try generator.dataset(parameters, using: &session.generator)
    }
  }

  private static func table(of dataset: Dataset) -> Table {
    let isClassified = dataset.targetKind == .classes
    let rows = dataset.parts.map { part -> [Table.Content] in
      let targets: String
      switch part.examples.targets {
      case .classes(let labels, let count):
        let counts = labels.reduce(into: [Int](repeating: 0, count: count)) { $0[$1] += 1 }
        targets = counts.map(String.init).joined(separator: ", ")
      case .values(let matrix): targets = "\(matrix.columns)"
      }
      return [
        .text(part.name), "\(part.examples.count)", "\(part.examples.samples.features)",
        .text(targets),
      ]
    }
    let names = isClassified ? dataset.classNames : dataset.targetNames
    let isShort = (1...TargetTable.most).contains(names.count) || isClassified && !names.isEmpty
    let words = isShort ? " (\(names.joined(separator: ", ")))" : ""
    return Table(
      [
        .init("Part", .left), .init("Samples"), .init("Features"),
        isClassified ? .init("Per class\(words)", .left) : .init("Targets\(words)"),
      ],
      rows: rows)
  }
}

extension OptionType where Value == NamedDataset {
  static let dataset = OptionType.named("dataset", NamedDataset.all.map { ($0.name, $0) })
}

/// A generator with the numbers given to it.
struct ConfiguredGenerator: Sendable {
  let generator: Generator
  let parameters: [String: Double]
}

extension OptionType where Value == ConfiguredGenerator {
  /// A name, or a mapping with the generator's own numbers: `{moons: {noise: 0.2}}`.
  static let generator = configurable(
    OptionType<Generator>.named("generator", Generator.all.map { ($0.name, $0) }),
    plain: { ConfiguredGenerator(generator: $0, parameters: [:]) },
    configured: { generator, options in
      var values: [String: Double] = [:]
      for parameter in generator.parameters {
        values[parameter.name] = options.optional(
          parameter.name, .number, parameter.help)
      }
      return ConfiguredGenerator(generator: generator, parameters: values)
    })
}

extension Generator.Parameter {
  /// `from 2 to 100000; 400 if it is not given`
  fileprivate var help: String {
    let numbers = [range.lowerBound, range.upperBound, standard].map(ValueFormat.shortest.text)
    return "from \(numbers[0]) to \(numbers[1]); \(numbers[2]) if it is not given"
  }
}
