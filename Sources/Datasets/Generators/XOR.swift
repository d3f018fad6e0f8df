extension Generator {
  /// The four corners (0, 0), (0, 1), (1, 0), (1, 1), in turn; class 1 where exactly one is 1.
  static let xor = Generator(
    "xor", "the four corners of a square, opposite ones alike", [.count(4), .noise(0)]
  ) { settings, generator in
    var points = Points()
    for index in 0..<max(settings[whole: "count"], 4) {
      let (first, second) = (index / 2 % 2, index % 2)
      points.append(
        Double(first) + generator.normal() * settings["noise"],
        Double(second) + generator.normal() * settings["noise"], label: first ^ second)
    }
    return points
  }
}
