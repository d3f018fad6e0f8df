import Markup
import Testing

@Suite("Writing a tree as HTML")
struct WritingTests {
  @Test("text can hold any sign and never becomes a tag")
  func text() {
    #expect(
      Node.text(#"<script>"a" & 'b'</script>"#).html
        == "&lt;script&gt;&quot;a&quot; &amp; 'b'&lt;/script&gt;")
  }

  @Test("an attribute's value cannot end its quotes")
  func attribute() {
    let node = Node.element("p", ["title": #"" onclick="alert(1)"#])
    #expect(node.html == #"<p title="&quot; onclick=&quot;alert(1)"></p>"#)
  }

  @Test("attributes are written in the order given, those without a value not at all")
  func order() {
    let isWide = false
    let node = Node.element("p", ["id": "b", "class": isWide ? "wide" : nil, "a": ""])
    #expect(node.html == #"<p id="b" a=""></p>"#)
  }

  @Test(
    "an element that HTML gives no end tag has none",
    arguments: ["br", "hr", "img", "input", "meta", "wbr"])
  func void(_ name: String) {
    #expect(Node.element(name, ["class": "x"]).html == "<\(name) class=\"x\">")
  }

  @Test(
    "an empty element that HTML ends is ended, also in SVG and MathML",
    arguments: ["td", "g", "mrow", "script"])
  func empty(_ name: String) {
    #expect(Node.element(name).html == "<\(name)></\(name)>")
  }

  @Test("a shape of SVG closes itself if nothing stands in it")
  func shapes() {
    #expect(Node.element("path", ["d": "M0 0"]).html == "<path d=\"M0 0\"/>")
    #expect(Node.element("rect", [:], text: "a").html == "<rect>a</rect>")
  }

  @Test("control characters, which HTML forbids, are replaced, white space is kept")
  func controls() {
    #expect(
      Node.text("a\u{0}b\u{1B}[31m\u{7F}\tc\r\n").html == "a\u{FFFD}b\u{FFFD}[31m\u{FFFD}\tc\r\n")
  }

  @Test("letters of any script stay as they are")
  func scripts() {
    #expect(Node.text("学习率 η, потеря, e\u{301} 👩🏽‍🔬").html == "学习率 η, потеря, e\u{301} 👩🏽‍🔬")
  }

  @Test("what is written can be read back as the tree's own text", arguments: 0..<50)
  func roundTrip(_ seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    let signs = Array("<>&\"'a =/;#x\u{0}é中\n")
    let text = String(
      (0..<40).map { _ -> Character in
        state = state &* 6_364_136_223_846_793_005 &+ 1
        return signs[Int(state >> 33) % signs.count]
      })
    let written = Node.text(text).html
    #expect(!written.contains("<") && !written.contains(">") && !written.contains("\""))
    #expect(String(escaped: written) == text.replacing("\u{0}", with: "\u{FFFD}"))
    #expect(String(escaped: Node.text(written).html) == written, "every escape is read once")
  }

  @Test("the plain text of a tree leaves out its tags")
  func plainText() {
    let nodes: [Node] = [
      .element("b", ["title": "no"], [.text("a"), .element("i", text: "<")]), .text("c"),
    ]
    #expect(nodes.plainText == "a<c")
    #expect(nodes.html == "<b title=\"no\">a<i>&lt;</i></b>c")
  }
}

@Suite("Attributes")
struct AttributesTests {
  @Test("setting an attribute replaces it in its place, adds it at the end, or removes it")
  func subscripting() {
    var attributes: Attributes = ["a": "1", "b": "2"]
    attributes["a"] = "3"
    attributes["c"] = "4"
    attributes["b"] = nil
    attributes["none"] = nil
    #expect(attributes == ["a": "3", "c": "4"])
    #expect(attributes["a"] == "3")
    #expect(attributes["b"] == nil)
  }
}
