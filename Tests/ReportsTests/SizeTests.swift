import Testing

@Suite("A very long lesson", .timeLimit(.minutes(2)))
struct SizeTests {
  @Test("of ten thousand cells is read, run and written whole, each identifier once")
  func manyCells() throws {
    let count = 10_000
    var text = "# Long\n\n"
    for number in 1...count {
      switch number % 4 {
      case 0: text += "## Part\n\n$$ x_{\(number)} = 1 $$ {#eq-n\(number)}\n\n"
      case 1:
        text += "```{table} t\(number)\ncolumns: [a]\nrows: [[\(number)]]\ncaption: One.\n```\n\n"
      case 2: text += "Words @tbl-t\(number - 1) {eval}`1 + 1`.\n\n"
      default: text += "```{expect}\n\(number) > 1\n```\n\n"
      }
    }
    let page = try Pages.tree(of: text)
    #expect(page.repeatedIDs == [])
    #expect(page.elements("section").count == count / 2)
    #expect(page.elements("figcaption").last?.first("b")?.text == "Table \(count / 4).")
    let links = page.elements("a").compactMap { $0["href"] }.filter { $0.hasPrefix("#") }
    #expect(Set(page.ids).isSuperset(of: links.map { String($0.dropFirst()) }))
    #expect(links.count > count / 2)
  }
}
