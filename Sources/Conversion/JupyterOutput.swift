/// What a code cell shows.
public enum JupyterOutput: Sendable, Equatable, Encodable {
  /// The same thing by media type; a reader shows the richest it can.
  case display([String: String])
  case error(name: String, message: String, trace: [String])
  case stream(String)

  private enum CodingKeys: String, CodingKey {
    case type = "output_type"
    case name, text, data, metadata, ename, evalue, traceback
  }

  private enum NoKeys: CodingKey {}

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .display(let data):
      try container.encode("display_data", forKey: .type)
      try container.encode(data.mapValues(MultilineText.init), forKey: .data)
      _ = container.nestedContainer(keyedBy: NoKeys.self, forKey: .metadata)
    case .error(let name, let message, let trace):
      try container.encode("error", forKey: .type)
      try container.encode(name, forKey: .ename)
      try container.encode(message, forKey: .evalue)
      try container.encode(trace, forKey: .traceback)
    case .stream(let text):
      try container.encode("stream", forKey: .type)
      try container.encode("stderr", forKey: .name)
      try container.encode(MultilineText(text), forKey: .text)
    }
  }
}
