/// Why a file could not be fetched.
public struct DownloadError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What went wrong at one address.
  public enum Reason: Sendable, Equatable, CustomStringConvertible {
    /// An answer that is neither 200 nor 206, such as 404.
    case status(Int)
    /// No connection, or one that broke; with the library's own words and the bytes that are kept.
    case connection(String, received: Int)
    /// More bytes than the file has.
    case tooLong(expected: Int)
    case wrongHash(expected: String, found: String)

    public var description: String {
      switch self {
      case .status(let code): "the server answered \(code)"
      case .connection(let words, let received): "\(words) after \(received) bytes"
      case .tooLong(let expected): "more than the \(expected) bytes it should have"
      case .wrongHash(let expected, let found): "its SHA-256 is \(found), not \(expected)"
      }
    }
  }

  public struct Attempt: Sendable, Equatable {
    public let address: String
    public let reason: Reason
  }

  /// `cannot fetch 'NAME'`, and why if it is not for an address.
  public let message: String
  /// Every address that was tried, in order.
  public let attempts: [Attempt]
  public let help: [String]

  init(_ message: String, attempts: [Attempt] = [], help: [String] = []) {
    self.message = message
    self.attempts = attempts
    self.help = help
  }

  public var description: String {
    ([message] + attempts.map { "\($0.address): \($0.reason)" }).joined(separator: "\n  ")
  }
}
