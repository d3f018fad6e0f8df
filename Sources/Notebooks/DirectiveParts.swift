import Diagnostics

/// The options of a directive's body and the content after them.
struct DirectiveParts {
  let yaml: SourceExcerpt
  let content: SourceExcerpt?
  /// Whether a line `---` stands between the two.
  let isParted: Bool

  /// Parts a body at its first line `---`; without one, a directive that takes content has nothing
  /// else, and any other one has options only.
  init(_ body: SourceExcerpt, for type: any Directive.Type) {
    guard case .content = type.content else {
      (yaml, content, isParted) = (body, nil, false)
      return
    }
    var start = 0
    for line in body.text.split(separator: "\n", omittingEmptySubsequences: false) {
      let end = start + line.utf8.count
      if line.drop(while: { $0 == " " }).hasPrefix("---"), line.allSatisfy({ " -".contains($0) }) {
        let count = body.text.utf8.count
        yaml = body.excerpt(0..<start)
        content = body.excerpt(min(end + 1, count)..<count)
        isParted = true
        return
      }
      start = end + 1
    }
    (yaml, content, isParted) = (body.excerpt(0..<0), body, false)
  }
}
