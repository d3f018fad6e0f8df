import Foundation
import Testing

@testable import Preview

@Suite("The pages that are served")
struct PageStoreTests {
  private func text(_ name: String, in store: PageStore) async -> String? {
    await store.html(of: name).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("stay the last good ones under a problem, until it is mended")
  func lastGood() async throws {
    let store = PageStore(limit: 8)
    #expect(await store.html(of: "a.html") == nil)
    await store.publish(.begun(name: "a.html"))
    let states = try #require(await store.states(of: "a.html"))
    var reader = states.makeAsyncIterator()
    #expect(await reader.next()?.isRunning == true)

    await store.publish(.made(Page(name: "a.html", html: "<p>one</p>")))
    let good = try #require(await reader.next())
    #expect(good.problem == nil && !good.isRunning)

    await store.publish(.made(Page(name: "a.html", html: nil, problem: "error: no")))
    let broken = try #require(await reader.next())
    #expect(broken.problem == "error: no")
    #expect(broken.version == good.version)
    #expect(try #require(await text("a.html", in: store)).contains("<p>one</p>"))

    await store.publish(.made(Page(name: "a.html", html: "<p>two</p>")))
    let mended = try #require(await reader.next())
    #expect(mended.problem == nil)
    #expect(mended.version != good.version)
  }

  @Test("are told of to a slow reader as they are now, not as they were in between")
  func slowReader() async throws {
    let store = PageStore(limit: 8)
    await store.publish(.begun(name: "a.html"))
    let states = try #require(await store.states(of: "a.html"))
    for number in 1...100 {
      await store.publish(.made(Page(name: "a.html", html: "<p>\(number)</p>")))
    }
    var reader = states.makeAsyncIterator()
    let newest = try #require(await reader.next())
    #expect(try #require(await text("a.html", in: store)).contains(newest.version))
  }

  @Test("are followed by so many readers and no more; who leaves makes room")
  func limit() async throws {
    let store = PageStore(limit: 2)
    await store.publish(.begun(name: "a.html"))
    let first = try #require(await store.states(of: "a.html"))
    let second = await store.states(of: "a.html")
    #expect(second != nil)
    #expect(await store.states(of: "a.html") == nil)
    let reading = Task { for await _ in first {} }
    reading.cancel()
    await reading.value
    #expect(await store.states(of: "a.html") != nil)
  }
}
