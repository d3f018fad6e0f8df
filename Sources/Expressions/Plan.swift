/// An expression whose names, indices and shapes are settled, ready for values.
public struct Plan: Sendable {
  let root: Typed
  /// The indices it depends on, each with the place where the evaluator keeps its value.
  public let freeIndices: [String: Int]
  /// The tensors by which it differentiates.
  public let denominators: Set<Int>
  /// The derivatives it takes of a single named number, such as ∂L/∂W: these need only a gradient.
  public let gradients: Set<Gradient>
  /// How many single operations an evaluation takes, about.
  public let cost: Double

  public var shape: TensorShape { root.shape }

  /// ∂of/∂by for a number and a tensor, both by their slots.
  public struct Gradient: Sendable, Hashable {
    public let of: Int
    public let by: Int

    public init(of: Int, by: Int) {
      self.of = of
      self.by = by
    }
  }
}

/// A step of a plan with the shape of what it yields.
struct Typed: Sendable {
  let node: Node
  let shape: TensorShape

  init(_ node: Node, _ shape: TensorShape) {
    self.node = node
    self.shape = shape
  }
}

/// Where an index gets its value: a place in the evaluator, or fixed.
enum IndexSource: Sendable {
  case place(Int)
  case fixed(Int)
}

/// An element's position: the offset is the sum of index times stride.
struct Position: Sendable {
  let indices: [IndexSource]
  let strides: [Int]
}

/// What a step does. Shapes stand beside it in ``Typed``.
indirect enum Node: Sendable {
  case constant(Double)
  case slot(Int)
  case element(slot: Int, Position)
  case pick(Typed, Position)
  /// An index as a number, counted as the document counts.
  case index(Int, first: Int)
  case negate(Typed)
  case combine(BinaryOperator, Typed, Typed)
  case product(Typed, Typed)
  /// Sums over the last axes of the left and the first of the right, `count` elements in all.
  case contract(Typed, Typed, count: Int)
  case transpose(Typed)
  case map(ElementFunction, order: Int, Typed)
  case softmax(Typed, axis: Int)
  case larger(Typed, Typed)
  case smaller(Typed, Typed)
  case reduce(Reduction, place: Int, over: Range<Int>, where: Typed?, Typed)
  case total(Reduction, axis: Int?, Typed)
  case position(ofMaximum: Bool, axis: Int?, Typed)
  case derivative(of: Typed, by: Int, at: Position?)
  case select(Typed, axis: Int, IndexSource)
  case slice(Typed, [SlicedAxis])
  case not(Typed)
  case cases([(value: Typed, condition: Typed?)])
  case matrix([Typed])
  case tabulate(row: Int, column: Int?, Typed)
  case fill(Double)
  case identity
  case reshape(Typed)
}

/// What remains of an axis: which positions, in which order.
struct SlicedAxis: Sendable {
  let positions: StrideRange
}

struct StrideRange: Sendable {
  let start: Int
  let step: Int
  let count: Int
}
