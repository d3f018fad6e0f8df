import Diagnostics
import Neural

/// Samples with their targets, in named parts, and what is known of them.
public struct Dataset: Sendable, Equatable {
  /// A named share of the samples: `train`, `test`, `validation`, or `all` before a split.
  public struct Part: Sendable, Equatable {
    public let name: String
    public let examples: Examples

    public init(_ name: String, _ examples: Examples) {
      self.name = name
      self.examples = examples
    }
  }

  /// The part that holds everything as long as nothing was split off.
  public static let whole = "all"
  /// The part that a split leaves.
  public static let training = "train"

  public let name: String
  public let parts: [Part]
  /// One for each feature, or empty: the pixels of a picture have none.
  public let featureNames: [String]
  /// One for each class, or empty where the targets are values.
  public let classNames: [String]
  /// One for each output where the targets are values, or empty: pixels have none.
  public let targetNames: [String]
  /// Set if every sample is a picture, its pixels in rows from the top.
  public let pictureSize: PictureSize?
  /// What it was read from.
  public let files: [DataFile]
  /// Set if it stands for other data that was not found.
  public let standIn: StandIn?

  public init(
    name: String, parts: [Part], featureNames: [String] = [], classNames: [String] = [],
    targetNames: [String] = [], pictureSize: PictureSize? = nil, files: [DataFile] = [],
    standIn: StandIn? = nil
  ) {
    precondition(Set(parts.map(\.name)).count == parts.count, "two parts of one name")
    self.name = name
    self.parts = parts
    self.featureNames = featureNames
    self.classNames = classNames
    self.targetNames = targetNames
    self.pictureSize = pictureSize
    self.files = files
    self.standIn = standIn
  }

  /// The number of features of each sample.
  public var features: Int { parts.first?.examples.samples.features ?? 0 }

  /// The examples of one part.
  ///
  /// - Throws: `missing` with the parts there are.
  public func part(_ name: String) throws(DatasetError) -> Examples {
    guard let part = parts.first(where: { $0.name == name }) else {
      throw DatasetError(
        .missing, "'\(self.name)' has no part '\(name)'",
        help: NearestName.help(for: name, in: parts.map(\.name), called: "its parts"))
    }
    return part.examples
  }

  /// The same dataset with other parts.
  func with(parts: [Part]) -> Dataset {
    Dataset(
      name: name, parts: parts, featureNames: featureNames, classNames: classNames,
      targetNames: targetNames, pictureSize: pictureSize, files: files, standIn: standIn)
  }

  /// Whether the targets are classes or numbers.
  public var targetKind: Targets.Kind { parts.first?.examples.targets.kind ?? .classes }

  /// The same samples with themselves as targets, as an autoencoder learns them.
  public func reproducingInput() -> Dataset {
    Dataset(
      name: name,
      parts: parts.map {
        let samples = $0.examples.samples
        return Part($0.name, Examples(pairing: samples, .values(samples.matrix())))
      }, featureNames: featureNames, targetNames: featureNames, pictureSize: pictureSize,
      files: files, standIn: standIn)
  }

  /// The same dataset as a stand-in for another.
  public func standing(for wanted: String, because reason: String) -> Dataset {
    Dataset(
      name: name, parts: parts, featureNames: featureNames, classNames: classNames,
      targetNames: targetNames, pictureSize: pictureSize, files: files,
      standIn: StandIn(wanted: wanted, used: name, reason: reason))
  }
}

/// A dataset used in place of one that was not found.
public struct StandIn: Sendable, Equatable {
  public let wanted: String
  public let used: String
  /// Why: where it was looked for.
  public let reason: String

  public init(wanted: String, used: String, reason: String) {
    self.wanted = wanted
    self.used = used
    self.reason = reason
  }
}
