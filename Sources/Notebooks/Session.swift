import Datasets
import Expressions
import Neural
import Plots

/// The live state of a run: the generator all randomness comes from, and what each cell has made.
public struct Session: Sendable {
  /// What `seed` in the front matter started; handed from cell to cell, as NumPy's global one is.
  public var generator: MersenneTwister
  public let precision: FrontMatter.Precision
  /// Where datasets are looked for.
  public let locator: DataLocator
  /// The folder of the notebook, from which files are named.
  public let folder: String
  /// Whether a parameter has another value than the lesson was written for.
  let hasChangedParameters: Bool
  /// Told how far a long cell is.
  public internal(set) var progress: @Sendable (Progress) -> Void
  /// The language of the page, for the words in pictures.
  public let language: String
  /// How the lesson writes its networks.
  var notations = LessonNotations()
  /// What cells made in earlier runs; nil if every cell is to run.
  let store: CellStore?
  private var values: [String: Deferred] = [:]
  /// How many pictures the cells have made so far.
  var pictures = 0
  /// The files that each dataset was read from.
  private var files: [String: [DataFile]] = [:]
  /// The labels that rest on data which stands in for what was not found.
  public internal(set) var standIns: [String: StandIn] = [:]
  /// The loss of each training run, by its label, as an index shows it.
  var curves: [String: LossCurve] = [:]
  /// Where the random numbers stood before each cell, by the place of its name, so that a cell can be
  /// repeated as it ran.
  var starts: [Int: MersenneTwister] = [:]
  /// The cells, by the same places, that left the random numbers as they were.
  var drawless: Set<Int> = []
  /// The arrays that code cells made.
  var arrays: [String: Tensor<Double>] = [:]

  public init(
    seed: Int = 0, precision: FrontMatter.Precision = .double,
    locator: DataLocator = DataLocator(), folder: String = ".",
    language: String = "en", hasChangedParameters: Bool = false, store: CellStore? = nil,
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) {
    generator = MersenneTwister(seed: UInt32(truncatingIfNeeded: seed))
    self.precision = precision
    self.locator = locator
    self.folder = folder
    self.language = language
    self.hasChangedParameters = hasChangedParameters
    self.store = store
    self.progress = progress
  }

  /// How far a cell is.
  public struct Progress: Sendable {
    public let cell: String
    public let fraction: Double
    public let loss: Double?

    public init(cell: String, fraction: Double, loss: Double? = nil) {
      self.cell = cell
      self.fraction = fraction
      self.loss = loss
    }
  }

  /// The files that the datasets were read from, each once.
  public var dataFiles: [DataFile] {
    var found: [DataFile] = []
    for (_, files) in files.sorted(by: { $0.key < $1.key }) {
      for file in files where !found.contains(file) { found.append(file) }
    }
    return found
  }

  /// The SHA-256 of a data file; nil if it can no longer be read.
  func digest(of file: DataFile) -> String? {
    let kept = file.isBuiltIn ? nil : store?.digest(ofFile: file.path)
    return kept ?? (try? file.sha256())
  }

  mutating func note(files: [DataFile], of label: String) { self.files[label] = files }

  /// What a label stands for now.
  public subscript(name: String) -> Value? {
    get { values[name]?.value }
    set { values[name] = newValue.map(Deferred.init) }
  }

  /// What a label stands for, without making it.
  func deferred(_ name: String) -> Deferred? { values[name] }

  /// Lets a label stand for a value that is made when it is asked for.
  mutating func `defer`(_ name: String, to value: Deferred) { values[name] = value }

  /// The words inside pictures.
  var words: Plots.Words { .of(language) }

  /// A name no other picture of the page has.
  mutating func nextPictureID() -> String {
    pictures += 1
    return "picture.\(pictures)"
  }

  /// Starts the generator anew, as `np.random.seed(seed)` does.
  public mutating func reseed(_ seed: Int?) {
    guard let seed else { return }
    generator = MersenneTwister(seed: UInt32(truncatingIfNeeded: seed))
  }
}

extension Session {
  /// The state in which a notebook begins.
  ///
  /// - Parameters:
  ///   - folder: of the notebook.
  ///   - dataFolder: what `--data-dir` says.
  public init(
    of notebook: Notebook, in folder: String, dataFolder: String? = nil,
    store: CellStore? = nil,
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) {
    let front = notebook.frontMatter
    self.init(
      seed: front.seed, precision: front.precision,
      locator: DataLocator(named: dataFolder, notebooks: folder), folder: folder,
      language: front.language, hasChangedParameters: !front.parameters.changed.isEmpty,
      store: store, progress: progress)
    notations = LessonNotations(of: notebook)
  }
}
