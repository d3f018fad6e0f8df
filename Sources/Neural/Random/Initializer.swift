/// How a layer's weights or biases begin.
///
/// A value of functions: its formula for the page, its source, and its draw. Weights are drawn in
/// Double, element by element in the order in which the lesson's document draws them.
public struct Initializer: Sendable {
  /// How many values feed a unit and how many units it feeds.
  public struct Fan: Sendable, Equatable {
    public let inputs: Int
    public let outputs: Int

    public init(inputs: Int, outputs: Int) {
      self.inputs = inputs
      self.outputs = outputs
    }
  }

  /// The name a notebook uses: `xavier-uniform`.
  public let name: String
  /// The distribution, in TeX.
  public let formula: String
  /// Where it was published.
  public let source: String

  private let draw: @Sendable (Fan, inout MersenneTwister) -> Double

  init(
    _ name: String, formula: String, source: String,
    draw: @escaping @Sendable (Fan, inout MersenneTwister) -> Double
  ) {
    self.name = name
    self.formula = formula
    self.source = source
    self.draw = draw
  }

  /// `count` values for a layer of this fan.
  public func values(
    _ count: Int, fan: Fan, using generator: inout MersenneTwister
  ) -> [Double] {
    (0..<count).map { _ in draw(fan, &generator) }
  }
}

extension Initializer: Equatable {
  public static func == (a: Initializer, b: Initializer) -> Bool {
    a.name == b.name && a.formula == b.formula
  }
}
