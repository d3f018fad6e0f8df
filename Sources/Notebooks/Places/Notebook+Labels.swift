import Diagnostics

/// What names stand for: labels, measures, arrays, symbols in code.
extension Notebook {
  /// A label with what is known of it before anything runs.
  func label(_ definition: Scope.Definition, at range: Range<Int>) -> Place {
    let line = file.position(of: definition.range.lowerBound).line
    var text = "`\(definition.name)`: \(definition.kind.tag.words), line \(line)"
    switch definition.kind {
    case .network(let architecture):
      let widths = [architecture.inputs] + architecture.layers.map(\.units)
      let layers = architecture.layers.map { "\($0.units) \($0.activation.name)" }
      text +=
        "\n\n\(widths.map(String.init).joined(separator: " → ")), "
        + "\(architecture.parameterCount.counted("parameter"))\n\n"
        + "layers: \(layers.joined(separator: ", ")); loss: \(architecture.loss.name)"
    case .dataset:
      let cell = directiveCells.first { $0.label?.range == definition.range }
      if let data = cell?.directive as? DataDirective { text += "\n\n\(data.origin.words)" }
    case .training, .gradientCheck, .notation, .sweep: break
    }
    return Place(range, text, definition: definition.range)
  }

  /// What the name at an offset stands for in an expression: a measure, a label, an array, a symbol.
  func word(at offset: Int) -> Place? {
    let range = file.wordRange(at: offset)
    let name = String(file[range])
    guard !name.isEmpty else { return nil }
    if file[range.upperBound..<file.utf8Count].first == "(", let measure = Measure.named(name) {
      return Place(range, "`\(measure.usage)`\n\n\(measure.help.sentence)")
    }
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    if let definition = scope[stem] { return label(definition, at: range) }
    if let place = notation(named: nil, at: offset)?.place(ofCode: name, at: range) { return place }
    // The last line above that gives the array a value.
    for cell in directiveCells.reversed() where cell.range.lowerBound <= offset {
      guard let compute = cell.directive as? ComputeDirective else { continue }
      let statement = compute.statements.last { $0.target == name }
      guard let statement else { continue }
      let target = compute.code.range(inFile: statement.targetRange)
      let line = file.position(of: target.lowerBound).line
      return Place(range, "`\(name)`: an array of code, line \(line)", definition: target)
    }
    return nil
  }
}

extension DataDirective.Origin {
  /// Where the samples come from, in a sentence.
  fileprivate var words: String {
    switch self {
    case .named(let dataset, _): "\(dataset.name): \(dataset.summary)"
    case .file(let name, _), .arrays(let name, _): "from the file '\(name.value)'"
    case .generated(let generator, _): "\(generator.name): \(generator.summary)"
    }
  }
}

extension SourceFile {
  /// The name around an offset, with the parts after its dots; empty where there is none.
  func wordRange(at offset: Int) -> Range<Int> {
    let line = range(ofLine: position(of: offset).line)
    let offset = max(line.lowerBound, min(offset, line.upperBound))
    func isPart(_ character: Character) -> Bool {
      character.isLetter || character.isNumber || character == "_" || character == "."
    }
    let before = self[line.lowerBound..<offset].reversed().prefix(while: isPart)
    let after = self[offset..<line.upperBound].prefix(while: isPart)
    let start = offset - before.reduce(0) { $0 + String($1).utf8.count }
    return start..<offset + after.utf8.count
  }
}
