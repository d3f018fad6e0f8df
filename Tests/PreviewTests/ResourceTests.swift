import Testing

@testable import Preview

@Suite("The path of a request")
struct ResourceTests {
  @Test(
    "leads to a page by its name",
    arguments: [
      ("/", ""), ("/?x=1", ""), ("/iris.html", "iris.html"), ("/iris.html?a/b", "iris.html"),
      ("/two%20moons.html", "two moons.html"), ("/%E6%95%B0.html", "数.html"),
      // What is left after one decoding is a name like any other.
      ("/%252e%252e%252fetc", "%2e%2e%2fetc"), ("/...", "..."),
      // A lesson may have any name that its file has; a page is looked up by it, and by nothing else.
      ("/a%0Ab.html", "a\nb.html"), ("/red%1B%5B31m.html", "red\u{1B}[31m.html"),
      ("/a%5Cb.html", "a\\b.html"), ("/%5c..%5cx", "\\..\\x"), ("/x%3Ay.html", "x:y.html"),
    ])
  func page(target: String, name: String) { #expect(Resource(target: target) == .page(name)) }

  @Test("leads to the script and to the events of a page")
  func own() {
    #expect(Resource(target: "/-/preview.js") == .script)
    #expect(Resource(target: "/-/events/") == .events(page: ""))
    #expect(Resource(target: "/-/events/two%20moons.html") == .events(page: "two moons.html"))
  }

  @Test(
    "leads nowhere else, however it is written",
    arguments: [
      "", "iris.html", "*", "//", "//etc/passwd", "/..", "/../", "/.", "/./iris.html",
      "/../etc/passwd", "/a/../../etc/passwd", "/%2e%2e", "/%2E%2E/etc", "/..%2fetc%2fpasswd",
      "/%2e%2e%2fetc", "/%2fetc%2fpasswd", "/etc/passwd",
      "/iris.html%00", "/%00", "/iris.html%00.png",
      "/%", "/%zz", "/%c0%ae%c0%ae", "/%ff", "http://evil.example/", "file:///etc/passwd",
      "/-/", "/-/other", "/-/preview.js/", "/-/events", "/-/events/../x", "/-/events/%2e%2e",
      "/-/events/a/b", "/-/../iris.html",
    ])
  func hostile(target: String) { #expect(Resource(target: target) == nil) }
}
