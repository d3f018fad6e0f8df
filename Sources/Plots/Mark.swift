import Markup

/// Something drawn in a plot: a line, dots, bars. A kind of mark is one file.
///
/// A mark says which values it needs, from which the plot infers its scales, and then draws itself
/// in the frame they make.
public protocol Mark: Sendable {
  /// The values its plot's axes must cover.
  var extent: Extent { get }
  /// How it is labelled, if it is a series with a name.
  var key: Key? { get }
  /// What it shows, for the table that goes with the picture.
  var data: [DataSeries] { get }

  func nodes(in frame: Frame) -> [Node]
}

extension Mark {
  public var key: Key? { nil }
  public var data: [DataSeries] { [] }
}

/// The name of a series, the paint it is drawn with, and where its label belongs.
public struct Key: Sendable, Equatable {
  public let name: String
  public let paint: Paint
  /// The last point drawn, beside which the name is written; nil puts the name above the plot.
  public let end: Point?
  public let symbol: Symbol

  /// What stands before the name in a key.
  public enum Symbol: Sendable {
    case line
    case dot
  }

  public init(_ name: String, paint: Paint, end: Point? = nil, symbol: Symbol = .line) {
    self.name = name
    self.paint = paint
    self.end = end
    self.symbol = symbol
  }
}

/// The points of a series by name.
public struct DataSeries: Sendable, Equatable {
  public let name: String
  public let points: [Point]

  public init(_ name: String, points: [Point]) {
    self.name = name
    self.points = points
  }
}
