import Diagnostics

extension NumericArray {
  static let hdf5Magic: [UInt8] = [0x89] + Array("HDF".utf8)
  static let zipMagic = Array("PK".utf8)

  /// Reads an array from a file of any format known here: NumPy's two, HDF5, or IDX. Which one is told
  /// from its first bytes.
  ///
  /// - Parameter name: which array of an archive or an HDF5 file; nil if it holds only one.
  /// - Throws: `missing` with the names there are.
  public init(
    path: String, name: String? = nil, limit: ReadLimit = .standard
  ) throws(DatasetError) {
    let start = try InputFile(path: path).read(8)
    if start.starts(with: NPY.magic) {
      self = try NPY.read(path: path, limit: limit)
    } else if start.starts(with: Self.zipMagic) {
      let archive = try NPZ(path: path, limit: limit)
      self = try archive.read(Self.choice(name, among: archive.names, in: path))
    } else if start.starts(with: Self.hdf5Magic) {
      let names = name == nil ? try HDF5.names(path: path) : []
      self = try HDF5.read(Self.choice(name, among: names, in: path), path: path, limit: limit)
    } else if start.starts(with: [0, 0]) || start.count < 4 {
      self = try IDX.read(path: path, limit: limit)
    } else {
      throw DatasetError(
        .malformed, "is no file of arrays: neither NumPy's, nor HDF5, nor IDX", file: path,
        at: .byte(0),
        help: ["for a table as text leave 'labels' out, and say which column is the 'label'"])
    }
  }

  private static func choice(
    _ name: String?, among names: [String], in path: String
  ) throws(DatasetError) -> String {
    if let name { return name }
    guard names.count == 1 else {
      throw DatasetError(
        .missing, "holds \(names.count.counted("array")), say which", file: path,
        help: ["the file holds: \(names.joined(separator: ", "))"])
    }
    return names[0]
  }
}
