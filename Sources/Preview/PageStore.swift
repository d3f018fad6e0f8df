import Foundation

/// The pages of a preview as they are now, and the readers who want to hear when one changes.
actor PageStore {
  private struct Entry {
    var html: Data
    var state: PageState

    /// A page that is not made yet.
    static let awaited = Entry(
      html: Data(Decoration.placeholder.utf8),
      state: PageState(version: Decoration.placeholderVersion, problem: nil, isRunning: false))
  }

  private struct Reader {
    let page: String
    let states: AsyncStream<PageState>.Continuation
  }

  private let limit: Int
  private var pages: [String: Entry] = [:]
  private var readers: [Reader] = []

  /// - Parameter limit: how many streams of events may be open.
  init(limit: Int) { self.limit = limit }

  /// Takes what is new of a page. Where nothing was made, the last good page stays under the problem.
  func publish(_ news: PageNews) {
    switch news {
    case .begun(let name): update(name) { $0.state.isRunning = true }
    case .made(let page):
      update(page.name) { entry in
        if let html = page.html {
          entry.state.version = ContentDigest(html.utf8).description
          entry.html = Data(Decoration.decorated(html, version: entry.state.version).utf8)
        }
        entry.state.problem = page.problem
        entry.state.isRunning = false
      }
    }
  }

  private func update(_ name: String, _ change: (inout Entry) -> Void) {
    let old = pages[name] ?? .awaited
    var new = old
    change(&new)
    pages[name] = new
    guard new.state != old.state else { return }
    for reader in readers where reader.page == name { reader.states.yield(new.state) }
  }

  func html(of name: String) -> Data? { pages[name]?.html }

  /// Says everything again, and forgets who has stopped listening. A connection on which this cannot be
  /// written is known to be dead.
  func repeatAll() {
    readers = readers.filter { reader in
      if case .terminated = reader.states.yield(state(of: reader.page)) { return false }
      return true
    }
  }

  /// The states of a page from now on, of which a slow reader gets the newest; nil if as many as may
  /// be are told already.
  func states(of name: String) -> AsyncStream<PageState>? {
    repeatAll()
    guard readers.count < limit else { return nil }
    let (states, continuation) = AsyncStream.makeStream(
      of: PageState.self, bufferingPolicy: .bufferingNewest(1))
    readers.append(Reader(page: name, states: continuation))
    continuation.yield(state(of: name))
    return states
  }

  private func state(of name: String) -> PageState { (pages[name] ?? .awaited).state }
}
