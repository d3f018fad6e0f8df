import Diagnostics
import Testing

@testable import Notebooks

@Suite("What is written as in other programs")
struct UsualNameTests {
  @Test("every name from elsewhere leads to one that is here, or says what to do without it")
  func names() throws {
    for usual in UsualName.all {
      let names = try #require(Reference.standard.section(of: usual.kind), "\(usual.kind)").entries
        .map(\.name)
      if let here = usual.here { #expect(names.contains(here), "\(here)") }
      #expect(usual.here != nil || !usual.note.isEmpty, "\(usual.names)")
      for name in usual.names { #expect(!names.contains(name), "\(name) is a name here") }
    }
  }

  @Test(
    "the reference and the error name what a usual name is here",
    arguments: [
      ("loss", "mse", "quadratic"), ("loss", "nll", "cross-entropy"),
      ("loss", "log-loss", "binary-cross-entropy"), ("loss", "bce", "binary-cross-entropy"),
      ("activation", "identity", "linear"), ("activation", "lrelu", "leaky-relu"),
      ("initializer", "glorot", "xavier-uniform"), ("initializer", "kaiming", "he-normal"),
      ("optimizer", "sgd with momentum", "momentum"), ("loss", "Mean_Squared_Error", "quadratic"),
    ])
  func here(_ kind: String, _ name: String, _ here: String) throws {
    let text = try #require(Reference.standard.text(on: name))
    #expect(text.contains("'\(name)' is called '\(here)' here"))
    #expect(text.contains("\(here)  (\(kind))"))
    let help = NearestName.help(for: name, in: [here], called: "choose from", kind: kind)
    #expect(help.first?.hasPrefix("'\(name)' is called '\(here)' here") == true)
  }

  @Test("what is not here says so", arguments: ["hinge", "swish", "silu", "gelu", "nadam"])
  func missing(_ name: String) throws {
    let text = try #require(Reference.standard.text(on: name))
    #expect(text.contains("that is not here: "))
  }

  private static func messages(_ text: String) -> [[String]] {
    Fixtures.notebook(text).diagnostics.map { [$0.message] + $0.help }
  }

  @Test(
    "a layer of another kind is one error, which says that layers are dense",
    arguments: [
      "{convolution: {filters: 2, size: 3}}", "{type: lstm, units: 4}", "flatten", "{dropout: 0.5}",
      "{conv2d: 3}", "{batch-norm: true, units: 3}", "{max-pool: 2}", "{embedding: {size: 3}}",
      "{kind: attention}", "batch_norm", "{gru: 3}", "{dense: {units: 3}}",
    ])
  func layers(_ layer: String) {
    let messages = Self.messages(
      "```{network} n\ninput: 4\nlayers:\n  - \(layer)\n  - {units: 2, activation: softmax}\n"
        + "loss: cross-entropy\n```")
    #expect(messages.count == 1)
    #expect(messages.first?.first?.hasSuffix("layers are dense, f(x W + b)") == true)
    #expect(messages.first?[1] == "write a layer as {units: 20, activation: relu}")
  }

  @Test(
    "of options that depend on a wrong one nothing is said",
    arguments: [
      "```{plot}\nkind: surface\nnetwork: net\nrange: [-2, 2]\n```",
      "```{data} d\ngenerate: {mons: {count: 40, nose: 1}}\n```",
      "```{data} d\nsource: irs\n```",
    ])
  func dependent(_ text: String) {
    #expect(Self.messages(text).count == 1)
  }

  @Test(
    "a parameter that is written otherwise is answered by how it is written here",
    arguments: ["$steps", "params.steps", "{steps}", "\"{{steps}}\"", "$(steps)", "{{steps}}"])
  func parameters(_ written: String) {
    let messages = Self.messages(
      "---\nparams: {steps: 20}\n---\n\n```{data} d\ngenerate: moons\nlimit: \(written)\n```")
    #expect(messages.count == 1)
    #expect(messages.first?.contains("did you mean '${steps}'?") == true, "\(messages)")
  }

  @Test("in code and prose it is answered, too", arguments: ["$steps", "params.steps", "{steps}"])
  func parametersOfCode(_ written: String) {
    for text in ["```{compute}\na = \(written)\n```", "{eval}`\(written)`"] {
      let messages = Self.messages("---\nparams: {steps: 20}\n---\n\n\(text)")
      #expect(messages.first?.contains { $0.contains("a parameter stands in an option") } == true)
    }
  }

  @Test(
    "words of Python that array code has not are told of, with what to write",
    arguments: [
      "for i in [1, 2]:\n    i", "while 1:\n  a", "if 1:\n  a", "def f(x):\n  return x",
      "return 1", "import numpy as np", "f = lambda x: x", "with a:\n  b", "a = [x for x in [1]]",
      "a = 1 if 2 else 3", "v = [1, 2]\nv[0] += 1", "a, b = 1, 2", "a = 5 // 2", "a = 5 % 2",
      "a = {1: 2}", "print(f\"{a}\")", "a = 2 ^ 3", "a = 1 & 2", "a = None",
    ])
  func python(_ code: String) throws {
    let diagnostics = Fixtures.notebook("```{compute}\n\(code)\n```").diagnostics
    let first = try #require(diagnostics.first)
    #expect(["code.foreign", "code.character"].contains(first.id), "\(first)")
    #expect(!first.help.isEmpty)
  }

  @Test("what Python and array code share is read")
  func shared() {
    let code = "a = 1; b = 2\na += np.exp(b)\nc = np.linalg.norm([3, 4]) + zeros([2, 3])"
    #expect(Fixtures.notebook("```{compute}\n\(code)\n```").diagnostics.isEmpty)
  }
}
