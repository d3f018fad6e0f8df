import Glibc

extension Session {
  /// The path of a file that a cell names, which must lie in the folder of the notebook.
  ///
  /// A lesson from elsewhere shall not read or write what it was not given: absolute paths, `..` and
  /// links that lead out are refused.
  func path(of file: Located<String>) throws(CellFailure) -> String {
    let pieces = file.value.split(separator: "/", omittingEmptySubsequences: false)
    guard !file.value.hasPrefix("/"), !pieces.contains(".."), pieces.allSatisfy({ !$0.isEmpty })
    else { throw outside(file) }
    let path = "\(folder)/\(file.value)"
    let holder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    guard let root = Self.resolved(folder) else { return path }
    // The file itself if it exists, else the folder it is to be written in.
    if let real = Self.resolved(path) ?? Self.resolved(holder) {
      guard real == root || real.hasPrefix(root == "/" ? root : root + "/") else {
        throw outside(file)
      }
    }
    return path
  }

  private func outside(_ file: Located<String>) -> CellFailure {
    CellFailure(
      "file.outside", "'\(file.value.shortened)' is not inside the notebook's folder",
      at: file.range, help: ["name a file beside the notebook, such as 'mine.png'"])
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
