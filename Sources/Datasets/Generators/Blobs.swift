extension Generator {
  /// Normal clouds of unit deviation around centres drawn from (−10, 10) on each axis.
  static let blobs = Generator(
    "blobs", "a cloud for each class",
    [
      .count(300), .whole("classes", 3, in: 2...100), .whole("features", 2, in: 1...100),
      .real("deviation", 1, in: 0...1_000),
    ]
  ) { settings, generator in
    let classes = settings[whole: "classes"]
    let features = settings[whole: "features"]
    let centres = (0..<classes).map { _ in
      (0..<features).map { _ in generator.uniform(-10, 10) }
    }
    var points = Points()
    for index in 0..<max(settings[whole: "count"], classes) {
      let label = index % classes
      let point = centres[label].map { $0 + generator.normal() * settings["deviation"] }
      points.append(point, label: label)
    }
    return points
  }
}
