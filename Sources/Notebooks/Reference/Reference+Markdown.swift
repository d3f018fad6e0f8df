extension Reference {
  /// The whole of it as a lesson, which goes the way of every lesson to its page.
  public var lesson: String {
    let words = """
      ---
      title: Reference
      subtitle: Every directive, option and function of a lesson, from their own declarations.
      ---

      An option that stands within another is written with a dot: `layers.units` is `units` in each of
      `layers`.
      """
    return ([words] + sections.map(\.markdown)).joined(separator: "\n\n") + "\n"
  }
}

extension Reference.Section {
  /// Entries with options have a heading each; plain ones are the rows of one table.
  fileprivate var markdown: String {
    let head = "## \(title)\n\n\(introduction)"
    if entries.contains(where: { !$0.options.isEmpty || !$0.details.isEmpty || $0.example != nil })
    {
      return ([head] + entries.map(\.markdown)).joined(separator: "\n\n")
    }
    if entries.allSatisfy({ $0.summary.isEmpty && $0.formula == nil }) {
      return "\(head)\n\n" + entries.map { "`\($0.usage)`" }.joined(separator: ", ")
    }
    let hasSources = entries.contains { $0.source != nil }
    let rows = entries.map { entry in
      [
        "`\(entry.usage)`", entry.formula.map { "$\($0.tableCell)$" } ?? entry.summary.escaped,
      ] + (hasSources ? [(entry.source ?? "").escaped] : [])
    }
    return head + "\n\n"
      + table(["Name", "Meaning"] + (hasSources ? ["Published"] : []), rows: rows)
  }
}

extension Reference.Entry {
  fileprivate var markdown: String {
    var parts = ["### \(name.escaped)"]
    if usage != name { parts.append("`\(usage)`") }
    if !summary.isEmpty { parts.append(summary.escaped) }
    parts += details.map(\.escaped)
    if let formula { parts.append("$$\n\(formula)\n$$") }
    if let source { parts.append("Published: \(source.escaped)") }
    if !options.isEmpty {
      let rows = options.withParts.map { path, option in
        [
          "`\(path.joined(separator: "."))`", option.type.escaped,
          option.isRequired ? "required" : option.standard?.escaped ?? "–", option.help.escaped,
        ]
      }
      parts.append(table(["Option", "Value", "Default", "Meaning"], rows: rows))
    }
    if let example { parts.append("````markdown\n\(example)\n````") }
    return parts.joined(separator: "\n\n")
  }
}

private func table(_ head: [String], rows: [[String]]) -> String {
  let lines = [head, head.map { _ in "---" }] + rows
  return lines.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
}

extension String {
  /// This text as Markdown that shows it sign by sign.
  fileprivate var escaped: String {
    reduce(into: "") { result, character in
      if #"\`*_{}[]<>#|$@~^&!"#.contains(character) { result.append("\\") }
      result.append(character)
    }
  }

  /// TeX with its bars written so that they do not end a cell of a table.
  fileprivate var tableCell: String { replacing("|", with: #"\vert "#) }
}
