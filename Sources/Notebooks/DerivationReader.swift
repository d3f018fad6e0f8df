import Derivations
import Diagnostics
import Neural

/// Checks the derivations of a notebook as far as that goes without numbers: what cannot be read, names
/// that stand for nothing, indices that differ, shapes that do not conform.
enum DerivationReader {
  static func diagnostics(of cells: [Cell]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    forEachDerivation(of: cells) { derivation, checker in
      diagnostics += derivation.staticDiagnostics(&checker)
    }
    return diagnostics
  }

  /// Calls `body` with each derivation and the checker of its notation, which remembers what the
  /// formulas before it defined.
  ///
  /// - Parameter drawsWeights: whether the networks get weights as the lesson draws them, for
  ///   statements about their distribution; zeros are enough for all that needs no numbers.
  static func forEachDerivation(
    of cells: [Cell], drawsWeights: Bool = false,
    _ body: (DerivationDirective, inout DerivationChecker) -> Void
  ) {
    var checkers: [String: DerivationChecker] = [:]
    for case .directive(let cell) in cells {
      switch cell.directive {
      case let notation as NotationDirective:
        let label = cell.label?.value ?? NotationDirective.implicitLabel ?? ""
        checkers[label] = notation.architecture.flatMap {
          outline($0, drawsWeights: drawsWeights)
        }.map {
          DerivationChecker(of: $0, in: notation.notation)
        }
      case let derivation as DerivationDirective:
        guard let label = derivation.notation?.name, var checker = checkers[label] else { continue }
        body(derivation, &checker)
        checkers[label] = checker
      default: break
      }
    }
  }

  /// A network of the lesson's sizes, which statements may name. One too large to be made in passing
  /// is checked with a few units in each layer.
  private static func outline(
    _ architecture: Architecture, drawsWeights: Bool
  ) -> Network<Double>? {
    var outline = architecture
    let isLarge = architecture.parameterCount > largestOutline
    if isLarge { outline.inputs = min(outline.inputs, 3) }
    for index in outline.layers.indices {
      if isLarge { outline.layers[index].units = min(outline.layers[index].units, 3) }
      guard !drawsWeights else { continue }
      outline.layers[index].weights = .zeros
      outline.layers[index].biases = .zeros
    }
    var generator = MersenneTwister(seed: 0)
    return try? Network(outline, using: &generator)
  }

  /// 16 MB of zeros, made in a few milliseconds.
  private static let largestOutline = 2_000_000
}
