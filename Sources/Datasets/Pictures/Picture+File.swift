extension Picture {
  /// Reads a PNG or JPEG file; which of the two is told from its first bytes.
  public init(path: String) throws(DatasetError) {
    let limit = ReadLimit(bytes: 256 << 20)
    let bytes = try InputFile(path: path).readToEnd(limit: limit)
    do throws(DatasetError) {
      if bytes.starts(with: PNG.magic) {
        self = try PNG.decode(bytes)
      } else if bytes.starts(with: JPEG.magic) {
        self = try JPEG.decode(bytes)
      } else {
        throw DatasetError(
          .unsupported, "is neither a PNG nor a JPEG picture", at: .byte(0),
          help: ["convert it to PNG or JPEG"])
      }
    } catch {
      throw error.inFile(path)
    }
  }
}
