extension NamedDataset {
  /// R. A. Fisher, "The use of multiple measurements in taxonomic problems", 1936.
  static let iris = NamedDataset(
    "iris", "150 irises of three species, four measurements each",
    files: [File("iris.csv")],
    builtIn: { [DataFile(builtIn: "iris.csv", PackageResources.iris_csv)] },
    read: { files throws(DatasetError) in
      let table = try CSVDataset(
        file: files[0],
        options: CSVOptions(
          label: .classes(.number(-1)), classes: ["setosa", "versicolor", "virginica"]))
      return Dataset(name: "iris", table, files: files)
    })
}

extension Dataset {
  /// The samples of a CSV file, in one part.
  public init(name: String, _ table: CSVDataset, files: [DataFile] = []) {
    self.init(
      name: name, parts: [Part(Dataset.whole, table.examples)], featureNames: table.featureNames,
      classNames: table.classNames, files: files)
  }
}
