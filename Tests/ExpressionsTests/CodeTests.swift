import Diagnostics
import Expressions
import Testing

@Suite("Array code")
struct CodeTests {
  static let scope = CodeScope([
    "X": Tensor(TensorShape([2, 3]), [1, 2, 3, 4, 5, 6]),
    "W": Tensor(TensorShape([3, 2]), [0.5, -1, 2, 0, 1, 3]),
    "b": Tensor(TensorShape([2]), [10, 20]),
    "v": Tensor(TensorShape([3]), [1, -2, 3]),
    "k": Tensor(3),
  ])

  /// Values printed by NumPy 2 for the same code.
  @Test(
    "means what NumPy means by it",
    arguments: [
      ("X @ W + b", [2, 2], [17.5, 28, 28, 34]),
      ("X.T", [3, 2], [1, 4, 2, 5, 3, 6]),
      ("X * X - 1", [2, 3], [0, 3, 8, 15, 24, 35]),
      ("sum(X, axis=0)", [3], [5, 7, 9]),
      ("np.sum(X, axis=1, keepdims=True)", [2, 1], [6, 15]),
      ("X.sum()", [], [21]),
      ("mean(X, 1)", [2], [2, 5]),
      ("X[0, :]", [3], [1, 2, 3]),
      ("X[:, -1]", [2], [3, 6]),
      ("X[1]", [3], [4, 5, 6]),
      ("X[:, 0:2]", [2, 2], [1, 2, 4, 5]),
      ("X[:, ::-1]", [2, 3], [3, 2, 1, 6, 5, 4]),
      ("X[1, 2]", [], [6]),
      ("X @ v", [2], [6, 12]),
      ("v @ v", [], [14]),
      ("v > 0", [3], [1, 0, 1]),
      ("where(v > 0, v, 0)", [3], [1, 0, 3]),
      ("maximum(0, v)", [3], [1, 0, 3]),
      ("relu(v)", [3], [1, 0, 3]),
      ("argmax(W, axis=0)", [2], [1, 2]),
      ("argmax(v)", [], [2]),
      ("max(X, axis=0)", [3], [4, 5, 6]),
      ("-k ** 2", [], [-9]),
      ("2 ** -1", [], [0.5]),
      ("1 - 2 - 3", [], [-4]),
      ("8 / 4 / 2", [], [1]),
      ("not (k > 2) or k == 3", [], [1]),
      ("[[1, 2], [3, 4]] @ [[0, 1], [1, 0]]", [2, 2], [2, 1, 4, 3]),
      ("[1, 2, 3] * 2", [3], [2, 4, 6]),
      ("zeros((2, 1)) + ones(2)", [2, 2], [1, 1, 1, 1]),
      ("eye(2)", [2, 2], [1, 0, 0, 1]),
      ("len(X) + 1e1", [], [12]),
      ("reshape(X, (3, -1))", [3, 2], [1, 2, 3, 4, 5, 6]),
      ("X.reshape((6, 1)).T", [1, 6], [1, 2, 3, 4, 5, 6]),
      ("norm([3, 4])", [], [5]),
      ("dot(X, W)[1, 0]", [], [18]),
      ("X - mean(X, axis=0)", [2, 3], [-1.5, -1.5, -1.5, 1.5, 1.5, 1.5]),
      ("(X > 2) * X", [2, 3], [0, 0, 3, 4, 5, 6]),
    ] as [(String, [Int], [Double])])
  func values(_ code: String, _ axes: [Int], _ elements: [Double]) throws {
    let value = try Self.scope.value(of: CodeReader.expression(code))
    #expect(value.shape.axes == axes)
    #expect(value.elements == elements)
  }

  @Test("softmax and its kin keep to 15 digits what NumPy prints")
  func functions() throws {
    func value(_ code: String) throws -> [Double] {
      try Self.scope.value(of: CodeReader.expression(code)).elements
    }
    // np.exp(v) / np.exp(v).sum()
    let softmax = try value("softmax(v)")
    let expected = [0.11849965, 0.00589975, 0.8756006]
    for (a, b) in zip(softmax, expected) { #expect(abs(a - b) < 1e-8) }
    #expect(try value("softmax([1000, 0])") == [1, 0])
    #expect(try value("sigmoid(-1000)") == [0])
    #expect(abs(try value("sigmoid(0.5)")[0] - 0.6224593312018546) < 1e-15)
    #expect(try value("tanh(1)") == [0.7615941559557649])
  }

  @Test("statements name values, change them and show them")
  func statements() throws {
    var scope = Self.scope
    var shown: [[Double]] = []
    let text = """
      h = X @ W  # the pre-activation
      h += b
      a = relu(
        h
      )
      print(a[0, 0], k)
      a.T[1]
      """
    for statement in try CodeReader.statements(of: text) {
      let value = try scope.run(statement)
      if statement.isShown { shown.append(value.elements) }
    }
    #expect(shown == [[17.5], [3], [28, 34]])
    #expect(scope["h"]?.elements == [17.5, 28, 28, 34])
  }

  @Test("asks its surroundings for functions it does not know")
  func external() throws {
    let scope = CodeScope(["W": Tensor(2)]) { name, arguments, _ in
      guard name == "gradient", arguments.count == 2 else { return nil }
      return Tensor(TensorShape([2]), [1, 2])
    }
    let value = try scope.value(of: CodeReader.expression("2 * gradient(mlp, W) + W"))
    #expect(value.elements == [4, 6])
  }

  @Test(
    "says what is wrong, and where",
    arguments: [
      ("X @ X", "cannot multiply [2 × 3] by [2 × 3]: inner sizes 3 and 2 differ", 0..<5),
      ("X + W", "cannot add [2 × 3] and [3 × 2]: the shapes differ", 0..<5),
      ("2 * Xx", "'Xx' stands for nothing here", 4..<6),
      ("sofmax(X)", "there is no function 'sofmax'", 0..<9),
      ("sum(X, axis=2)", "[2 × 3] has no axis 2", 0..<14),
      ("X[2]", "index 2 is outside axis 0 of [2 × 3]", 2..<3),
      ("X[0, 0, 0]", "[2 × 3] takes 2 indices, not 3", 0..<10),
      ("(X", "expected ')', the line ends here", 2..<2),
      ("X +", "expected a value, the line ends here", 3..<3),
      ("X $ 2", "this character means nothing in code", 2..<3),
      ("sum(X, axes=0)", "'sum' has no option 'axes'", 12..<13),
      ("reshape(X, (4000000000, 4000000000, -1))", "that has too many elements", 11..<39),
      ("X[9223372036854775807]", "expected a whole number", 2..<21),
      ("zeros((100000, 100000))", "that has too many elements", 6..<22),
      ("relu(X, W)", "'relu' takes 1 argument, not 2", 0..<10),
      ("X.shape", "'X.shape' stands for nothing here", 0..<7),
      ("重 + 1", "'重' stands for nothing here", 0..<3),
    ] as [(String, String, Range<Int>)])
  func diagnostics(_ code: String, _ message: String, _ range: Range<Int>) {
    #expect {
      _ = try Self.scope.value(of: CodeReader.expression(code))
    } throws: { error in
      let diagnostic = error as? Diagnostic
      return diagnostic?.message == message && diagnostic?.range == range
    }
  }

  @Test("deep nesting and long lines get a diagnostic at once")
  func limits() {
    for code in [
      String(repeating: "(", count: 100_000), String(repeating: "-", count: 100_000) + "1",
      String(repeating: "not ", count: 50_000) + "1",
      Array(repeating: "1", count: 100_000).joined(separator: " + "),
    ] {
      #expect(throws: Diagnostic.self) {
        _ = try Self.scope.value(of: CodeReader.expression(code))
      }
    }
  }

  @Test("no text of random pieces traps")
  func fuzz() {
    let pieces = [
      "X", "W", "b", "@", "+", "*", "**", "(", ")", "[", "]", ":", ",", "-1", "0", ".T", ".sum",
      "sum", "axis=", "=", "==", "not", "relu", "softmax", "where", "eye", "1e400", "\n", "#", "é",
    ]
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    var read = 0
    for _ in 0..<3000 {
      let text = (0..<(1 + next(9))).map { _ in pieces[next(pieces.count)] }.joined(separator: " ")
      var scope = Self.scope
      guard let statements = try? CodeReader.statements(of: text) else { continue }
      read += 1
      for statement in statements { _ = try? scope.run(statement) }
    }
    #expect(read > 100)
  }
}
