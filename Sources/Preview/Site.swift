import Foundation

/// Answers requests out of the store.
struct Site: Sendable {
  let pages: PageStore
  /// The page at `/`.
  let root: String
  let hosts: HostCheck

  func answer(to request: RequestHead) async -> Answer {
    guard hosts.allows(request.host) else {
      return Answer(.misdirected, "This preview is at http://localhost:\(hosts.port)/.")
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      return Answer(
        .methodNotAllowed, "A preview can be read, nothing else.", headers: [("Allow", "GET, HEAD")]
      )
    }
    switch Resource(target: request.target) {
    case .script?:
      return Answer(.data(Data(Script.text.utf8), type: "text/javascript; charset=utf-8"))
    case .page(let name)?:
      guard let html = await pages.html(of: name.isEmpty ? root : name) else { return Self.nothing }
      return Answer(.data(html, type: "text/html; charset=utf-8"))
    case .events(let name)?:
      let name = name.isEmpty ? root : name
      guard await pages.html(of: name) != nil else { return Self.nothing }
      // Whoever asks for the head alone is told no events.
      if request.method == "HEAD" { return Answer(.events(AsyncStream { $0.finish() })) }
      guard let states = await pages.states(of: name) else {
        return Answer(.unavailable, "Too many pages follow this preview. Close some.")
      }
      return Answer(.events(states))
    case nil: return Self.nothing
    }
  }

  private static let nothing = Answer(.notFound, "No page of this preview has that name.")
}
