import Datasets

/// Samples and labels as two arrays: in one archive or HDF5 file, or in two files.
struct ArraySource: Sendable {
  /// The name of the array in its file; nil if the file holds only one.
  private let samples: String?
  /// A file if it has an ending, else the name of an array beside the samples; nil if nothing is to
  /// be predicted but the samples themselves.
  private let labels: Located<String>?
  /// The names of the classes; empty if they are not said.
  private let classes: [String]
  private let areValues: Bool

  /// Samples alone, in a file that holds one array.
  static let unlabelled = ArraySource()

  private init() { (samples, labels, classes, areValues) = (nil, nil, [], false) }

  /// The names of its options, for where there are no arrays.
  static let names = ["samples", "labels", "classes"]

  /// Nil unless `labels` is given, which tells arrays from a CSV file, or `samples` where these are
  /// their own targets.
  init?(_ options: Options, classes: [String], _ goal: DataGoal) {
    samples = options.optional(
      "samples", .text, "the name of the samples' array, in a file that holds several")
    let labels = options.optional(
      "labels", OptionType<String>.text.located,
      "the labels: the name of an array in the same file, or a file of their own")
    guard labels != nil || samples != nil && goal.isInput else { return nil }
    self.labels = labels
    areValues = goal.isRegression
    self.classes = classes
  }

  /// Reads both arrays.
  ///
  /// - Throws: a `DatasetError`, or a `CellFailure` where a file is not the lesson's to read.
  func load(_ file: Located<String>, in session: Session) throws -> Dataset {
    let paths = try files(file, in: session)
    let path = paths[0]
    let labelsPath = paths.last ?? path
    let arrays = try ArrayDataset(
      samples: NumericArray(path: path, name: samples),
      labels: labels.map { try NumericArray(path: labelsPath, name: hasOwnFile ? nil : $0.value) },
      areValues: areValues, names: classes,
      files: (samples: file.value, labels: hasOwnFile ? labels?.value ?? "" : file.value))
    return Dataset(name: file.value, arrays, files: try paths.map { try DataFile(path: $0) })
  }

  /// The paths of the samples' file and, if it is another one, of the labels'.
  func files(_ file: Located<String>, in session: Session) throws(CellFailure) -> [String] {
    let path = try session.path(of: file)
    guard let labels, hasOwnFile else { return [path] }
    let labelsPath = try session.path(of: labels)
    return labelsPath == path ? [path] : [path, labelsPath]
  }

  private var hasOwnFile: Bool { labels?.value.contains(".") ?? false }
}
