import Markup

/// Points of several classes over what a model makes of the plane.
public struct DecisionBoundary: Sendable {
  public struct Class: Sendable, Equatable {
    public let name: String
    public let points: [Point]

    public init(_ name: String, points: [Point]) {
      self.name = name
      self.points = points
    }
  }

  public enum Ground: Sendable, Equatable {
    /// What a model makes of the plane.
    case classes(ClassMap)
    /// Pixels, such as a probability as shades.
    case pixels(Raster)
    /// Only the points.
    case none
  }

  public var title: String
  public var description: String
  public var classes: [Class]
  public var ground: Ground
  public var x: ClosedRange<Double>
  public var y: ClosedRange<Double>
  public var names: (x: String, y: String)

  /// - Parameters:
  ///   - ground: What lies under the points, over the whole of `x` and `y`.
  ///   - names: The labels of the axes.
  public init(
    _ title: String, description: String, classes: [Class], ground: Ground,
    x: ClosedRange<Double>, y: ClosedRange<Double>, names: (x: String, y: String) = ("x₁", "x₂")
  ) {
    self.title = title
    self.description = description
    self.classes = classes
    self.ground = ground
    self.x = x
    self.y = y
    self.names = names
  }

  public func plot(words: Words = .english) -> Plot {
    var marks: [any Mark] = []
    switch ground {
    case .classes(let map): marks.append(Regions(map))
    case .pixels(let raster): marks.append(RasterImage(raster, x: x, y: y))
    case .none: break
    }
    for (index, group) in classes.enumerated() {
      marks.append(Dots(group.name, group.points, paint: .series(index)))
    }
    var plot = Plot(
      title, description: description, x: Axis(names.x, domain: x), y: Axis(names.y, domain: y),
      marks: marks, height: 320, widest: 440)
    plot.hasGrid = ground == .none
    plot.table = DataTable(
      header: [words.kind, names.x, names.y],
      rows: classes.flatMap { group in
        group.points.map {
          [group.name, NumberText.significant($0.x), NumberText.significant($0.y)]
        }
      })
    return plot
  }
}
