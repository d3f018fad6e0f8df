import Foundation
import Testing

@testable import Plots

/// The colours, worked out anew: WCAG 2.2 contrast, Oklab distance (Ottosson 2020) under the
/// simulations of Machado, Oliveira & Fernandes 2009 at full severity.
@Suite("Colours")
struct StylesheetTests {
  private typealias Color = SIMD3<Double>

  /// The page's paper and ink in each scheme.
  private static let schemes = [
    (name: "light", part: 0, paper: "#fffffc", ink: "#1d1f24"),
    (name: "dark", part: 1, paper: "#17181b", ink: "#e6e4df"),
  ]

  private func linear(_ hex: some StringProtocol) throws -> Color {
    let value = try #require(Int(hex.dropFirst(), radix: 16))
    let bytes = [value >> 16 & 255, value >> 8 & 255, value & 255].map { Double($0) / 255 }
    let parts = bytes.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return Color(parts[0], parts[1], parts[2])
  }

  private func luminance(_ color: Color) -> Double {
    (color * Color(0.2126, 0.7152, 0.0722)).sum()
  }

  private func contrast(_ a: Color, _ b: Color) -> Double {
    let (a, b) = (luminance(a), luminance(b))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private func apply(_ rows: [Color], _ color: Color) -> Color {
    Color((rows[0] * color).sum(), (rows[1] * color).sum(), (rows[2] * color).sum())
  }

  private func oklab(_ color: Color) -> Color {
    let kept = color.clamped(lowerBound: .zero, upperBound: .one)
    let cone = apply(
      [
        Color(0.4122214708, 0.5363325363, 0.0514459929),
        Color(0.2119034982, 0.6806995451, 0.1073969566),
        Color(0.0883024619, 0.2817188376, 0.6299787005),
      ], kept)
    return apply(
      [
        Color(0.2104542553, 0.7936177850, -0.0040720468),
        Color(1.9779984951, -2.4285922050, 0.4505937099),
        Color(0.0259040371, 0.7827717662, -0.8086757660),
      ], Color(cbrt(cone.x), cbrt(cone.y), cbrt(cone.z)))
  }

  private static let simulations: [(name: String, rows: [SIMD3<Double>])] = [
    ("normal", [SIMD3(1, 0, 0), SIMD3(0, 1, 0), SIMD3(0, 0, 1)]),
    (
      "protanopia",
      [
        SIMD3(0.152286, 1.052583, -0.204868), SIMD3(0.114503, 0.786281, 0.099216),
        SIMD3(-0.003882, -0.048116, 1.051998),
      ]
    ),
    (
      "deuteranopia",
      [
        SIMD3(0.367322, 0.860646, -0.227968), SIMD3(0.280085, 0.672501, 0.047413),
        SIMD3(-0.011820, 0.042940, 0.968881),
      ]
    ),
    (
      "tritanopia",
      [
        SIMD3(1.255528, -0.076749, -0.178779), SIMD3(-0.078411, 0.930809, 0.147602),
        SIMD3(0.004733, 0.691367, 0.303900),
      ]
    ),
  ]

  /// The value of a custom property in the light (0) or the dark (1) scheme.
  private func value(_ name: String, part: Int) throws -> Substring {
    let parts = Stylesheet.css.components(separatedBy: "--\(name): ").dropFirst()
    try #require(parts.count == 2)
    return parts[parts.startIndex + part].prefix { $0 != ";" }
  }

  private func series(part: Int) throws -> [Color] {
    try (1...Paint.seriesColors).map { try linear(try value("series-\($0)", part: part)) }
  }

  @Test("names in series colours reach 4.5:1 in both schemes")
  func seriesContrast() throws {
    for scheme in Self.schemes {
      let paper = try linear(scheme.paper)
      for color in try series(part: scheme.part) { #expect(contrast(color, paper) >= 4.5) }
    }
  }

  @Test("the colours can be told apart, the first six better than all, whoever looks")
  func seriesDistance() throws {
    for scheme in Self.schemes {
      let colors = try series(part: scheme.part)
      for simulation in Self.simulations {
        let seen = colors.map { oklab(apply(simulation.rows, $0)) }
        for second in seen.indices {
          for first in 0..<second {
            let difference = seen[first] - seen[second]
            let distance = (difference * difference).sum().squareRoot()
            let least = second < 4 ? 0.1 : 0.065
            #expect(
              distance >= least, "\(scheme.name) \(simulation.name) \(first + 1), \(second + 1)")
          }
        }
      }
    }
  }

  @Test("a number in a cell of any strength reaches 4.5:1 in both schemes")
  func heatContrast() throws {
    for scheme in Self.schemes {
      let paper = try bytes(scheme.paper)
      let heat = try bytes(try value("heat", part: scheme.part))
      let onHeat = scheme.part == 0 ? "#ffffff" : String(try value("on-heat", part: 1))
      for step in 0...100 {
        let shade = Shade(Double(step) / 100)
        let mixed = paper * (1 - shade.opacity) + heat * shade.opacity
        let back = try linear(hex(mixed))
        let text = try linear(shade.isStrong ? onHeat : scheme.ink)
        #expect(contrast(back, text) >= 4.5, "\(scheme.name) at \(step)")
      }
    }
  }

  private func bytes(_ hex: some StringProtocol) throws -> Color {
    let value = try #require(Int(hex.dropFirst(), radix: 16))
    return Color(Double(value >> 16 & 255), Double(value >> 8 & 255), Double(value & 255))
  }

  private func hex(_ color: Color) -> String {
    let value = Int(color.x.rounded()) << 16 | Int(color.y.rounded()) << 8 | Int(color.z.rounded())
    let digits = String(value, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  @Test("every class a picture uses has a rule")
  func classesAreStyled() {
    let classes = Set(
      Tree(PictureSamples.all.flatMap(\.nodes)).values(of: "class")
        .flatMap { $0.split(separator: " ") })
    let unstyled = classes.filter { name in
      !Stylesheet.css.contains(".\(name) ") && !Stylesheet.css.contains(".\(name),")
        && !Stylesheet.css.contains(".\(name).")
    }
    // These only give the page something to hold on to.
    #expect(Set(unstyled).isSubset(of: ["plot-svg", "plot-tables"]), "\(unstyled.sorted())")
  }
}
