import Neural

/// A drawing of one thing before a background, as shapes in its own coordinates: the thing's radius
/// is 1, its centre the origin, y grows downwards.
struct Drawing {
  static let side = 64
  /// The square of the distance from the centre beyond which nothing is drawn: the tips of the ears
  /// and the roof's corners lie within.
  private static let reach = 3.0

  enum Subject {
    case cat, bear, house, ball, flower

    static func other(_ generator: inout MersenneTwister) -> Subject {
      [.bear, .house, .ball, .flower][generator.integer(below: 4)]
    }
  }

  private struct Layer {
    let colour: SIMD3<Double>
    let contains: (_ x: Double, _ y: Double) -> Bool
  }

  private let layers: [Layer]
  private let background: [SIMD3<Double>]
  private let x: Double
  private let y: Double
  private let radius: Double
  private let tilt: Double

  init(of subject: Subject, using generator: inout MersenneTwister) {
    x = 32 + generator.uniform(-4, 4)
    y = 34 + generator.uniform(-4, 4)
    radius = generator.uniform(15, 21)
    tilt = generator.uniform(-0.2, 0.2)
    background = [Self.colour(0...100, &generator), Self.colour(0...100, &generator)]
    let main = Self.colour(60...250, &generator)
    let second = Self.colour(60...250, &generator)
    let dark = 0.25 * main
    layers =
      switch subject {
      case .cat: Self.ears(pointed: true, main) + Self.face(main, eyes: second, dark)
      case .bear: Self.ears(pointed: false, main) + Self.face(main, eyes: second, dark)
      case .house:
        [
          Layer(colour: main) { abs($0) < 0.9 && $1 > -0.3 && $1 < 1 },
          Layer(colour: second) { $1 <= -0.3 && $1 > -1.2 && abs($0) < 1.1 * ($1 + 1.2) / 0.9 },
          Layer(colour: dark) { abs($0) < 0.2 && $1 > 0.3 && $1 < 1 },
          Layer(colour: dark) { abs(abs($0) - 0.55) < 0.15 && abs($1 - 0.1) < 0.15 },
        ]
      case .ball:
        [
          Layer(colour: main) { $0 * $0 + $1 * $1 < 1 },
          Layer(colour: second) { $0 * $0 + $1 * $1 < 1 && abs($1 - 0.4 * $0) < 0.25 },
        ]
      case .flower:
        [
          Layer(colour: main) { px, py in
            (0..<5).contains { petal in
              let (cx, cy) = Self.petals[petal]
              return (px - cx) * (px - cx) + (py - cy) * (py - cy) < 0.2
            }
          },
          Layer(colour: second) { $0 * $0 + $1 * $1 < 0.15 },
        ]
      }
  }

  /// The centres of five petals: a regular pentagon of radius 0.65.
  private static let petals = [
    (0.0, -0.65), (0.618, -0.201), (0.382, 0.526), (-0.382, 0.526), (-0.618, -0.201),
  ]

  private static func ears(pointed: Bool, _ colour: SIMD3<Double>) -> [Layer] {
    [
      Layer(colour: colour) { x, y in
        let side = abs(x) - 0.62
        return pointed
          ? y > -1.35 && y < -0.3 && abs(side) < 0.36 * (y + 1.35)
          : side * side + (y + 0.75) * (y + 0.75) < 0.13
      }
    ]
  }

  private static func face(
    _ main: SIMD3<Double>, eyes: SIMD3<Double>, _ dark: SIMD3<Double>
  ) -> [Layer] {
    [
      Layer(colour: main) { $0 * $0 + $1 * $1 / 0.8 < 1 },
      Layer(colour: eyes) { x, y in
        let side = abs(x) - 0.4
        return side * side + (y + 0.15) * (y + 0.15) < 0.045
      },
      Layer(colour: dark) { abs(abs($0) - 0.4) < 0.07 && abs($1 + 0.15) < 0.17 },
      Layer(colour: dark) { $1 > 0.2 && $1 < 0.38 && abs($0) < 0.38 - $1 },
      Layer(colour: dark) { abs(abs($0) - 0.62) < 0.3 && abs($1 - 0.38) < 0.03 },
    ]
  }

  private static func colour(
    _ levels: ClosedRange<Double>, _ generator: inout MersenneTwister
  ) -> SIMD3<Double> {
    let red = generator.uniform(levels.lowerBound, levels.upperBound)
    let green = generator.uniform(levels.lowerBound, levels.upperBound)
    let blue = generator.uniform(levels.lowerBound, levels.upperBound)
    return SIMD3(red, green, blue)
  }

  /// The picture's bytes: every pixel is the mean of four points, with uniform noise.
  func pixels(using generator: inout MersenneTwister) -> [UInt8] {
    // The turn by a small angle t, its cosine by 1 − t²/2: a library's cosine may differ in its last
    // bit from machine to machine.
    let cosine = 1 - tilt * tilt / 2
    var bytes = [UInt8]()
    bytes.reserveCapacity(Self.side * Self.side * 3)
    for row in 0..<Self.side {
      let share = Double(row) / Double(Self.side - 1)
      let back = background[0] * (1 - share) + background[1] * share
      for column in 0..<Self.side {
        var sum = SIMD3<Double>.zero
        for point in 0..<4 {
          let dx = (Double(column) + 0.25 + 0.5 * Double(point % 2) - x) / radius
          let dy = (Double(row) + 0.25 + 0.5 * Double(point / 2) - y) / radius
          let turned = (dx * cosine + dy * tilt, dy * cosine - dx * tilt)
          let isNear = turned.0 * turned.0 + turned.1 * turned.1 < Self.reach
          let top =
            isNear ? layers.last { $0.contains(turned.0, turned.1) }?.colour ?? back : back
          sum += top / 4
        }
        let noise = generator.uniform(-14, 14)
        for channel in 0..<3 {
          bytes.append(UInt8(min(max(sum[channel] + noise, 0), 255).rounded()))
        }
      }
    }
    return bytes
  }
}
