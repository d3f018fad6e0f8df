import Glibc

extension Generator {
  /// Two half circles that reach into each other: (cos t, sin t) and (1 − cos t, ½ − sin t), t in [0, π].
  static let moons = Generator(
    "moons", "two interleaved half circles", [.count(400), .noise(0.1)]
  ) { settings, generator in
    let count = settings[whole: "count"]
    var points = Points()
    for index in 0..<count {
      let label = index % 2
      let angle = Double.pi * Double(index / 2) / Double(max((count + 1) / 2 - 1, 1))
      let x = label == 0 ? cos(angle) : 1 - cos(angle)
      let y = label == 0 ? sin(angle) : 0.5 - sin(angle)
      points.append(
        x + generator.normal() * settings["noise"], y + generator.normal() * settings["noise"],
        label: label)
    }
    return points
  }
}
