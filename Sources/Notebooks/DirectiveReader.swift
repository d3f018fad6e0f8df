import Diagnostics
import Markdown

/// Reads fenced blocks `{name} label` into cells, and keeps the labels they define.
struct DirectiveReader {
  let directives: DirectiveSet
  let parameters: Parameters
  private(set) var scope = Scope()
  private(set) var diagnostics: [Diagnostic] = []

  init(directives: DirectiveSet, parameters: Parameters) {
    self.directives = directives
    self.parameters = parameters
  }

  /// The cell a block stands for; nil if its first line is wrong, which is then reported.
  mutating func cell(_ block: CodeBlock, at range: Range<Int>) -> DirectiveCell? {
    guard let head = head(block), let type = directive(named: head.name) else { return nil }
    if !block.isClosed { return nil }
    if type.labelling == .required, head.label == nil {
      diagnostics.append(
        Diagnostic(
          "label.missing", "'\(type.name)' needs a label by which later cells refer to it",
          at: head.name.range, help: ["for example '{\(type.name)} \(type.name)1'"]))
    }
    // Reading ends, and lets go of its view of the scope, before the scope grows: so no cell copies
    // what all cells before it defined.
    let (cell, source) = read(block, head, as: type, at: range)
    if let kind = cell.directive.definition {
      if let label = head.label {
        scope.define(label.value, as: kind, at: label.range)
      } else if let label = type.implicitLabel {
        scope.define(label, as: kind, at: head.name.range)
      }
    }
    for array in cell.directive.arrays { scope.define(array, from: cell.needs) }
    scope.keep(source)
    return cell
  }

  private mutating func read(
    _ block: CodeBlock, _ head: Head, as type: any Directive.Type, at range: Range<Int>
  ) -> (DirectiveCell, CellSource) {
    let parts = DirectiveParts(block.content, for: type)
    let context = OptionContext(scope: scope, parameters: parameters)
    let entries = entries(of: parts.yaml, for: type, context)
    let label = head.label?.value ?? type.implicitLabel ?? ""
    let options = Options(
      of: "'\(type.name)'", label: label, entries ?? [], content: parts.content,
      at: head.name.range,
      context: context)
    let directive = type.init(options)
    let display = DirectiveCell.Display(options)
    if entries != nil {
      options.reportUnknown()
      diagnostics += context.diagnostics
    }
    let cell = DirectiveCell(
      name: type.name, label: head.label, directive: directive, display: display,
      body: block.content, head: head.name.range, range: range, needs: context.references)
    let source = CellSource(
      type: type, label: label, entries: entries ?? [], content: parts.content,
      head: head.name.range, parameters: parameters, options: options.asked,
      directive: directive, needs: context.references, data: context.data,
      pairings: context.pairings,
      isSound: entries != nil && !context.diagnostics.contains { $0.severity == .error })
    return (cell, source)
  }

  private typealias Head = (name: Located<String>, label: Located<String>?)

  /// Reads `{name} label`.
  private mutating func head(_ block: CodeBlock) -> Head? {
    let text = block.info.text
    let words = text.split(separator: " ", omittingEmptySubsequences: true)
    func located(_ word: Substring) -> Located<String> {
      let start = text.utf8.distance(from: text.startIndex, to: word.startIndex)
      let range = block.info.range(inFile: start..<start + word.utf8.count)
      return Located(value: String(word), range: range)
    }
    guard let first = words.first, first.hasPrefix("{"), first.hasSuffix("}"), first.count > 2
    else {
      let range = block.info.range(inFile: 0..<text.utf8.count)
      diagnostics.append(
        Diagnostic(
          "directive.malformed", "'\(text.shortened)' is not a directive", at: range,
          help: ["write '{name} label', with the braces closed and without blanks in them"]))
      return nil
    }
    let braced = located(first)
    let name = Located(
      value: String(first.dropFirst().dropLast()),
      range: braced.range.lowerBound + 1..<braced.range.upperBound - 1)
    guard words.count > 1 else { return (name, nil) }
    let label = located(words[1])
    check(label)
    if words.count > 2 {
      diagnostics.append(
        Diagnostic(
          "label.extra", "unexpected '\(words[2])' after the label", at: located(words[2]).range,
          help: ["options go into the block, one on each line: 'name: value'"]))
    }
    return (name, label)
  }

  private mutating func check(_ label: Located<String>) {
    let isName =
      label.value.first.map { $0.isLetter || $0 == "_" } == true
      && label.value.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    if !isName {
      diagnostics.append(
        Diagnostic(
          "label.malformed", "'\(label.value.shortened)' cannot be a label", at: label.range,
          help: ["a label begins with a letter and has letters, digits, '-' and '_' only"]))
    }
    if let earlier = scope[label.value] {
      diagnostics.append(
        Diagnostic(
          "label.duplicate", "the label '\(label.value)' is used twice", at: label.range,
          notes: [.init("first used here", at: earlier.range)],
          help: ["give one of the two another name"]))
    }
  }

  private mutating func directive(named name: Located<String>) -> (any Directive.Type)? {
    if let type = directives[name.value] { return type }
    diagnostics.append(
      Diagnostic(
        "directive.unknown", "unknown directive '\(name.value.shortened)'", at: name.range,
        help: NearestName.help(
          for: name.value, in: directives.names, called: "directives", kind: "directive")
          + ["a listing that is only to be shown has no braces: ```\(name.value)"]))
    return nil
  }

  /// The `name: value` lines; nil where the YAML could not be read, which is then reported.
  private mutating func entries(
    of yaml: SourceExcerpt, for type: any Directive.Type, _ context: OptionContext
  ) -> [Setting.Entry]? {
    do throws(DiagnosticList) {
      let setting = try Setting.reading(yaml, parameters: parameters)
      switch setting.content {
      case .mapping(let entries): return entries
      case .nothing: return []
      default:
        diagnostics.append(
          Diagnostic(
            "options.invalid", "expected options 'name: value', found \(setting.words)",
            at: setting.range))
        return nil
      }
    } catch {
      diagnostics += error.diagnostics
      return nil
    }
  }
}
