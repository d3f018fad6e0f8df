import Markup

/// A curve without axes, small enough for a list of lessons.
public struct Thumbnail: Sendable {
  public var title: String
  public var values: [Double]

  /// The frame's height in CSS pixels.
  private static let height = 36.0
  /// The room for the stroke, as a share of the height.
  private static let inset = 0.06

  /// - Parameter title: What the curve shows, for who cannot see it.
  public init(_ title: String, values: [Double]) {
    self.title = title
    self.values = values
  }

  public func node(id: String) -> Node {
    let extent = Extent(x: values.indices.map(Double.init), y: values)
    let title = Node.element("title", ["id": "\(id)-title"], text: title)
    var content = [title]
    if let range = extent.y.range {
      let scale = LinearScale(covering: range, rounded: false)
      var path = PathData()
      let last = Double(max(1, values.count - 1))
      let places = values.enumerated().map { index, value in
        scale.position(value).map {
          Place(left: Double(index) / last, top: Self.inset + (1 - $0) * (1 - 2 * Self.inset))
        }
      }
      for run in places.split(whereSeparator: { $0 == nil }) {
        path.trace(Thinning.extremes(run.compactMap(\.self), columns: 80))
      }
      content.append(.element("path", ["class": "plot-line plot-s1", "d": path.text]))
    }
    let units = NumberText.attribute(Place.units)
    return .element(
      "svg",
      [
        "class": "plot-svg plot-thumbnail", "role": "img", "aria-labelledby": "\(id)-title",
        "height": NumberText.attribute(Self.height), "viewBox": "0 0 \(units) \(units)",
        "preserveAspectRatio": "none",
      ], content)
  }
}
