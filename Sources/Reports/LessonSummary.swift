import Notebooks

/// What a page says of its lesson in few words, for an index to take from it.
///
/// There is no time in it: the same lesson gives the same page and the same index, whoever runs it.
public struct LessonSummary: Sendable, Equatable, Codable {
  let title: String
  let subtitle: String?
  let language: String
  let facts: [String]
  let succeeded: Bool
  let curve: LossCurve

  public init(of run: Run) {
    let front = run.notebook.frontMatter
    title = run.notebook.title
    subtitle = front.subtitle
    language = front.language
    facts = Words.of(front.language).summary(of: run)
    succeeded = run.succeeded
    curve = run.firstLossCurve
  }
}

extension Words {
  /// How long a lesson takes to read and how much of it was checked, in a few phrases.
  func summary(of run: Run) -> [String] {
    let counts = run.counts
    let steps = run.verifiedSteps
    let facts: [String?] = [
      readingTime(ReadingTime(of: run.notebook).minutes),
      steps.verified > 0 ? stepsVerified(steps.verified, steps.claimed) : nil,
      run.errata > 0 ? errataShown(run.errata) : nil,
      counts.held > 0 ? expectationsHeld(counts.held, counts.held + counts.failed) : nil,
      counts.notChecked > 0 ? expectationsOpen(counts.notChecked) : nil,
    ]
    return facts.compactMap(\.self)
  }
}
