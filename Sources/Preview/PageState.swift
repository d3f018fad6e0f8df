import Foundation

/// What a reader's browser is told of a page: enough to catch up at any time, so that an event that
/// was missed is no loss.
struct PageState: Sendable, Equatable, Codable {
  /// Names the page's content; a browser that shows another loads the page again.
  var version: String
  /// What to show over the page, as plain text.
  var problem: String?
  /// Whether it is being made anew.
  var isRunning: Bool

  /// A server-sent event. JSON has no bare line end, which would end the event's data.
  var event: Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = (try? encoder.encode(self)) ?? Data("{}".utf8)
    return Data("data: ".utf8) + json + Data("\n\n".utf8)
  }
}
