extension NumericArray {
  /// Whether a file begins as one of the array formats does, so that it is no CSV.
  public static func isArrayFile(path: String) throws(DatasetError) -> Bool {
    let start = try InputFile(path: path).read(4)
    return start.starts(with: NPY.magic.prefix(4)) || start.starts(with: zipMagic)
      || start.starts(with: hdf5Magic) || start.starts(with: [0, 0])
  }
}
