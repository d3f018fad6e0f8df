extension NamedDataset {
  /// Pictures of cats and of other things, 64 × 64 × 3: 209 to train on and 50 to test, from the
  /// course "Neural Networks and Deep Learning" (deeplearning.ai).
  static let cats = NamedDataset(
    "cats", "259 photographs of 64 × 64, cats and others",
    files: [File("train_catvnoncat.h5"), File("test_catvnoncat.h5")],
    help: "the files come with the course \"Neural Networks and Deep Learning\""
  ) { files throws(DatasetError) in
    try Dataset(
      name: "cats", train: try part("train", files[0].path), test: try part("test", files[1].path),
      classNames: try classNames(path: files[0].path), files: files)
  }

  private static func part(_ name: String, _ path: String) throws(DatasetError) -> ArrayDataset {
    try ArrayDataset(
      samples: try HDF5.read("\(name)_set_x", path: path),
      labels: try HDF5.read("\(name)_set_y", path: path), classes: 2, files: (path, path))
  }

  private static func classNames(path: String) throws(DatasetError) -> [String] {
    guard case .text(let names) = try HDF5.read("list_classes", path: path).elements,
      names.count == 2
    else {
      throw DatasetError(.malformed, "'list_classes' does not hold two names", file: path)
    }
    return names
  }
}
