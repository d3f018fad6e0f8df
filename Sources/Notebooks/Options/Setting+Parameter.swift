import Diagnostics

extension Setting {
  /// What to do where a parameter is written as elsewhere: `$steps`, `{{steps}}`, `{steps}`,
  /// `params.steps`; nil if this looks like none.
  func parameterHelp(_ parameters: Parameters) -> String? {
    guard let name = parameterLike else { return nil }
    if parameters[name] != nil { return "did you mean '${\(name)}'?" }
    // In braces stands a mapping as well, which may have been meant.
    guard case .text = content else { return nil }
    if let near = NearestName.nearest(to: name, in: parameters.names) {
      return "did you mean '${\(near)}'?"
    }
    return "a parameter is written '${\(name)}' and declared in the front matter: "
      + "'params: {\(name): …}'"
  }

  /// The name in what looks like a parameter of another program.
  private var parameterLike: String? {
    switch content {
    case .text(let text, _):
      for (prefix, suffix) in [("$(", ")"), ("{{", "}}"), ("%", "%"), ("params.", ""), ("$", "")]
      where text.hasPrefix(prefix) && text.hasSuffix(suffix) {
        let name = text.dropFirst(prefix.count).dropLast(suffix.count).filter { $0 != " " }
        if !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || "_-".contains($0) }) {
          return name
        }
      }
      return nil
    case .mapping(let entries):
      guard entries.count == 1, let entry = entries.first, case .nothing = entry.value.content
      else { return nil }
      return entry.key
    case .list, .nothing: return nil
    }
  }
}
