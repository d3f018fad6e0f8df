import Neural

extension NamedDataset {
  /// Drawn faces of cats among drawings of other things, 64 × 64 × 3, in the numbers of the cats' photographs:
  /// 209 to train on and 50 to test. Computed from a fixed seed.
  static let drawings = NamedDataset(
    "drawings", "259 generated drawings of 64 × 64, cats' faces and other things", files: []
  ) { _ throws(DatasetError) in
    var generator = MersenneTwister(seed: 64)
    let size = PictureSize(height: Drawing.side, width: Drawing.side, channels: 3)
    let parts = [("train", 209), ("test", 50)].map { name, count in
      var pixels = [UInt8]()
      var labels = [Int]()
      for _ in 0..<count {
        let isCat = generator.uniform() < 0.5
        let drawing = Drawing(of: isCat ? .cat : .other(&generator), using: &generator)
        pixels += drawing.pixels(using: &generator)
        labels.append(isCat ? 1 : 0)
      }
      let samples = Samples(bytes: pixels, count: count, features: size.count, scale: .raw)
      return Dataset.Part(name, Examples(pairing: samples, .classes(labels, count: 2)))
    }
    return Dataset(
      name: "drawings", parts: parts, classNames: ["non-cat", "cat"], pictureSize: size)
  }
}
