extension Reference {
  /// All names for a terminal, each with one line of what it is.
  public var list: String {
    (sections.map(\.list) + [optionList]).joined(separator: "\n\n")
      + "\n\n'gradbook reference NAME' prints what there is to know of one."
  }

  /// Every option once, with what has it.
  private var optionList: String {
    var rows: [(name: String, owners: [String], help: String)] = []
    for entry in sections.flatMap(\.entries) {
      for (path, option) in entry.options.withParts {
        guard let name = path.last else { continue }
        guard let index = rows.firstIndex(where: { $0.name == name }) else {
          rows.append((name, [entry.name], option.help))
          continue
        }
        if !rows[index].owners.contains(entry.name) { rows[index].owners.append(entry.name) }
      }
    }
    rows.sort { $0.name < $1.name }
    return "Options\n\n"
      + lines(rows.map { ($0.name, "\($0.help) (\($0.owners.joined(separator: ", ")))") })
  }
}

extension Reference.Section {
  fileprivate var list: String {
    "\(title)\n\n"
      + lines(
        entries.map { entry in
          let words = [entry.summary, entry.formula ?? "", entry.source ?? ""]
          return (entry.usage, words.first { !$0.isEmpty } ?? "")
        })
  }
}

/// `  accuracy(network, data)  the share that is right`, the words of all below each other.
private func lines(_ rows: [(name: String, words: String)]) -> String {
  let widest = 24
  let width = min(widest, rows.map(\.name.count).max() ?? 0)
  return rows.map { name, words in
    guard !words.isEmpty else { return "  " + name }
    let padding = String(repeating: " ", count: max(0, width - name.count))
    return "  \(name)\(padding)  \(words.replacing("\n", with: " "))"
  }.joined(separator: "\n")
}
