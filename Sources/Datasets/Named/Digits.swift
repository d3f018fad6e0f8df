import Neural

extension NamedDataset {
  /// E. Alpaydin & C. Kaynak, "Optical Recognition of Handwritten Digits", UCI Machine Learning
  /// Repository, 1998: 1,797 pictures of 8 × 8 with 17 levels.
  ///
  /// They are brought into the form of MNIST: 20 × 20 by bilinear interpolation, in the middle of
  /// 28 × 28, with levels 0 to 255. The last fifth is for testing; it is mostly by other writers.
  static let digits = NamedDataset(
    "digits", "1,797 handwritten digits of 8 × 8, scaled up to 28 × 28",
    files: [File("digits.csv")],
    builtIn: { [DataFile(builtIn: "digits.csv.gz", PackageResources.digits_csv_gz)] },
    read: { files throws(DatasetError) in
      let classes = (0...9).map(String.init)
      let table = try CSVDataset(
        file: files[0],
        options: CSVOptions(label: .classes(.number(-1)), hasHeader: false, classes: classes))
      guard case .bytes(let bytes, _) = table.examples.samples.storage,
        table.examples.samples.features == 64, bytes.allSatisfy({ $0 <= 16 })
      else {
        throw DatasetError(
          .malformed, "does not hold 64 levels from 0 to 16 in each row", file: files[0].path)
      }
      let count = table.examples.count
      let pixels = (0..<count).flatMap { enlarged(Array(bytes[64 * $0..<64 * ($0 + 1)])) }
      let samples = Samples(bytes: pixels, count: count, features: 784, scale: .raw)
      let examples = Examples(pairing: samples, table.examples.targets)
      let trainCount = count - count / 5
      return Dataset(
        name: "digits",
        parts: [
          Dataset.Part("train", examples.selecting(0..<trainCount)),
          Dataset.Part("test", examples.selecting(trainCount..<count)),
        ],
        classNames: classes, pictureSize: PictureSize(height: 28, width: 28, channels: 1),
        files: files)
    })

  private static func enlarged(_ levels: [UInt8]) -> [UInt8] {
    let small = Picture(
      size: PictureSize(height: 8, width: 8, channels: 1),
      pixels: levels.map { UInt8((Int($0) * 255 + 8) / 16) })
    let large = small.resized(height: 20, width: 20, filter: .bilinear)
    var framed = [UInt8](repeating: 0, count: 28 * 28)
    for row in 0..<20 {
      for column in 0..<20 {
        framed[28 * (row + 4) + column + 4] = large.pixels[20 * row + column]
      }
    }
    return framed
  }
}
