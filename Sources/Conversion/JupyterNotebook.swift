import Foundation

/// A Jupyter notebook, as nbformat 4 stores it.
///
/// What is written is version 4.5; every version 4 is read. Of a notebook's own metadata only what a
/// lesson needs is kept: the language of its code, and what Gradbook itself wrote.
public struct JupyterNotebook: Sendable, Equatable {
  public var cells: [JupyterCell]
  /// The language of the code cells, such as `python`.
  public var language: String?
  /// What is needed to have the lesson again to the byte; nil if the notebook never was a lesson.
  public var origin: Origin?

  /// What a lesson's text has besides its cells.
  public struct Origin: Sendable, Equatable, Codable {
    /// Blank lines at the beginning.
    var before: String?
    /// How lines end, where that is not a line feed.
    var newline: String?
  }

  public init(cells: [JupyterCell], language: String? = nil, origin: Origin? = nil) {
    self.cells = cells
    self.language = language
    self.origin = origin
  }
}

extension JupyterNotebook: Codable {
  private enum CodingKeys: String, CodingKey {
    case cells, metadata
    case major = "nbformat"
    case minor = "nbformat_minor"
  }

  private enum MetadataKeys: String, CodingKey {
    case gradbook, kernelspec
    case languageInfo = "language_info"
  }

  /// What highlighters and exporters go by.
  private struct LanguageInfo: Codable {
    let name: String
    var fileEnding: String?
    var mediaType: String?
    var lexer: String?

    /// Cells of a lesson are Markdown with YAML in it.
    static let gradbook = LanguageInfo(
      name: "gradbook", fileEnding: ".md", mediaType: "text/markdown", lexer: "md")

    private enum CodingKeys: String, CodingKey {
      case name
      case fileEnding = "file_extension"
      case mediaType = "mimetype"
      case lexer = "pygments_lexer"
    }
  }

  private struct Kernel: Decodable {
    let language: String?
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    cells = try container.decode([JupyterCell].self, forKey: .cells)
    let metadata = try? container.nestedContainer(keyedBy: MetadataKeys.self, forKey: .metadata)
    let info = try? metadata?.decode(LanguageInfo.self, forKey: .languageInfo)
    let kernel = try? metadata?.decode(Kernel.self, forKey: .kernelspec)
    language = info?.name ?? kernel?.language
    origin = try? metadata?.decode(Origin.self, forKey: .gradbook)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(cells, forKey: .cells)
    try container.encode(4, forKey: .major)
    try container.encode(5, forKey: .minor)
    var metadata = container.nestedContainer(keyedBy: MetadataKeys.self, forKey: .metadata)
    try metadata.encode(LanguageInfo.gradbook, forKey: .languageInfo)
    try metadata.encodeIfPresent(origin, forKey: .gradbook)
  }
}

extension JupyterNotebook {
  /// The notebook as a file.
  public var json: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return try encoder.encode(self) + Data("\n".utf8)
    }
  }
}
