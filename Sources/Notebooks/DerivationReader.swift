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
  /// - Parameter network: what a checker is made of; statements about sizes need the lesson's own.
  static func forEachDerivation(
    of cells: [Cell], on network: (Architecture) -> Network<Double>? = Self.miniature,
    _ body: (DerivationDirective, inout DerivationChecker) -> Void
  ) {
    var checkers: [String: DerivationChecker] = [:]
    for case .directive(let cell) in cells {
      switch cell.directive {
      case let notation as NotationDirective:
        let label = cell.label?.value ?? NotationDirective.implicitLabel ?? ""
        checkers[label] = notation.architecture.flatMap(network).map {
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

  /// The network as the lesson has it.
  static func whole(_ architecture: Architecture) -> Network<Double>? {
    var generator = MersenneTwister(seed: 0)
    return try? Network(architecture, using: &generator)
  }

  /// A network of the same kind with a few units in each layer: shapes are checked on small twins
  /// whatever the lesson's sizes.
  static func miniature(_ architecture: Architecture) -> Network<Double>? {
    var small = architecture
    small.inputs = min(small.inputs, 3)
    for index in small.layers.indices {
      small.layers[index].units = min(small.layers[index].units, 3)
    }
    var generator = MersenneTwister(seed: 0)
    return try? Network(small, using: &generator)
  }
}
