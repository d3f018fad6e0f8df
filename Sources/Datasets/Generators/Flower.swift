import Glibc

extension Generator {
  /// A flower of two intertwined classes of petals.
  ///
  /// For class j of 0 and 1, with n = count / 2 points: t = linspace(3.12 j, 3.12 (j + 1), n) + 0.2 ·
  /// randn(n), then r = petals · sin 4t + 0.2 · randn(n), and the points are (r sin t, r cos t).
  /// With seed 1 and the standard values it is the planar data of the course "Neural Networks and
  /// Deep Learning" (deeplearning.ai, week 3).
  static let flower = Generator(
    "flower", "two classes of petals around a centre",
    [.count(400), .noise(0.2), .real("petals", 4, in: 0.1...1_000)]
  ) { settings, generator in
    let count = settings[whole: "count"] / 2
    var points = Points()
    for label in 0...1 {
      let start = 3.12 * Double(label)
      let end = 3.12 * Double(label + 1)
      let step = (end - start) / Double(max(count - 1, 1))
      var angles = (0..<count).map { Double($0) * step + start }
      if count > 1 { angles[count - 1] = end }
      // All angles are drawn before all radii, as NumPy draws whole arrays.
      for index in angles.indices { angles[index] += generator.normal() * settings["noise"] }
      for angle in angles {
        let radius =
          settings["petals"] * sin(4 * angle) + generator.normal() * settings["noise"]
        points.append(radius * sin(angle), radius * cos(angle), label: label)
      }
    }
    return points
  }
}
