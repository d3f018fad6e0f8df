extension NamedDataset {
  /// Pictures of cats and of other things, 64 × 64 × 3: 209 to train on and 50 to test, from the
  /// course "Neural Networks and Deep Learning" (deeplearning.ai).
  static let cats = NamedDataset(
    "cats", "259 photographs of 64 × 64, cats and others",
    files: [File("train_catvnoncat.h5"), File("test_catvnoncat.h5")],
    help: "the files come with the course \"Neural Networks and Deep Learning\""
  ) { paths throws(DatasetError) in
    var parts = [Dataset.Part]()
    var sizes = [PictureSize]()
    for (path, part) in zip(paths, ["train", "test"]) {
      let (examples, size) = try pictureExamples(
        try HDF5.read("\(part)_set_x", path: path), try HDF5.read("\(part)_set_y", path: path),
        classes: 2, scale: .raw, files: (path, path))
      parts.append(Dataset.Part(part, examples))
      sizes.append(size)
    }
    guard let size = sizes.first, sizes.allSatisfy({ $0 == size }) else {
      throw DatasetError(.malformed, "pictures of \(sizes[1]), not of \(sizes[0])", file: paths[1])
    }
    return Dataset(
      name: "cats", parts: parts, classNames: try classNames(path: paths[0]), pictureSize: size,
      files: try paths.dataFiles())
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
