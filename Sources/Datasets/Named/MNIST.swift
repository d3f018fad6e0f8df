extension NamedDataset {
  /// LeCun, Cortes & Burges, "The MNIST database of handwritten digits": 60,000 and 10,000 pictures of
  /// 28 × 28.
  static let mnist = NamedDataset(
    "mnist", "70,000 handwritten digits of 28 × 28",
    files: [
      File("train-images-idx3-ubyte", "train-images.idx3-ubyte"),
      File("train-labels-idx1-ubyte", "train-labels.idx1-ubyte"),
      File("t10k-images-idx3-ubyte", "t10k-images.idx3-ubyte"),
      File("t10k-labels-idx1-ubyte", "t10k-labels.idx1-ubyte"),
    ],
    remoteFiles: [
      remote(
        "train-images-idx3-ubyte.gz", 9_912_422,
        "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
      remote(
        "train-labels-idx1-ubyte.gz", 28_881,
        "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
      remote(
        "t10k-images-idx3-ubyte.gz", 1_648_877,
        "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
      remote(
        "t10k-labels-idx1-ubyte.gz", 4_542,
        "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"),
    ]
  ) { files throws(DatasetError) in
    let paths = files.map(\.path)
    let classes = (0...9).map(String.init)
    let train = try ArrayDataset(
      idxImages: paths[0], labels: paths[1], classes: classes.count)
    let test = try ArrayDataset(
      idxImages: paths[2], labels: paths[3], classes: classes.count)
    return try Dataset(
      name: "mnist", train: train, test: test, classNames: classes, files: files)
  }

  /// The archives as they were first published; both mirrors carry them unchanged.
  private static func remote(_ name: String, _ byteCount: Int, _ sha256: String) -> RemoteFile {
    RemoteFile(
      name: name, byteCount: byteCount, sha256: sha256,
      addresses: [
        "https://ossci-datasets.s3.amazonaws.com/mnist/\(name)",
        "https://storage.googleapis.com/cvdf-datasets/mnist/\(name)",
      ])
  }
}
