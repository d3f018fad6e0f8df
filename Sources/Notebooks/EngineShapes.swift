import Derivations
import Expressions
import Neural

/// The names that a notation gives code, with their shapes: ``EngineNames`` before anything runs.
struct EngineShapes: Sendable {
  /// What the code begins with.
  private(set) var inputs: [String: TensorShape] = [:]
  /// What the code may compute, and is then held against.
  private(set) var results: Set<String> = []
  /// What `gradient(network, …)` may be asked of.
  private(set) var gradients: [String: TensorShape] = [:]
  /// What has a value on samples only.
  private(set) var perSample: Set<String> = []
  let featureAxis: Int
  let network: String

  /// - Parameter samples: how many there are; nil where no data are named.
  init(
    _ architecture: Architecture, of network: String, _ notation: Notation, samples: Int?
  ) {
    self.network = network
    featureAxis = notation.layout == .rows ? 1 : 0
    let widths = [architecture.inputs] + architecture.layers.map(\.units)
    let flips = notation.layout == .columns
    func matrix(_ rows: Int, _ columns: Int) -> TensorShape {
      TensorShape(flips ? [columns, rows] : [rows, columns])
    }
    func batch(_ width: Int) -> TensorShape? { samples.map { matrix($0, width) } }
    let depth = architecture.layers.count
    for binding in notation.symbols {
      let name = binding.codeName()
      switch binding.role {
      case .input: add(name, batch(widths[0]))
      case .target: add(name, batch(widths[depth]))
      case .size(let size):
        if size == .batch {
          add(name, samples.map { _ in .scalar })
        } else if EngineNames.size(size, widths: widths) != nil {
          inputs[name] = .scalar
        }
      case .output, .loss: results.insert(name)
      case .activation: add(binding.codeName(layer: 0), batch(widths[0]))
      default: break
      }
      for layer in 1...max(depth, 1) where layer <= depth {
        let name = binding.codeName(layer: depth == 1 && binding.isPlain ? nil : layer)
        let (into, out) = (widths[layer - 1], widths[layer])
        switch binding.role {
        case .weights: addParameter(name, matrix(into, out), samples)
        case .weightVector: addParameter(name, TensorShape([into, out]), samples)
        case .bias: addParameter(name, matrix(1, out), samples)
        case .preactivation:
          results.insert(name)
          gradients[name] = batch(out)
        case .activation, .delta, .weightsGradient, .biasGradient: results.insert(name)
        default: break
        }
      }
    }
    for name in gradients.keys { results.insert("d\(name)") }
  }

  private mutating func add(_ name: String, _ shape: TensorShape?) {
    perSample.insert(name)
    inputs[name] = shape
  }

  private mutating func addParameter(_ name: String, _ shape: TensorShape, _ samples: Int?) {
    inputs[name] = shape
    gradients[name] = samples.map { _ in shape }
  }
}
