import Expressions

/// A tensor of a network on a batch: what the symbols of a lesson stand for in the end.
enum NetworkNode: Hashable, Sendable {
  case target
  case weights(Int)
  case bias(Int)
  case preactivation(Int)
  /// Layer 0 is the input.
  case activation(Int)
  case loss
  case likelihood
  case delta(Int)
  case weightsGradient(Int)
  case biasGradient(Int)
  case parameters
  case size(Role.Size)
  /// A number or a tensor that the lesson leaves open.
  case number(String)
  case likeWeights(String, Int)
  case likeBias(String, Int)
  /// The argument of a function that a formula defines.
  case argument

  var isDerivative: Bool {
    switch self {
    case .delta, .weightsGradient, .biasGradient: true
    default: false
    }
  }
}

/// The sizes of a network and a batch, and where each of its tensors has its place.
struct NodeTable: Sendable {
  /// Inputs, then the units of each layer.
  let widths: [Int]
  let batch: Int
  let layout: Notation.Layout
  private(set) var slots: [NetworkNode: Int] = [:]
  private(set) var nodes: [NetworkNode] = []
  /// The tensors that the lesson leaves open.
  let open: [NetworkNode]

  var depth: Int { widths.count - 1 }
  var sizes: TwinSizes { TwinSizes(widths: widths, batch: batch) }

  /// - Parameter open: the tensors that the lesson leaves open.
  init(widths: [Int], batch: Int, layout: Notation.Layout, open: [NetworkNode]) {
    self.widths = widths
    self.batch = batch
    self.layout = layout
    self.open = open
    add(.target)
    add(.activation(0))
    for layer in 1...max(1, widths.count - 1) {
      add(.weights(layer))
      add(.bias(layer))
      add(.preactivation(layer))
      add(.activation(layer))
      add(.delta(layer))
      add(.weightsGradient(layer))
      add(.biasGradient(layer))
    }
    add(.loss)
    add(.likelihood)
    add(.parameters)
    for size in [Role.Size.inputs, .outputs, .batch, .depth, .fanIn, .fanOut] { add(.size(size)) }
    for layer in 1...max(1, widths.count - 1) { add(.size(.units(layer))) }
    for node in open { add(node) }
  }

  private mutating func add(_ node: NetworkNode) {
    guard slots[node] == nil else { return }
    slots[node] = nodes.count
    nodes.append(node)
  }

  /// The size a tensor has where samples are rows.
  func natural(_ node: NetworkNode) -> (rows: Int, columns: Int)? {
    switch node {
    case .target: (batch, widths[depth])
    case .activation(let layer), .preactivation(let layer), .delta(let layer):
      (batch, widths[layer])
    case .weights(let layer), .weightsGradient(let layer), .likeWeights(_, let layer):
      (widths[layer - 1], widths[layer])
    case .bias(let layer), .biasGradient(let layer), .likeBias(_, let layer): (1, widths[layer])
    case .argument: (1, Self.argumentSize)
    case .loss, .likelihood, .size, .number, .parameters: nil
    }
  }

  /// How many elements the argument of a defined function has.
  static let argumentSize = 6

  func shape(_ node: NetworkNode) -> TensorShape {
    if node == .parameters { return TensorShape([parameterCount]) }
    guard let (rows, columns) = natural(node) else { return .scalar }
    return TensorShape(layout == .rows ? [rows, columns] : [columns, rows])
  }

  var parameterCount: Int {
    (1...depth).reduce(0) { $0 + (widths[$1 - 1] + 1) * widths[$1] }
  }

  /// The value of a size.
  func size(_ size: Role.Size, layer: Int?) -> Int? {
    switch size {
    case .inputs: widths[0]
    case .outputs: widths[depth]
    case .batch: batch
    case .depth: depth
    case .units(let layer): layer <= depth ? widths[layer] : nil
    case .fanIn: layer.map { widths[$0 - 1] }
    case .fanOut: layer.map { widths[$0] }
    }
  }
}
