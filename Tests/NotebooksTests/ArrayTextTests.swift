import Expressions
import Testing

@testable import Notebooks

@Suite("How an array is shown")
struct ArrayTextTests {
  private static func text(_ code: String) throws -> String {
    var scope = CodeScope()
    var shown = ""
    for statement in try CodeReader.statements(of: code) {
      shown = ArrayText(try scope.run(statement)).text
    }
    return shown
  }

  @Test(
    "all its numbers stand in one format, whole ones exactly",
    arguments: [
      ("[1, 2, 30]", "[ 1  2 30]"),
      ("[1, 2.5]", "[1.0 2.5]"),
      ("[[1, 2.5], [1000, 0.001]]", "[[   1.000    2.500]\n [1000.000    0.001]]"),
      ("[1 / 3, -1]", "[ 0.33333333 -1.00000000]"),
      ("123456789012", "123456789012"),
      ("0.1 + 0.2", "0.3"),
      ("2 ** 52 + 1", "4503599627370497"),
      ("[0.00001, 2]", "[0.00001 2.00000]"),
      ("ones((2, 2, 2))", "[[[1 1]\n  [1 1]]\n\n [[1 1]\n  [1 1]]]"),
      ("[]", "[]"),
      ("-0 * [1, 2]", "[0 0]"),
    ])
  func formats(_ code: String, _ text: String) throws {
    #expect(try Self.text(code) == text)
  }

  @Test(
    "what holds is True or False, also in parts and under a name",
    arguments: [
      ("[1, 2, 3] > 2", "[False False  True]"), ("1 < 2", "True"),
      ("t = [1, 2] == [1, 3]\nt[1]", "False"), ("t = [[1, 2]] > 1\nt.T", "[[False]\n [ True]]"),
      ("not (1 < 2 and True)", "False"), ("sum([1, 2] > 1)", "1"), ("([1, 2] > 1) * 2", "[0 2]"),
    ])
  func truth(_ code: String, _ text: String) throws {
    #expect(try Self.text(code) == text)
  }

  @Test("no number that is not zero is written as zero; a residue of rounding is said to be one")
  func residues() throws {
    #expect(try Self.text("[1e-17, 1, 2]") == "[≈0  1  2]")
    #expect(try Self.text("[0, 1e-9, 1]") == "[             0 1.00000000e-09 1.00000000e+00]")
    #expect(try Self.text("1e-300") == "1.00000000e-300")
    for exponent in 0...14 {
      let text = try Self.text("[\(1).0e-\(exponent), 0.5]")
      let first = try #require(text.dropFirst().split(separator: " ").first)
      #expect(first != "≈0" && Double(first).map { $0 > 0 } == true, "\(text)")
    }
  }

  @Test("up to twenty entries are all shown, of more eight at either end")
  func long() throws {
    #expect(try Self.text("ones(20)").filter { $0 == "1" }.count == 20)
    #expect(!(try Self.text("ones((20, 20))").contains("…")))
    #expect(try Self.text("ones(21)") == "[1 1 1 1 1 1 1 1 … 1 1 1 1 1 1 1 1]")
    #expect(try Self.text("ones((21, 1))").split(separator: "\n").count == 17)
  }
}
