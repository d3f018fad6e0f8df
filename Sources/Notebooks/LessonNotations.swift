import Derivations
import TeX

/// How a lesson writes its networks, known from its cells before any of them runs: a table above the
/// notation follows it as one below does.
///
/// A network without a notation of its own is written as the lesson's others are. Where notations differ
/// nothing is guessed.
struct LessonNotations: Sendable {
  private let all: [(network: String, notation: Notation)]

  init(of notebook: Notebook) {
    all = notebook.directiveCells.compactMap { cell in
      (cell.directive as? NotationDirective).map { ($0.network.name, $0.notation) }
    }
  }

  /// No notation at all.
  init() { all = [] }

  private func notations(of network: String) -> [Notation] {
    let own = all.filter { $0.network == network }
    return (own.isEmpty ? all : own).map(\.notation)
  }

  /// Which way matrices lie; nil where no notation says, or several say differently.
  func layout(of network: String) -> Notation.Layout? {
    let layouts = Set(notations(of: network).map(\.layout))
    return layouts.count == 1 ? layouts.first : nil
  }

  /// What the weights of a network are to its lesson: matrices, or one vector that is a column in either
  /// layout.
  func weights(of network: String) -> (role: Role, layout: Notation.Layout?) {
    let own = all.filter { $0.network == network }.map(\.notation)
    let isVector = own.contains { notation in
      notation.symbols.contains { $0.role == .weightVector }
        && !notation.symbols.contains { $0.role == .weights }
    }
    return isVector ? (.weightVector, .rows) : (.weights, layout(of: network))
  }

  /// The number that the first element has.
  func firstIndex(of network: String) -> Int {
    let numbers = Set(notations(of: network).map(\.firstIndex))
    return numbers.count == 1 ? numbers.first ?? 1 : 1
  }

  /// The symbol for a role in a layer, in TeX; nil where no notation has one, or several have others.
  func symbol(_ role: Role, layer: Int? = nil, of network: String, depth: Int = 1) -> String? {
    let symbols = Set(
      notations(of: network).map { notation in
        notation.symbols.first { $0.role == role && ($0.fixedLayer ?? layer) == layer }
          .map { $0.tex(layer: depth == 1 && $0.isPlain ? nil : layer) }
      })
    return symbols.count == 1 ? symbols.first ?? nil : nil
  }

  /// All that a table of these symbols rests on, in words.
  func circumstance(of network: String, _ roles: [Role] = []) -> String {
    let letters = roles.map { symbol($0, layer: 1, of: network, depth: 2) ?? "–" }
    let layout = layout(of: network)?.rawValue ?? "no layout"
    let weights = weights(of: network).role == .weightVector ? "vector" : "matrices"
    return (["\(layout) from \(firstIndex(of: network)), \(weights)"] + letters)
      .joined(separator: ", ")
  }
}

extension Notation.Layout {
  /// A matrix that is [rows × columns] where samples are rows.
  func shape(_ rows: some CustomStringConvertible, _ columns: some CustomStringConvertible)
    -> String
  {
    self == .rows ? "\(rows) × \(columns)" : "\(columns) × \(rows)"
  }
}

extension Table.Content {
  /// A formula in a cell.
  init(tex: String) {
    self = .nodes([.element(ParsedFormula(parsing: tex).mathML(isDisplay: false))])
  }
}
