import Diagnostics

/// A YAML value as written: what it is and where it stands in the file.
public struct Setting: Sendable {
  public indirect enum Content: Sendable {
    /// A plain or quoted text; only a plain one may be read as a number or a truth value.
    case text(String, quoted: Bool)
    case list([Setting])
    case mapping([Entry])
    case nothing
  }

  /// One `key: value`.
  public struct Entry: Sendable {
    public let key: String
    public let keyRange: Range<Int>
    public let value: Setting
  }

  public let content: Content
  /// UTF-8 offsets in the file.
  public let range: Range<Int>

  public init(_ content: Content, at range: Range<Int>) {
    self.content = content
    self.range = range
  }

  /// What kind of value this is, in the words of an error message.
  var words: String {
    switch content {
    case .text(let text, quoted: true): "the text \"\(text.shortened)\""
    case .text(let text, quoted: false): "'\(text.shortened)'"
    case .list(let items): items.isEmpty ? "an empty list" : "a list"
    case .mapping: "a mapping"
    case .nothing: "nothing"
    }
  }
}

extension String {
  /// At most forty characters, for quoting in a message.
  var shortened: String { count > 40 ? prefix(39) + "…" : self }
}
