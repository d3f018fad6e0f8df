extension Reference {
  /// What is known of a name, for a terminal: entries, else options; nil if nothing bears it.
  public func text(on name: String) -> String? {
    let entries = entries(named: name)
    if !entries.isEmpty {
      let texts = entries.map { "\($0.entry.text(as: $0.section.kind))" }
      return (texts + [text(onUsual: name)].compactMap(\.self)).joined(separator: "\n\n")
    }
    let options = options(named: name)
    guard !options.isEmpty else { return text(onUsual: name) }
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

extension Reference {
  /// What a name from elsewhere is called here, and what is known of that.
  private func text(onUsual name: String) -> String? {
    guard let usual = UsualName.named(name) else { return nil }
    let entry = usual.here.flatMap { here in
      section(of: usual.kind)?.entries.first { $0.name == here }
    }
    return ([usual.words(for: name)] + [entry?.text(as: usual.kind)].compactMap(\.self))
      .joined(separator: "\n\n")
  }
}

extension Reference.Entry {
  fileprivate func text(as kind: String) -> String {
    var lines = ["\(usage)  (\(kind))"]
    if !summary.isEmpty { lines.append(summary) }
    for detail in details { lines += ["", detail] }
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
