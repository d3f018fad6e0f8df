import ArgumentParser

/// One of several machines' parts of the lessons: `2/3` is the second of three.
struct Shard: ExpressibleByArgument, CustomStringConvertible {
  private let number: Int
  private let count: Int

  /// More machines than this have no lesson each.
  private static let most = 10_000

  var description: String { "\(number)/\(count)" }

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]),
      (1...Self.most).contains(count), (1...count).contains(number)
    else { return nil }
    self.number = number
    self.count = count
  }

  /// Every `count`-th lesson, so that neighbours, which are often alike in length, are spread.
  func part(of paths: [String]) -> [String] {
    paths.enumerated().filter { $0.offset % count == number - 1 }.map(\.element)
  }
}
