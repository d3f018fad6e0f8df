import Derivations
import Diagnostics
import Expressions
import Neural

/// Runs the code of a `compute` cell once more where no parameter is 0.
///
/// Biases begin at 0, so on an untrained network code that forgets them agrees with the engine all the
/// same. On a copy of the network with every weight and bias drawn at random it does not.
struct ComputeRehearsal {
  private let engine: EngineNames
  /// What the copy has and the network has not.
  private let circumstance: String

  /// - Parameter batch: samples `[batch × features]` and their targets.
  init(
    _ network: Network<Double>, _ notation: Notation, batch: (x: Matrix<Double>, y: Matrix<Double>)
  ) throws(ShapeError) {
    engine = try EngineNames(try network.redrawn(), notation, batch: batch)
    let isUntrained = network.layers.contains { $0.bias.values.allSatisfy { $0 == 0 } }
    circumstance =
      isUntrained
      ? "differs where the biases are not zero" : "differs where the parameters are others"
  }

  /// The agreements, each that does not hold here turned into a difference.
  ///
  /// Nothing is said of what needs values that only the network itself has, such as an accuracy.
  ///
  /// - Parameter arrays: what earlier code computed. Of these only names of the engine are known here.
  func confirming(
    _ agreements: [Agreement], of statements: [Statement], arrays: [String: Tensor<Double>]
  ) -> [Agreement] {
    var known = engine.inputs
    for name in arrays.keys { known[name] = engine.value(of: name) ?? known[name] }
    let engine = engine
    var scope = CodeScope(known, featureAxis: engine.featureAxis) {
      name, arguments, range throws(Diagnostic) in
      guard name == "gradient", case .symbol(let symbol)? = arguments.last?.kind,
        let gradient = engine.gradient(of: symbol.name)
      else { throw Diagnostic("compute.gradient", "'\(name)' is not known here", at: range) }
      return gradient
    }
    var differences: [String: String] = [:]
    for statement in statements {
      guard let target = statement.target else { continue }
      differences[target] = nil
      do throws(Diagnostic) {
        let value = try scope.run(statement)
        guard let expected = engine.value(of: target) else { continue }
        differences[target] =
          Agreement(target, value, expected, statement: statement.range, of: SourceExcerpt(""))
          .difference
      } catch {
        // What follows from it is as unknown as the value itself.
        scope[target] = nil
      }
    }
    return agreements.map { agreement in
      guard agreement.holds, let difference = differences[agreement.name] else { return agreement }
      return agreement.differing("\(circumstance): there, \(difference)")
    }
  }
}

extension Network where Scalar == Double {
  /// The same network with every parameter drawn at random, none of them 0.
  fileprivate func redrawn() throws(ShapeError) -> Network {
    var generator = MersenneTwister(seed: 29)
    func drawn(_ matrix: Matrix<Double>, within scale: Double) -> Matrix<Double> {
      Matrix(
        rows: matrix.rows, columns: matrix.columns,
        values: matrix.values.map { _ in
          let size = generator.uniform(0.2 * scale, scale)
          return generator.uniform(0, 1) < 0.5 ? -size : size
        })
    }
    var redrawn: [Neural.Layer<Double>] = []
    for layer in layers {
      redrawn.append(
        try Neural.Layer(
          weights: drawn(layer.weights, within: 1.5 / Double(layer.inputs).squareRoot()),
          bias: drawn(layer.bias, within: 0.8), activation: layer.activation))
    }
    return try Network(layers: redrawn, loss: loss)
  }
}
