import Markup
import Notebooks
import Plots

/// The page that leads to all lessons of a folder.
public struct Index: Sendable {
  /// What the index says of one lesson.
  public struct Entry: Sendable, Equatable {
    /// The file's name beside the index.
    let page: String
    let summary: LessonSummary

    /// Whether the lesson has changed since, and can no longer be run.
    let isStale: Bool

    public init(page: String, summary: LessonSummary, isStale: Bool = false) {
      self.page = page
      self.summary = summary
      self.isStale = isStale
    }

    /// The same of a lesson that can no longer be run.
    public var stale: Entry { Entry(page: page, summary: summary, isStale: true) }
  }

  let entries: [Entry]

  public init(_ entries: [Entry]) { self.entries = entries }

  /// The model that the template fills in.
  func page(stylesheet: HTML) -> IndexPage {
    let words = Words.english
    return IndexPage(
      title: words.lessons,
      lessons: entries.enumerated().map { number, entry in
        let lesson = entry.summary
        let picture = Thumbnail(lesson.title, values: lesson.curve.values)
        return IndexPage.Lesson(
          page: entry.page.asFileAddress, title: lesson.title, subtitle: lesson.subtitle,
          language: lesson.language, facts: lesson.facts,
          picture: picture.values.count > 1 ? HTML(picture.node(id: "curve-\(number + 1)")) : nil,
          failure: entry.isStale
            ? words.lessonStale : lesson.succeeded ? nil : words.lessonFailed)
      }, stylesheet: stylesheet)
  }
}

/// The index as strings, each under the name by which the template refers to it.
struct IndexPage {
  struct Lesson {
    /// Its address.
    let page: String
    let title: String
    let subtitle: String?
    let language: String
    let facts: [String]
    let picture: HTML?
    let failure: String?
  }

  let title: String
  let lessons: [Lesson]
  let stylesheet: HTML
}
