/// What names mean where an expression stands: their shapes, but not yet their values.
public protocol Scope: Sendable {
  /// The tensor a name stands for.
  ///
  /// - Throws: a diagnostic without a range if the name is known but not meaningful this way, such as
  ///   a layer that the network does not have.
  func tensor(_ symbol: Symbol) throws(ScopeError) -> NamedTensor
  /// The number a name stands for if it is a size: `c` in `\sum_{k=1}^c`.
  func size(_ symbol: Symbol) -> Int?
  /// The activation of a layer.
  func activation(_ layer: Layer) throws(ScopeError) -> LayerFunction
  /// A function that the document defines for itself, or nil for those the language knows.
  func function(_ name: String) -> LayerFunction?
  /// How the document multiplies and adds.
  var rules: ShapeRules { get }
  /// The axis along which softmax normalizes: 1 where samples are rows, 0 where they are columns.
  var featureAxis: Int { get }
  /// The first value of an index as the document counts: 1, or 0.
  var firstIndex: Int { get }
  /// Everything that can be named here, for the nearest valid spelling.
  var names: [String] { get }
}

extension Scope {
  public func size(_ symbol: Symbol) -> Int? { nil }
  public func function(_ name: String) -> LayerFunction? { nil }
  public func activation(_ layer: Layer) throws(ScopeError) -> LayerFunction {
    throw .unknown("activation")
  }
  public var firstIndex: Int { 1 }
}

/// Why a name stands for nothing.
public enum ScopeError: Error, Sendable, Equatable {
  /// Nobody bound it.
  case unknown(String)
  /// It is bound, but not in this form; the message says so.
  case misused(String, help: [String] = [])
}

/// Where a tensor is to be found when values are known, and what its axes are.
public struct NamedTensor: Sendable {
  /// Its place in ``Valuation/values``.
  public let slot: Int
  public let shape: TensorShape
  /// The axis along which the samples of a batch lie; nil for parameters.
  public let sampleAxis: Int?
  /// Whether it may be added to each sample of a batch.
  public let isBias: Bool
  /// Whether it is itself a derivative, which must not be differentiated again.
  public let isDerivative: Bool

  public init(
    slot: Int, shape: TensorShape, sampleAxis: Int? = nil, isBias: Bool = false,
    isDerivative: Bool = false
  ) {
    self.slot = slot
    self.shape = shape
    self.sampleAxis = sampleAxis
    self.isBias = isBias
    self.isDerivative = isDerivative
  }
}

/// A function as a layer applies it.
public enum LayerFunction: Sendable {
  case elementwise(ElementFunction)
  /// Exponentials normalized to sum 1 over the features of a sample.
  case softmax
}

/// Which shapes go together.
public enum ShapeRules: Sendable {
  /// Matrix algebra: shapes conform exactly, only a bias is added to every sample of a batch.
  case strict
  /// NumPy: axes of size 1 stretch, missing leading axes are added.
  case broadcasting
}
