import Files

/// How much one file may take in memory once it is unpacked.
public struct ReadLimit: Sendable, Equatable {
  public let bytes: Int

  public init(bytes: Int) { self.bytes = bytes }

  /// Two gigabytes, or what GRADBOOK_DATA_LIMIT says.
  public static let standard = ReadLimit(bytes: EnvironmentLimit.data.bytes)

  /// How a limit that is the standard one is raised.
  var help: [String] { self == .standard ? [EnvironmentLimit.data.help] : [] }

  /// A picture of 8,000 × 8,000 pixels; a telephone's camera makes 12 to 50 million.
  static let pixels = 64_000_000

  func refusal(of bytes: Int) -> DatasetError {
    DatasetError(.tooLarge, "\(bytes) bytes are more than the limit of \(self.bytes)", help: help)
  }
}
