/// A precision the engine computes in: `Float` or `Double`.
///
/// `Double` is the default, and the only precision gradient checks are made in.
///
/// The engine's entry points are compiled for both (`@_specialize`): called from another module,
/// a generic function would otherwise ask for its type at every element, a hundred times slower.
public protocol Real: BinaryFloatingPoint, Sendable {
  /// The name a notebook gives this precision: `float` or `double`.
  static var precisionName: String { get }
}

extension Float: Real {
  public static var precisionName: String { "float" }
}

extension Double: Real {
  public static var precisionName: String { "double" }
}
