import Derivations
import Diagnostics
import TeX

/// `derive`: the forward and the backward pass of a network, written by the program and checked.
struct DeriveDirective: Directive {
  static let name = "derive"
  static let summary =
    "Writes the forward and backward pass of a network in the lesson's notation, each line checked."
  static let example = #"""
    ```{network} mlp
    input: 4
    layers:
      - {units: 5, activation: relu}
      - {units: 3, activation: softmax}
    loss: cross-entropy
    ```

    ```{notation}
    network: mlp
    symbols: {X: input, Y: target, W_l: weights, b_l: bias, h_l: preactivation, a_l: activation, P: output, L: loss}
    ```

    ```{derive} passes
    ```
    """#

  let notation: LabelReference?
  let show: Show

  enum Show: String, Sendable, CaseIterable {
    case equations
    case dimensions
    case all
  }

  init(_ options: Options) {
    notation = options.scope.notation(options)
    show = options.value(
      "show", .choice("part"), default: .equations, shown: "equations",
      "equations, dimensions (the table of matrix sizes), or all")
  }

  var exhibits: Set<ExhibitKind> {
    switch show {
    case .equations: [.equation]
    case .dimensions: [.table]
    case .all: [.equation, .table]
    }
  }

  func run(in session: inout Session) throws -> [Output] {
    guard let notation, case .notation(let live) = session[notation.name] else {
      throw CellFailure(
        "derivation.notation", "there is no notation above this cell",
        help: ["bind its symbols in a cell '{notation}'"])
    }
    guard !live.checker.notation.isBiasFolded else {
      throw CellFailure(
        "derive.folded-bias", "the passes are not written with the bias as a weight of its own",
        at: notation.range, help: ["name a notation without 'folded-bias: true'"])
    }
    let network = try session.network(live.network).inDouble
    let derived = try AutomaticDerivation(of: network, in: live.checker.notation)
    for line in derived.lines where !line.checked.isVerified {
      throw CellFailure(
        "derive.wrong", "a line that was written for this network does not hold: \(line.tex)",
        help: ["this is a mistake of the program; please report the network and the notation"])
    }
    var outputs: [Output] = []
    if show != .dimensions { outputs.append(.derived(derived)) }
    if show != .equations { outputs.append(.table(Self.table(of: derived.dimensions))) }
    return outputs
  }

  private static func table(of dimensions: [AutomaticDerivation.Dimension]) -> Table {
    Table(
      [.init("Tensor", .left), .init("Rows"), .init("Columns")],
      rows: dimensions.map { dimension in
        let formula = ParsedFormula(parsing: dimension.tex).mathML(isDisplay: false)
        return [.nodes([.element(formula)]), .text(dimension.rows), .text(dimension.columns)]
      })
  }
}
