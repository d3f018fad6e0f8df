import Neural

/// Pictures and labels from a pair of IDX files, the bytes kept as bytes.
///
/// - Throws: if they do not belong together, or for a label that is no class.
public func idxExamples(
  images: String, labels: String, classes: Int, limit: ReadLimit = .standard
) throws(DatasetError) -> (examples: Examples, size: PictureSize) {
  let labelArray = try IDX.read(path: labels, limit: limit)
  let imageArray = try IDX.read(path: images, limit: limit)
  return try pictureExamples(
    imageArray, labelArray, classes: classes, scale: .raw, files: (images, labels))
}

/// Pictures `[count × height × width]` or `[count × height × width × channels]` and their labels.
func pictureExamples(
  _ images: NumericArray, _ labels: NumericArray, classes: Int, scale: Samples.Scale,
  files: (images: String, labels: String)
) throws(DatasetError) -> (examples: Examples, size: PictureSize) {
  guard case .bytes(let bytes) = images.elements, (3...4).contains(images.shape.count),
    images.shape.allSatisfy({ $0 > 0 })
  else {
    throw DatasetError(
      .malformed, "holds no pictures: its shape is \(images.shape.words)", file: files.images,
      help: ["pictures are bytes, count × height × width, perhaps × channels"])
  }
  let count = images.shape[0]
  guard labels.shape == [count] || labels.shape == [1, count] || labels.shape == [count, 1] else {
    throw DatasetError(
      .malformed,
      "holds \(labels.shape.words) labels for \(count) pictures", file: files.labels)
  }
  let indices: [Int]
  do throws(DatasetError) {
    indices = try labels.indices()
  } catch {
    throw error.inFile(files.labels)
  }
  if let bad = indices.firstIndex(where: { $0 >= classes }) {
    throw DatasetError(
      .malformed,
      "label \(indices[bad]) of sample \(bad) is none of the \(classes) classes 0 to \(classes - 1)",
      file: files.labels)
  }
  let size = PictureSize(
    height: images.shape[1], width: images.shape[2],
    channels: images.shape.count == 4 ? images.shape[3] : 1)
  let samples = Samples(bytes: bytes, count: count, features: size.count, scale: scale)
  return (Examples(pairing: samples, .classes(indices, count: classes)), size)
}
