import Derivations
import Diagnostics
import Neural
import TeX

/// A notation with the network it speaks of, as far as both are known before anything runs.
struct NotationInForce {
  let notation: Notation
  let architecture: Architecture?
  /// The cell that binds the symbols.
  let source: CellSource

  /// The symbol at an offset of the file, in a formula that begins there.
  func place(at offset: Int, in formula: ParsedFormula, from excerpt: SourceExcerpt) -> Place? {
    guard let local = excerpt.local(offset),
      let found = notation.occurrence(at: local, in: formula.formula)
    else { return nil }
    return place(of: found.binding, layer: found.layer, at: excerpt.range(inFile: found.range))
  }

  /// A name in code: `W1`.
  func place(ofCode name: String, at range: Range<Int>) -> Place? {
    let layers = architecture?.layers.count ?? 0
    let found = notation.inCode(layers: layers).first {
      $0.binding.codeName(layer: $0.layer) == name
    }
    return found.map {
      place(of: $0.binding, layer: $0.layer ?? $0.binding.fixedLayer, at: range)
    }
  }

  /// The names that code has for the symbols: `X`, `W1`, `W2`.
  var codeNames: [String] {
    notation.inCode(layers: architecture?.layers.count ?? 0).map {
      $0.binding.codeName(layer: $0.layer)
    }
  }

  func place(of binding: Notation.Binding, layer: Int?, at range: Range<Int>) -> Place {
    var text = "`\(binding.key)`: \(binding.role.words)"
    if let layer { text += ", layer \(layer)" }
    if let architecture {
      let widths = [architecture.inputs] + architecture.layers.map(\.units)
      let shapes = binding.role.shapes(widths: widths, notation)
      // An activation of layer 0 is the input.
      let shape =
        layer == 0
        ? Role.input.shapes(widths: widths, notation).first
        : layer.flatMap { shapes.count >= $0 && shapes.count > 1 ? shapes[$0 - 1] : nil }
      text += "\n\nshape: " + (shape ?? shapes.joined(separator: ", "))
    }
    return Place(range, text, definition: keyRange(of: binding))
  }

  private func keyRange(of binding: Notation.Binding) -> Range<Int>? {
    let symbols = source.entries.first { $0.key == "symbols" }?.value.content
    guard case .mapping(let entries) = symbols else { return nil }
    return entries.first { $0.key == binding.key }?.keyRange
  }
}

extension Notebook {
  func notation(headedAt head: Range<Int>) -> NotationInForce? {
    guard let source = scope.sources.first(where: { $0.head == head }),
      let directive = source.directive as? NotationDirective
    else { return nil }
    return NotationInForce(
      notation: directive.notation, architecture: directive.architecture, source: source)
  }

  /// The notation of this label, or the last one above an offset, or the first of all: prose may
  /// speak of symbols before they are bound.
  func notation(named label: String?, at offset: Int) -> NotationInForce? {
    let cells = directiveCells.filter { $0.directive is NotationDirective }
    let implicit = NotationDirective.implicitLabel
    let named = label.flatMap { label in
      cells.last { ($0.label?.value ?? implicit) == label && $0.head.lowerBound <= offset }
    }
    let cell = named ?? cells.last { $0.head.lowerBound <= offset } ?? cells.first
    return cell.flatMap { notation(headedAt: $0.head) }
  }
}
