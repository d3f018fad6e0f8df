import Markup
import Notebooks
import Plots

/// The page that leads to all lessons of a folder.
public struct Index: Sendable {
  /// What the index says of one lesson.
  public struct Entry: Sendable {
    public let page: String
    public let title: String
    public let subtitle: String?
    public let language: String
    let facts: [String]
    let succeeded: Bool
    let thumbnail: [Double]

    /// - Parameters:
    ///   - page: the file's name beside the index.
    ///   - seconds: how long the lesson took.
    public init(of run: Run, page: String, seconds: Double) {
      let words = Words.of(run.notebook.frontMatter.language)
      self.page = page
      title = run.notebook.title
      subtitle = run.notebook.frontMatter.subtitle
      language = run.notebook.frontMatter.language
      facts = words.summary(of: run) + ["\(seconds.significant(2)) s"]
      succeeded = run.succeeded
      thumbnail = run.firstLossCurve
    }
  }

  let entries: [Entry]

  public init(_ entries: [Entry]) { self.entries = entries }

  /// The model that the template fills in.
  func page(stylesheet: String) -> IndexPage {
    let words = Words.english
    return IndexPage(
      title: words.lessons,
      lessons: entries.enumerated().map { number, entry in
        let picture = Thumbnail(entry.title, values: entry.thumbnail)
        return IndexPage.Lesson(
          page: entry.page, title: entry.title, subtitle: entry.subtitle,
          language: entry.language, facts: entry.facts,
          picture: entry.thumbnail.count > 1 ? picture.node(id: "curve-\(number + 1)").html : nil,
          failure: entry.succeeded ? nil : words.lessonFailed)
      }, stylesheet: stylesheet)
  }
}

/// The index as strings, each under the name by which the template refers to it.
struct IndexPage {
  struct Lesson {
    let page: String
    let title: String
    let subtitle: String?
    let language: String
    let facts: [String]
    let picture: String?
    let failure: String?
  }

  let title: String
  let lessons: [Lesson]
  let stylesheet: String
}

extension Words {
  /// How much of a lesson was checked, in a few phrases.
  func summary(of run: Run) -> [String] {
    let counts = run.counts
    let steps = run.verifiedSteps
    return [
      steps.verified > 0 ? stepsVerified(steps.verified, steps.claimed) : nil,
      run.errata > 0 ? errataShown(run.errata) : nil,
      counts.held > 0 ? expectationsHeld(counts.held, counts.held + counts.failed) : nil,
      counts.notChecked > 0 ? expectationsOpen(counts.notChecked) : nil,
    ].compactMap(\.self)
  }
}
