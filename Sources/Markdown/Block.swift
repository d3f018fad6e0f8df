import Diagnostics

/// A block of a document: a paragraph, a heading, a list, a fenced listing.
public struct Block: Sendable, Equatable {
  public let kind: Kind
  /// Where it stands, in UTF-8 bytes of the file.
  public let range: Range<Int>

  public enum Kind: Sendable, Equatable {
    case paragraph([Inline])
    case heading(Heading)
    case quote([Block])
    case list(List)
    case code(CodeBlock)
    /// A displayed formula that stands by itself: `$$ … $$` or a fenced block `math`.
    case formula(Formula)
    case table(Table)
    case thematicBreak
    /// Raw HTML, which a page shows as text.
    case html(String)
  }

  public init(_ kind: Kind, at range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// A heading with an identifier that no other heading of the document has.
public struct Heading: Sendable, Equatable {
  /// From 1 to 6.
  public let level: Int
  public let content: [Inline]
  /// Made from the text: `## Der Gradient` has `der-gradient`, a second one `der-gradient-1`.
  public let id: String
}

/// A bullet list or a numbered one.
public struct List: Sendable, Equatable {
  public struct Item: Sendable, Equatable {
    public let blocks: [Block]
    public let range: Range<Int>
    /// Whether the box of a task is ticked; nil if the item is no task.
    public let isDone: Bool?
  }

  /// The number of the first item; nil for a bullet list.
  public let start: Int?
  /// Whether the paragraphs of its items are shown without space between them.
  public let isTight: Bool
  public let items: [Item]
}

/// A fenced or indented block of code, with the way back from its bytes to the file's.
public struct CodeBlock: Sendable, Equatable {
  /// What stands after the opening fence, trimmed, as written; empty for an indented block.
  public let info: SourceExcerpt
  /// The lines between the fences, without the indentation of the containers they stand in.
  public let content: SourceExcerpt
  /// Whether it stands between fences rather than being indented.
  public let isFenced: Bool
  /// Whether the closing fence is there; an indented block needs none.
  public let isClosed: Bool

  /// The first word of the info string with escapes resolved, which names the language.
  public let language: String
}

/// A table; every row has as many cells as the header.
public struct Table: Sendable, Equatable {
  public enum Alignment: String, Sendable {
    case left, center, right
  }

  public struct Cell: Sendable, Equatable {
    public let content: [Inline]
    public let range: Range<Int>
  }

  public struct Row: Sendable, Equatable {
    public let cells: [Cell]
    public let range: Range<Int>
  }

  /// One per column; nil where none is given.
  public let alignments: [Alignment?]
  public let header: Row
  public let rows: [Row]
}

/// A footnote, in the order of the first reference to each.
public struct Footnote: Sendable, Equatable {
  /// The name it has in the text: `note` in `[^note]`.
  public let name: String
  /// From 1, in the order of first reference.
  public let number: Int
  /// How often the text refers to it.
  public let referenceCount: Int
  public let blocks: [Block]
  public let range: Range<Int>
}
