import Markup

/// The rectangle that marks draw into, with the scales that place values in it.
///
/// Places are fractions of the frame and are written as percentages: the width is the reader's
/// (a phone or a desk), the height is fixed, and text keeps its size at any width. Shapes that
/// need a path are drawn in a layer of 10 000 units that is stretched over the frame, with strokes
/// that do not stretch.
public struct Frame: Sendable {
  public let x: Scale
  public let y: Scale
  /// In CSS pixels.
  public let height: Double
  /// What every id in this picture begins with.
  public let id: String
  public let words: Words
  /// Whether an axis shows less than the marks need, so that they are to be cut off.
  let isCut: Bool
  /// The axes' labels, which hover titles repeat.
  public let names: (x: String, y: String)

  /// The distance of a value from the left edge, 0…1 inside the frame.
  func left(_ value: Double) -> Double? { x.position(value) }

  /// The distance of a value from the top edge, 0…1 inside the frame. Numbers grow upwards;
  /// categories are read from the top.
  func top(_ value: Double) -> Double? {
    if case .band = y { return y.position(value) }
    return y.position(value).map { 1 - $0 }
  }

  /// Both, where both exist.
  func place(_ point: Point) -> Place? {
    guard let left = left(point.x), let top = top(point.y) else { return nil }
    return Place(left: left, top: top)
  }

  /// Whether a place is inside the frame, its border (and rounding beside it) included.
  func shows(_ place: Place) -> Bool {
    (-1e-6...1 + 1e-6).contains(place.left) && (-1e-6...1 + 1e-6).contains(place.top)
  }

  /// The class of what a pointer can rest on.
  static let hover = "plot-hover"

  /// A stretched layer for paths.
  func layer(_ nodes: [Node]) -> Node {
    let size = NumberText.attribute(Place.units)
    return .element(
      "svg",
      [
        "class": isCut ? "plot-layer plot-cut" : "plot-layer", "width": "100%", "height": "100%",
        "viewBox": "0 0 \(size) \(size)", "preserveAspectRatio": "none",
      ], nodes)
  }

  /// What a pointer resting on a point is told: `epoch 3, loss 0.25`.
  func title(of point: Point, in series: String?) -> Node {
    let head = series.map { "\(words.terms[$0]): " } ?? ""
    return .element(
      "title",
      text: "\(head)\(names.x) \(x.name(of: point.x)), \(names.y) \(y.name(of: point.y))")
  }
}

/// A place in the frame: fractions from its left and its top.
struct Place: Sendable, Equatable {
  /// The size of a stretched layer: whole units are then finer than a tenth of a pixel.
  static let units = 10_000.0

  let left: Double
  let top: Double

  var x: String { NumberText.percent(left) }
  var y: String { NumberText.percent(top) }
}
