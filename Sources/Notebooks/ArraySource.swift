import Datasets

/// Samples and labels as two arrays: in one archive or HDF5 file, or in two files.
struct ArraySource: Sendable {
  /// The name of the array in its file; nil if the file holds only one.
  private let samples: String?
  /// A file if it has an ending, else the name of an array beside the samples.
  private let labels: Located<String>

  /// Nil unless `labels` is given, which tells arrays from a CSV file.
  init?(_ options: Options) {
    samples = options.optional(
      "samples", .text, "the name of the samples' array, in a file that holds several")
    let labels = options.optional(
      "labels", OptionType<String>.text.located,
      "the labels: the name of an array in the same file, or a file of their own")
    guard let labels else { return nil }
    self.labels = labels
  }

  /// Reads both arrays.
  ///
  /// - Throws: a `DatasetError`, or a `CellFailure` where a file is not the lesson's to read.
  func load(_ file: Located<String>, in session: Session) throws -> Dataset {
    let path = try session.path(of: file)
    let hasOwnFile = labels.value.contains(".")
    let labelsPath = hasOwnFile ? try session.path(of: labels) : path
    let arrays = try ArrayDataset(
      samples: NumericArray(path: path, name: samples),
      labels: NumericArray(path: labelsPath, name: hasOwnFile ? nil : labels.value),
      files: (samples: file.value, labels: hasOwnFile ? labels.value : file.value))
    let files = try [path, labelsPath].reduce(into: [DataFile]()) { files, path in
      let one = try DataFile(path: path)
      if !files.contains(one) { files.append(one) }
    }
    return Dataset(name: file.value, arrays, files: files)
  }
}
