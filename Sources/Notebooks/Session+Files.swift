import Glibc

extension Session {
  /// The path of a file that a cell names, which must lie in the folder of the notebook.
  ///
  /// A lesson from elsewhere shall not read or write what it was not given: absolute paths, `..` and
  /// links that lead out are refused. All is compared by bytes, as the system does: a mark that joins
  /// with a `/` to one character would carry it past.
  func path(of file: Located<String>) throws(CellFailure) -> String {
    guard !file.value.utf8.contains(0) else {
      throw CellFailure(
        "file.name", "the name '\(file.value.shortened)' has a NUL in it, which no file's has",
        at: file.range, help: ["write the name without '\\0'"])
    }
    let pieces = file.value.utf8.split(separator: Self.slash, omittingEmptySubsequences: false)
    guard pieces.allSatisfy({ !$0.isEmpty && !$0.elementsEqual("..".utf8) }) else {
      throw outside(file)
    }
    let path = "\(folder)/\(file.value)"
    let holder = path.utf8.lastIndex(of: Self.slash).map { String(path[..<$0]) } ?? folder
    guard let root = Self.resolved(folder) else { return path }
    // The file itself if it exists, else the folder it is to be written in.
    if let real = Self.resolved(path) ?? Self.resolved(holder) {
      let isRoot = real.utf8.elementsEqual(root.utf8)
      guard isRoot || real.utf8.starts(with: (root == "/" ? root : root + "/").utf8) else {
        throw outside(file)
      }
    }
    return path
  }

  private static let slash = UInt8(ascii: "/")

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
