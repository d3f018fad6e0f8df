import Diagnostics
import Expressions

extension ComputeDirective {
  /// The arrays that the statements make; what is wrong with them is reported.
  static func check(
    _ statements: [Statement], of code: SourceExcerpt, _ options: Options,
    notation: LabelReference?, samples: Int?
  ) -> [ArrayDefinition] {
    let scope = options.scope
    let engine = notation.flatMap { scope.engineShapes(of: $0, samples: samples) }
    var check = CodeCheck(
      excerpt: code, context: options.context,
      shapes: CodeShapes(
        scope.arrayShapes.merging(engine?.inputs ?? [:]) { _, new in new },
        featureAxis: engine?.featureAxis ?? 1),
      engine: engine, unknownName: scope.unknownArray(engine: engine))
    if engine == nil, notation != nil || options.has("notation") {
      check.unsettled.insert(CodeCheck.everyName)
    }
    var arrays: [ArrayDefinition] = []
    for statement in statements {
      let shape = check.shape(of: statement.expression)
      guard let target = statement.target else { continue }
      check.shapes[target] = shape
      if shape == nil { check.unsettled.insert(target) } else { check.unsettled.remove(target) }
      arrays.append(ArrayDefinition(name: target, shape: shape))
    }
    return arrays
  }
}

extension Scope {
  /// The names that a notation gives code; nil where the notation or its network is wrong.
  fileprivate func engineShapes(of notation: LabelReference, samples: Int?) -> EngineShapes? {
    guard let binding = binding(of: notation), let architecture = binding.architecture else {
      return nil
    }
    return EngineShapes(
      architecture, of: binding.network.name, binding.notation, samples: samples)
  }

  /// Why a name of code stands for nothing.
  fileprivate func unknownArray(
    engine: EngineShapes?
  ) -> (_ name: String) -> (id: String, message: String, help: [String]) {
    let known = (arrays + (engine?.inputs.keys.sorted() ?? [])).sorted()
    return { name in
      let help: [String]
      let pieces = name.split(separator: ".", maxSplits: 1).map(String.init)
      if pieces.count == 2, pieces[0] == "params" {
        help = ["a parameter stands in an option, as '${\(pieces[1])}'; in code write the number"]
      } else if engine?.perSample.contains(name) == true {
        help = ["it has a value on samples: say which by 'data: …' above a line '---'"]
      } else if engine?.results.contains(name) == true {
        help = ["the code is to compute it: '\(name) = …' is then held against the engine's"]
      } else if let label = pieces.first, let definition = self[label] {
        let measures = Measure.all.filter { $0.takes(definition.kind.tag) }.map(\.usage)
        help = [
          "'\(label)' is \(definition.kind.tag.words): ask something of it: "
            + measures.joined(separator: ", ")
        ]
      } else if pieces.count == 2, known.contains(pieces[0]) {
        help = ["an array has '.T' and functions: \(pieces[0]).sum(), len(\(pieces[0]))"]
      } else if let near = NearestName.nearest(to: name, in: known), name.count > 1 {
        help = ["did you mean '\(near)'?"]
      } else if engine == nil {
        help = [
          "give it a value: '\(name) = …'; names of a network such as X, Y, W1 and b1 come from a "
            + "notation: add a cell '{notation}' above this one"
        ]
      } else {
        let other = known.first { $0.lowercased() == name.lowercased() }
        help = [
          other.map { "did you mean '\($0)'?" }
            ?? "known names: \(known.joined(separator: ", "))"
        ]
      }
      return ("symbol.unknown", "'\(name.shortened)' stands for nothing here", help)
    }
  }
}
