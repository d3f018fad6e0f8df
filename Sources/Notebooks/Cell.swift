import Diagnostics
import Markdown

/// A part of a notebook: prose, or a directive to run.
public enum Cell: Sendable {
  case prose([Markdown.Block])
  case directive(DirectiveCell)
}

/// A fenced block `{name} label`, read and checked.
public struct DirectiveCell: Sendable {
  public let name: String
  public let label: Located<String>?
  public let directive: any Directive
  public let display: Display
  /// The body as written.
  public let body: SourceExcerpt
  /// The name between the braces.
  public let head: Range<Int>
  /// The whole block.
  public let range: Range<Int>
  /// The labels its options refer to; if one of them failed, this cell is skipped.
  public let needs: [String]

  /// What every directive may say about how its cell is shown.
  public struct Display: Sendable {
    public enum Echo: String, Sendable, CaseIterable {
      case shown = "true"
      case hidden = "false"
      case folded
    }

    public let caption: String?
    /// What a picture shows, for those who cannot see it.
    public let alternative: String?
    public let echo: Echo
    /// Whether the cell shows anything at all.
    public let isIncluded: Bool

    init(_ options: Options) {
      caption = options.optional("caption", .text, "a sentence below the table or picture")
      alternative = options.optional("alt", .text, "what the picture shows, in words")
      echo = options.value(
        "echo", .choice("echo"), default: .folded, shown: "folded",
        "whether to show the cell's source: true, false or folded")
      isIncluded = options.value(
        "include", .flag, default: true, "false: run the cell and show nothing")
      if let caption { Self.refuseReferences(in: caption, options) }
    }

    /// A caption is plain text, so a reference in it would stand there as it was written.
    private static func refuseReferences(in caption: String, _ options: Options) {
      guard let found = caption.firstMatch(of: /(?:^|[\s(\[])(@(?:eq|fig|tbl)-[A-Za-z0-9_-]+)/)
      else {
        return
      }
      options.report(
        Diagnostic(
          "caption.reference", "a caption is plain text, '\(found.1)' would be shown as it is",
          at: options.place(of: "caption"),
          help: ["refer to it in the prose beside the cell, or say what it is called"]))
    }
  }
}
