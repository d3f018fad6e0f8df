import Markup
import Testing

@testable import Highlighting

/// The coloured pieces of a listing as `kind:text`, plain text left out.
private func pieces(_ code: String, _ language: String) -> [String] {
  highlight(code, as: language).compactMap { node in
    guard case .element(let element) = node, let name = element.attributes["class"] else {
      return nil
    }
    return "\(name.dropFirst(3)):\(node.plainText)"
  }
}

@Suite("Colouring a listing")
struct HighlightTests {
  @Test("knows Python")
  func python() {
    let code = """
      @jit
      def loss(x: np.ndarray, eps=1e-6):  # cross entropy
          '''Mean over
          the batch.'''
          return -np.sum(y * np.log(x + .5)) if x is not None else rb"\\"" f'{x}'
      class Net(Base): w1 = 0x1F
      """
    #expect(
      pieces(code, "python") == [
        "attribute:@jit", "keyword:def", "function:loss", "operator::", "operator:=", "number:1e-6",
        "operator::", "comment:# cross entropy", "string:'''Mean over\n    the batch.'''",
        "keyword:return", "operator:-", "function:sum", "operator:*", "function:log", "operator:+",
        "number:.5", "keyword:if", "keyword:is", "keyword:not", "constant:None", "keyword:else",
        #"string:rb"\"""#, "string:f'{x}'", "keyword:class", "type:Net", "operator::",
        "operator:=", "number:0x1F",
      ])
  }

  @Test("knows Swift")
  func swift() {
    let code = #"""
      /* a /* b */ c */ @main struct Net: Sendable {
        #if DEBUG
        func f(_ x: Double) -> String { "\(d["a"] ?? ")") b" } // end
        let y = #"a"b\"#, z = 1_000.5e-3, r = 0..<3
      """#
    #expect(
      pieces(code, "swift") == [
        "comment:/* a /* b */ c */", "attribute:@main", "keyword:struct", "type:Net", "operator::",
        "type:Sendable", "keyword:#if", "type:DEBUG", "keyword:func", "function:f", "operator::",
        "type:Double", "operator:->", "type:String", #"string:"\(d["a"] ?? ")") b""#,
        "comment:// end", "keyword:let", "operator:=", ##"string:#"a"b\"#"##, "operator:=",
        "number:1_000.5e-3", "operator:=", "number:0", "operator:<", "number:3",
      ])
  }

  @Test("knows YAML")
  func yaml() {
    let code = """
      --- # start
      input: 4
      layers:
        - {units: 20, act: relu, init: xavier-uniform}
        - name: "a: b"   # note
      my key: it's 损失 true
      flag: true
      url: http://a.b/c#d
      rate: ${alpha}
      """
    let pieces = pieces(code, "yaml")
    let keys = pieces.filter { $0.hasPrefix("key:") }.map { $0.dropFirst(4) }
    #expect(
      keys == ["input", "layers", "units", "act", "init", "name", "my key", "flag", "url", "rate"])
    #expect(pieces.contains("number:4") && pieces.contains("number:20"))
    #expect(pieces.contains("string:\"a: b\"") && pieces.contains("constant:true"))
    #expect(pieces.filter { $0.hasPrefix("comment:") } == ["comment:# start", "comment:# note"])
  }

  @Test("knows TeX, a shell and JSON")
  func others() {
    #expect(
      pieces("\\frac{a_1}{2} \\, % half", "tex") == [
        "command:\\frac", "operator:{", "operator:_", "number:1", "operator:}{", "number:2",
        "operator:}", "command:\\,", "comment:% half",
      ])
    #expect(
      pieces("gradbook run \"$x\" --jobs 2 | tee $OUT # log", "bash") == [
        "command:gradbook", "string:\"$x\"", "key:--jobs", "number:2", "operator:|",
        "command:tee", "variable:$OUT", "comment:# log",
      ])
    #expect(
      pieces(#"{"a" : [1.5, "b", null]}"#, "json") == [
        "operator:{", #"key:"a""#, "operator::", "operator:[", "number:1.5", "operator:,",
        #"string:"b""#, "operator:,", "constant:null", "operator:]}",
      ])
  }

  @Test("escapes what it colours, and shows other languages as they are")
  func plain() {
    #expect(highlight("a<b && 'c>'", as: "python").html.contains("&lt;"))
    #expect(highlight("let <x>", as: "cobol") == [.text("let <x>")])
    #expect(highlight("", as: "python").isEmpty)
    #expect(highlight("x = 1", as: "PYTHON") == highlight("x = 1", as: "py"))
  }

  @Test("loses no character of any text in any language", arguments: languages)
  func total(language: String) {
    let pieces = [
      "\"", "'", "\"\"\"", "'''", "#", "//", "/*", "*/", "\\", "\\(", "(", ")", "$", "${", "}", "{",
      "@", "a", "def ", "class ", "1", ".", "e-", "0x", ":", ": ", "-", "- ", "\n", "\r\n", "\t",
      " ",
      "中", "é", "🙂", "\0", "%", "_", "r\"", "<", ">", "&", "|", ";", "#\"", "\"#", "`", ",", "[",
      "]",
    ]
    var state: UInt64 = 88_172_645_463_325_252
    for _ in 0..<300 {
      var code = ""
      for _ in 0..<30 {
        // Marsaglia 2003, xorshift64.
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        code += pieces[Int(state >> 33) % pieces.count]
      }
      #expect(highlight(code, as: language).plainText == code)
    }
  }

  @Test(
    "takes time in proportion to the text",
    arguments: [
      "\"", "'", "/*", "\\(", "\"\\(", "#\"", "${", "a", "1", "1.", "a: ", "a ", "- ", "@", "\\",
      "中",
      "r", "{a", "\"\"\"",
    ])
  func long(unit: String) {
    let code = String(repeating: unit, count: 4_000)
    for language in languages { #expect(highlight(code, as: language).plainText == code) }
  }
}
