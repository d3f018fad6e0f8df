/// A cell of a Jupyter notebook.
public struct JupyterCell: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case markdown
    case code
    /// Passed through by every tool; front matter stands in one.
    case raw
  }

  public let kind: Kind
  /// Unique in its notebook; notebooks before version 4.5 have none.
  public var id: String?
  public var source: String
  public var origin: Origin?
  public var outputs: [JupyterOutput] = []
  /// Nil if the cell has not been run.
  public var executionCount: Int?
  /// Pictures by name, each as a file in base64 by its media type.
  public var attachments: [String: [String: String]] = [:]
  /// The media type of a raw cell, by which exporters decide whether to show it.
  public var format: String?
  /// How many outputs a notebook that was read has; they are not kept.
  public private(set) var droppedOutputs = 0

  /// What the way back to the lesson needs to know.
  public struct Origin: Sendable, Equatable, Codable {
    /// The directive that the source is, fences included.
    var directive: String?
    /// What follows the cell, where that is not one blank line (or the end of the last line).
    var after: String?
    /// The cell that follows it; if another one does by now, `after` is out of date.
    var next: String?
  }

  public init(_ kind: Kind, id: String?, source: String) {
    self.kind = kind
    self.id = id
    self.source = source
  }
}

extension JupyterCell: Codable {
  private enum CodingKeys: String, CodingKey {
    case kind = "cell_type"
    case executionCount = "execution_count"
    case attachments, id, metadata, outputs, source
  }

  private enum MetadataKeys: String, CodingKey {
    case gradbook, format
    case mediaType = "raw_mimetype"
  }

  private struct Ignored: Decodable {}

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let name = try container.decode(String.self, forKey: .kind)
    guard let kind = Kind(rawValue: name) else {
      throw DecodingError.dataCorruptedError(
        forKey: .kind, in: container,
        debugDescription: "expected 'markdown', 'code' or 'raw', found '\(name.prefix(40))'")
    }
    self.kind = kind
    source = try container.decode(MultilineText.self, forKey: .source).text
    id = try? container.decode(String.self, forKey: .id)
    let metadata = try? container.nestedContainer(keyedBy: MetadataKeys.self, forKey: .metadata)
    origin = try? metadata?.decode(Origin.self, forKey: .gradbook)
    format =
      (try? metadata?.decode(String.self, forKey: .mediaType))
      ?? (try? metadata?.decode(String.self, forKey: .format))
    if kind == .code {
      droppedOutputs = try container.decodeIfPresent([Ignored].self, forKey: .outputs)?.count ?? 0
    }
    let files = try container.decodeIfPresent(
      [String: [String: MultilineText]].self, forKey: .attachments)
    attachments = (files ?? [:]).mapValues { $0.mapValues(\.text) }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind.rawValue, forKey: .kind)
    try container.encodeIfPresent(id, forKey: .id)
    try container.encode(MultilineText(source), forKey: .source)
    var metadata = container.nestedContainer(keyedBy: MetadataKeys.self, forKey: .metadata)
    try metadata.encodeIfPresent(origin, forKey: .gradbook)
    if kind == .raw {
      try metadata.encodeIfPresent(format, forKey: .format)
      try metadata.encodeIfPresent(format, forKey: .mediaType)
    }
    if kind == .code {
      try container.encode(outputs, forKey: .outputs)
      try container.encode(executionCount, forKey: .executionCount)
    }
  }
}
