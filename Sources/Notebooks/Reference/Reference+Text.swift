extension Reference {
  /// What is known of a name, for a terminal: entries, else options; nil if nothing bears it.
  public func text(on name: String) -> String? {
    let entries = entries(named: name)
    if !entries.isEmpty {
      return entries.map { "\($0.entry.text(as: $0.section.kind))" }.joined(separator: "\n\n")
    }
    let options = options(named: name)
    guard !options.isEmpty else { return nil }
    var seen: [(owners: [String], option: OptionDescription)] = []
    for (entry, option) in options {
      if let index = seen.firstIndex(where: { $0.option == option }) {
        if !seen[index].owners.contains(entry.name) { seen[index].owners.append(entry.name) }
      } else {
        seen.append(([entry.name], option))
      }
    }
    return seen.map { owners, option in
      "\(name), an option of \(owners.joined(separator: ", "))\n" + option.lines(named: name)
    }.joined(separator: "\n\n")
  }
}

extension Reference.Entry {
  fileprivate func text(as kind: String) -> String {
    var lines = ["\(usage)  (\(kind))"]
    if !summary.isEmpty { lines.append(summary) }
    if let formula { lines.append(formula) }
    if let source { lines.append("published: \(source)") }
    for (path, option) in options.withParts {
      lines += ["", option.lines(named: path.joined(separator: "."))]
    }
    if let example { lines += ["", "Example:", "", example] }
    return lines.joined(separator: "\n")
  }
}

extension OptionDescription {
  /// What an editor shows of it beside its name.
  public var summary: String {
    let standard = isRequired ? "required" : self.standard.map { "default: \($0)" } ?? "optional"
    return "\(type); \(standard)"
  }

  fileprivate func lines(named name: String) -> String {
    "  \(name): \(summary)\n      \(help)"
  }
}
