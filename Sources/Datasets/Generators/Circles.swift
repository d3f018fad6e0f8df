import Glibc

extension Generator {
  /// A circle around a smaller one: radius 1 is class 0, radius `factor` is class 1.
  static let circles = Generator(
    "circles", "a circle within a circle",
    [.count(400), .noise(0.05), .real("factor", 0.5, in: 0...1)]
  ) { settings, generator in
    let count = settings[whole: "count"]
    var points = Points()
    for index in 0..<count {
      let label = index % 2
      let angle = 2 * Double.pi * Double(index / 2) / Double((count + 1) / 2)
      let radius = label == 0 ? 1 : settings["factor"]
      points.append(
        radius * cos(angle) + generator.normal() * settings["noise"],
        radius * sin(angle) + generator.normal() * settings["noise"], label: label)
    }
    return points
  }
}
