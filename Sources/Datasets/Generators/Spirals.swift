import Glibc

extension Generator {
  /// Arms that turn out of one centre: at the share s of an arm's length the radius is s and the angle
  /// 2π (turns · s + class / classes).
  static let spirals = Generator(
    "spirals", "arms turning out of one centre",
    [
      .count(400), .noise(0.02), .whole("classes", 2, in: 2...20), .real("turns", 1.5, in: 0...20),
    ]
  ) { settings, generator in
    let classes = settings[whole: "classes"]
    let count = settings[whole: "count"]
    var points = Points()
    for index in 0..<max(count, classes) {
      let label = index % classes
      let share = Double(index / classes + 1) / Double((count + classes - 1) / classes)
      let angle =
        2 * Double.pi * (settings["turns"] * share + Double(label) / Double(classes))
      points.append(
        share * cos(angle) + generator.normal() * settings["noise"],
        share * sin(angle) + generator.normal() * settings["noise"], label: label)
    }
    return points
  }
}
