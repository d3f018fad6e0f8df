import Expressions

extension FuzzTarget {
  /// Array code as in `compute` and `expect`: tokens and grammar.
  static let code = FuzzTarget("code") {
    Seeds.texts(
      "z1 = X @ W1 + b1\na1 = np.maximum(0, z1)\ndW2 = a1.T @ (P - Y) / m\n",
      "p[range(m), y] -= 1\ns = np.sum(x ** 2, axis=1, keepdims=True)\n# c\n",
      "f = x[1:, None, ::-1] if a <= b != c else -d // 2 % 3\n(a, b), c = [1e-3, .5], {2: 3}; d")
  } run: { bytes in
    let code = text(bytes)
    _ = try? CodeReader.statements(of: code)
    _ = try? CodeReader.expression(code)
  }
}
