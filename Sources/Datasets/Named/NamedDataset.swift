import Diagnostics

/// A dataset that a lesson asks for by name, and how it is read once its files are found.
public struct NamedDataset: Sendable {
  /// A file of the dataset, under the names by which it is known.
  public struct File: Sendable, Equatable {
    /// In order of preference.
    public let names: [String]

    public init(_ names: String...) { self.names = names }
  }

  /// A file on public mirrors and the hash it must have.
  public struct RemoteFile: Sendable, Equatable {
    /// What it is called once it is here.
    public let name: String
    public let byteCount: Int
    /// In hexadecimal.
    public let sha256: String
    /// In the order in which they are tried.
    public let addresses: [String]

    public init(name: String, byteCount: Int, sha256: String, addresses: [String]) {
      self.name = name
      self.byteCount = byteCount
      self.sha256 = sha256
      self.addresses = addresses
    }
  }

  /// The name a notebook uses: `mnist`.
  public let name: String
  public let summary: String
  /// Empty if it is computed.
  public let files: [File]
  /// Empty if it cannot be fetched.
  public let remoteFiles: [RemoteFile]
  /// What to do where it is missing and cannot be fetched.
  let help: String?
  /// Its files within the program; empty for one that does not come with it.
  private let builtIn: @Sendable () -> [DataFile]
  private let read: @Sendable ([DataFile]) throws(DatasetError) -> Dataset

  init(
    _ name: String, _ summary: String, files: [File], remoteFiles: [RemoteFile] = [],
    help: String? = nil, builtIn: @escaping @Sendable () -> [DataFile] = { [] },
    read: @escaping @Sendable ([DataFile]) throws(DatasetError) -> Dataset
  ) {
    self.name = name
    self.summary = summary
    self.files = files
    self.remoteFiles = remoteFiles
    self.help = help
    self.builtIn = builtIn
    self.read = read
  }

  /// Every named dataset; a new one is one file and one entry here.
  public static let all: [NamedDataset] = [mnist, cats, iris, digits, drawings]

  /// The dataset of this name.
  public static func named(_ name: String) throws(DatasetError) -> NamedDataset {
    guard let dataset = all.first(where: { $0.name == name }) else {
      throw DatasetError(
        .missing, "there is no dataset '\(name)'",
        help: NearestName.help(for: name, in: all.map(\.name), called: "the datasets"))
    }
    return dataset
  }

  /// Whether it is computed, or comes with the program.
  public var isAlwaysHere: Bool { files.isEmpty || !builtInFiles.isEmpty }

  /// Its files within the program, one for each of `files`; empty for one that does not come with it.
  var builtInFiles: [DataFile] { builtIn() }

  /// Reads it from its files, one for each of `files`.
  public func load(from found: [DataFile]) throws(DatasetError) -> Dataset {
    precondition(found.count == files.count, "a file for each of the names")
    return try read(found)
  }
}
