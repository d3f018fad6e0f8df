import Diagnostics

/// A piece of running text.
public struct Inline: Sendable, Equatable {
  public let kind: Kind
  /// Where it stands, in UTF-8 bytes of the file.
  public let range: Range<Int>

  public enum Kind: Sendable, Equatable {
    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    case emphasis([Inline])
    case strong([Inline])
    case strikethrough([Inline])
    case link(Link)
    case image(Image)
    case footnote(FootnoteReference)
    /// `$…$`, or `$$…$$` within a line.
    case formula(Formula)
    case role(Role)
    case reference(Reference)
    /// Raw HTML, which a page shows as text.
    case html(String)
  }

  public init(_ kind: Kind, at range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

public struct Link: Sendable, Equatable {
  /// As written; `Rendering` makes those inert that a page must not follow.
  public let destination: String
  public let title: String
  public let content: [Inline]
}

public struct Image: Sendable, Equatable {
  public let source: String
  public let title: String
  /// What to show in its place, which is its alternative text without the marks.
  public let description: [Inline]
}

/// `[^note]`, where the document has such a note.
public struct FootnoteReference: Sendable, Equatable {
  public let name: String
  /// The note's number, from 1.
  public let number: Int
  /// Which of the references to the same note this is, from 1.
  public let occurrence: Int
}

/// A piece of TeX, untouched by Markdown.
public struct Formula: Sendable, Equatable {
  /// What stands between the dollars.
  public let tex: SourceExcerpt
  /// Whether it is displayed on a line of its own.
  public let isDisplayed: Bool
  /// The name in `$$ … $$ {#eq-loss}`, here `eq-loss`.
  public let label: SourceExcerpt?
}

/// `` {name}`content` ``: a span of code for a role such as `eval` to work on.
public struct Role: Sendable, Equatable {
  public let name: SourceExcerpt
  public let content: SourceExcerpt
}

/// `@eq-loss`, `@fig-curve`, `@tbl-results`: the number of what bears that label is to stand here.
public struct Reference: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case equation = "eq"
    case figure = "fig"
    case table = "tbl"
  }

  public let kind: Kind
  /// The whole label: `eq-loss`.
  public let label: String
}
