extension Dataset {
  /// Data that come split for training and testing.
  ///
  /// - Throws: if the pictures of the two are not of one size.
  init(
    name: String, train: ArrayDataset, test: ArrayDataset, classNames: [String],
    files: [DataFile]
  ) throws(DatasetError) {
    guard train.pictureSize == test.pictureSize,
      train.examples.samples.features == test.examples.samples.features
    else {
      throw DatasetError(
        .malformed,
        "the samples of '\(name)' to train on and to test have \(train.examples.samples.features) "
          + "and \(test.examples.samples.features) features", file: files.last?.path)
    }
    self.init(
      name: name, parts: [Part(Dataset.training, train.examples), Part("test", test.examples)],
      classNames: classNames, pictureSize: train.pictureSize, files: files)
  }
}
