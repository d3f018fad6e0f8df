import Glibc

/// Finds the files of named datasets.
///
/// It looks in the directory a user named, in `$GRADBOOK_DATA`, in the notebooks' own `data`, and in
/// the user's cache, each with or without a folder of the dataset's name, for each file under each of
/// its names, plain or with `.gz`. The first directory that has all files wins; where none has, the
/// files that come with the program are taken.
public struct DataLocator: Sendable, Equatable {
  /// Where it looks, in order.
  public let directories: [String]
  /// Those that come with a lesson, each with the folder that nothing in it may lead out of: a link in a
  /// stranger's data would read, and publish, what is the runner's.
  private let roots: [String: String]

  public init(directories: [String]) {
    self.directories = directories
    roots = [:]
  }

  /// The usual order.
  ///
  /// - Parameters:
  ///   - named: what `--data-dir` says.
  ///   - notebooks: the directory of the notebook that is run.
  public init(
    named: String? = nil, notebooks: String? = nil, environment: [String: String] = Self.environment
  ) {
    let candidates = [
      named, environment["GRADBOOK_DATA"], notebooks.map { $0 + "/data" }, "notebooks/data",
      Self.cache(environment),
    ]
    let ofLessons = ["notebooks"] + [notebooks].compactMap(\.self)
    var directories = [String]()
    var roots: [String: String] = [:]
    for case .some(let candidate) in candidates
    where !candidate.isEmpty && !directories.contains(candidate) {
      directories.append(candidate)
    }
    for root in ofLessons {
      let directory = root + "/data"
      // What the reader names himself is his own.
      guard directory != named, directory != environment["GRADBOOK_DATA"] else { continue }
      roots[directory] = root
    }
    self.directories = directories
    self.roots = roots
  }

  /// The user's cache: `$XDG_CACHE_HOME/gradbook`, or `~/.cache/gradbook`. Nil without a home.
  public static func cache(_ environment: [String: String] = Self.environment) -> String? {
    if let base = environment["XDG_CACHE_HOME"], !base.isEmpty { return base + "/gradbook" }
    if let home = environment["HOME"], !home.isEmpty { return home + "/.cache/gradbook" }
    return nil
  }

  /// The variables of this process that matter here.
  public static var environment: [String: String] {
    var values = [String: String]()
    for name in ["GRADBOOK_DATA", "XDG_CACHE_HOME", "HOME"] {
      if let value = getenv(name) { values[name] = String(cString: value) }
    }
    return values
  }

  /// The files of a dataset; none for one that is computed.
  ///
  /// - Throws: `missing` with where it looked and the command that fetches them.
  public func locate(_ dataset: NamedDataset) throws(DatasetError) -> [DataFile] {
    guard !dataset.files.isEmpty else { return [] }
    for directory in directories {
      for folder in ["\(directory)/\(dataset.name)", directory] {
        let paths = dataset.files.compactMap { path(of: $0, in: folder) }
        guard paths.count == dataset.files.count else { continue }
        if let root = roots[directory] { try checkInside(root, paths) }
        var files: [DataFile] = []
        for path in paths { files.append(try DataFile(path: path)) }
        return files
      }
    }
    guard dataset.builtInFiles.isEmpty else { return dataset.builtInFiles }
    throw missing(dataset)
  }

  /// Reads a dataset or, where its files are not found, the one that stands in for it.
  ///
  /// A file that is found and damaged is an error, never a reason for the stand-in.
  public func load(
    _ dataset: NamedDataset, fallback: NamedDataset? = nil
  ) throws(DatasetError) -> Dataset {
    let files: [DataFile]
    do throws(DatasetError) {
      files = try locate(dataset)
    } catch {
      guard let fallback, error.kind == .missing else { throw error }
      let used = try fallback.load(from: try locate(fallback))
      return used.standing(for: dataset.name, because: error.message)
    }
    return try dataset.load(from: files)
  }

  private func path(of file: NamedDataset.File, in folder: String) -> String? {
    for name in file.names {
      for path in ["\(folder)/\(name)", "\(folder)/\(name).gz"] where access(path, F_OK) == 0 {
        return path
      }
    }
    return nil
  }

  private func checkInside(_ root: String, _ paths: [String]) throws(DatasetError) {
    guard let real = Self.resolved(root) else { return }
    for path in paths {
      guard let file = Self.resolved(path),
        !file.utf8.starts(with: (real == "/" ? real : real + "/").utf8)
      else {
        continue
      }
      throw DatasetError(
        .unreadable, "is a link that leads out of the lesson's folder", file: path,
        help: [
          "copy the file there, or name the folder it lies in with --data-dir or GRADBOOK_DATA"
        ])
    }
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private func missing(_ dataset: NamedDataset) -> DatasetError {
    let names = dataset.files.compactMap(\.names.first).joined(separator: ", ")
    var help = ["looked in \(directories.joined(separator: ", ")) for \(names)"]
    if !dataset.remoteFiles.isEmpty { help.append("fetch it: gradbook data fetch \(dataset.name)") }
    if let more = dataset.help { help.append(more) }
    return DatasetError(.missing, "the files of '\(dataset.name)' were not found", help: help)
  }
}
