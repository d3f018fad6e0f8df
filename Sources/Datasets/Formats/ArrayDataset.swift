import Neural

/// Samples and targets that lie in two arrays, one row of the first for each target.
public struct ArrayDataset: Sendable, Equatable {
  public let examples: Examples
  /// One for each class: the texts of the labels, or their numbers.
  public let classNames: [String]
  /// Set if the samples are bytes of three axes (grey) or four, the last of one or three (colour).
  public let pictureSize: PictureSize?

  /// Takes the first axis as that of the samples; the others are flattened, row-major. Bytes stay bytes.
  ///
  /// - Parameters:
  ///   - labels: what the network is to answer: classes, or with `areValues` numbers, a number or a row
  ///     for each sample. Nil where there is nothing of the kind: the targets then have no columns.
  ///   - areValues: whether the labels are numbers to be predicted, not classes.
  ///   - classes: how many there are; nil for one more than the largest label, or as many as names.
  ///   - names: of the classes, in their order; empty for the labels themselves.
  ///   - files: what the arrays were read from, for the errors.
  /// - Throws: if the two do not belong together, for NaN and infinity, for a label that is no class.
  public init(
    samples: NumericArray, labels: NumericArray?, areValues: Bool = false, classes: Int? = nil,
    names: [String] = [], files: (samples: String, labels: String)
  ) throws(DatasetError) {
    let extents = samples.shape
    guard extents.count >= 2, let count = extents.first, extents.allSatisfy({ $0 > 0 }) else {
      throw DatasetError(
        .malformed, "holds no samples: its shape is \(extents.words)", file: files.samples,
        help: ["samples are count × features, pictures count × height × width"])
    }
    let targets: Targets
    do throws(DatasetError) {
      if let labels, !areValues {
        let found = try ArrayLabels(labels, samples: count, declared: names, classes: classes)
        targets = .classes(found.indices, count: found.names.count)
        classNames = found.names
      } else {
        targets = .values(
          try labels.map { array throws(DatasetError) in try array.targets(samples: count) }
            ?? Matrix(rows: count, columns: 0))
        classNames = []
      }
    } catch {
      throw error.inFile(files.labels)
    }
    do throws(DatasetError) {
      examples = Examples(pairing: try Samples(rowsOf: samples), targets)
    } catch {
      throw error.inFile(files.samples)
    }
    pictureSize = Self.pictureSize(samples)
  }

  /// Reads a pair of IDX files.
  public init(
    idxImages images: String, labels: String, classes: Int? = nil, limit: ReadLimit = .standard
  ) throws(DatasetError) {
    let labelArray = try IDX.read(path: labels, limit: limit)
    try self.init(
      samples: try IDX.read(path: images, limit: limit), labels: labelArray, classes: classes,
      files: (images, labels))
  }

  private static func pictureSize(_ array: NumericArray) -> PictureSize? {
    let extents = array.shape
    guard case .bytes = array.elements, (3...4).contains(extents.count) else { return nil }
    let channels = extents.count == 4 ? extents[3] : 1
    guard channels == 1 || channels == 3 else { return nil }
    return PictureSize(height: extents[1], width: extents[2], channels: channels)
  }
}

extension Samples {
  /// The rows of an array of at least two axes, none of them empty.
  fileprivate init(rowsOf array: NumericArray) throws(DatasetError) {
    let count = array.shape[0]
    let features = array.elements.count / count
    switch array.elements {
    case .bytes(let bytes):
      self.init(bytes: bytes, count: count, features: features, scale: .raw)
    case .integers(let values):
      self.init(Matrix(rows: count, columns: features, values: values.map(Double.init)))
    case .reals(let values):
      if let bad = values.firstIndex(where: { !$0.isFinite }) {
        throw DatasetError(
          .malformed,
          "feature \(bad % features) of sample \(bad / features) is \(values[bad]), not a finite number"
        )
      }
      self.init(Matrix(rows: count, columns: features, values: values))
    case .text:
      throw DatasetError(
        .malformed, "holds text, not numbers",
        help: ["number the words of each column: np.unique(column, return_inverse=True)[1]"])
    }
  }
}

extension Dataset {
  /// The samples of two arrays, in one part.
  public init(name: String, _ arrays: ArrayDataset, files: [DataFile] = []) {
    self.init(
      name: name, parts: [Part(Dataset.whole, arrays.examples)], classNames: arrays.classNames,
      pictureSize: arrays.pictureSize, files: files)
  }
}
