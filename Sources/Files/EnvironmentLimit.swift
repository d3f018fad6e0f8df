import Glibc

/// A limit in megabytes that a variable of the environment sets: what is to be borne is the reader's to
/// say, and what he said is not passed over.
public struct EnvironmentLimit: Sendable {
  public let variable: String
  /// Where the variable says nothing.
  public let standard: Int

  /// How large a page may be: more than any browser shows with pleasure.
  public static let page = EnvironmentLimit(variable: "GRADBOOK_PAGE_LIMIT", standard: 64)
  /// How much memory one file of data may take: MNIST takes 47, its CSV form 110.
  public static let data = EnvironmentLimit(variable: "GRADBOOK_DATA_LIMIT", standard: 2048)

  public var megabytes: Int { text.flatMap(Self.number) ?? standard }
  public var bytes: Int { megabytes << 20 }

  /// How to raise it.
  public var help: String {
    "raise the limit, in megabytes: \(variable)=\(min(4 * megabytes, Self.most))"
  }

  private static let most = 1_000_000

  private var text: String? { getenv(variable).map { String(cString: $0) } }

  private static func number(_ text: String) -> Int? {
    Int(text).flatMap { (1...most).contains($0) ? $0 : nil }
  }

  /// What is to be said of variables that hold no such number.
  public static var warnings: [String] {
    [page, data].compactMap { limit in
      guard let text = limit.text, number(text) == nil else { return nil }
      let shown = FolderListing.shown(text.utf8.filter { $0 >= 0x20 && $0 != 0x7F })
      return "warning: \(limit.variable) is '\(shown)', expected a number of megabytes from 1 to "
        + "\(most); \(limit.standard) is taken"
    }
  }
}
