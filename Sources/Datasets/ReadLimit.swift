import Glibc

/// How much one file may take in memory once it is unpacked.
public struct ReadLimit: Sendable, Equatable {
  public let bytes: Int

  public init(bytes: Int) { self.bytes = bytes }

  /// Two gigabytes, or what `$GRADBOOK_DATA_LIMIT` says in megabytes: MNIST is 47 MB, its CSV form 110 MB.
  public static let standard = ReadLimit(bytes: limitOfEnvironment ?? 2 << 30)

  private static var limitOfEnvironment: Int? {
    getenv("GRADBOOK_DATA_LIMIT").flatMap { Int(String(cString: $0)) }
      .flatMap { (1...1_000_000).contains($0) ? $0 << 20 : nil }
  }

  /// How a limit that is the standard one is raised.
  var help: [String] {
    self == .standard ? ["raise the limit, in megabytes: GRADBOOK_DATA_LIMIT=8192"] : []
  }

  /// A picture of 8,000 × 8,000 pixels; a telephone's camera makes 12 to 50 million.
  static let pixels = 64_000_000

  func refusal(of bytes: Int) -> DatasetError {
    DatasetError(.tooLarge, "\(bytes) bytes are more than the limit of \(self.bytes)", help: help)
  }
}
