import Notebooks
import Testing

@Suite("What stands on a page is written as the lesson writes")
struct LessonNotationTests {
  private static func lesson(_ notation: String, _ cells: String) -> Run {
    Fixtures.run(
      """
      ```{data} d
      generate: {moons: {count: 8}}
      ```

      ```{network} net
      input: 2
      layers: [{units: 3, activation: tanh}, {units: 1, activation: sigmoid}]
      loss: binary-cross-entropy
      ```

      ```{dimensions} sizes
      network: net
      ```

      ```{gradient-check} check
      network: net
      data: d
      ```

      \(notation)

      \(cells)
      """)
  }

  private static let columns = """
    ```{notation}
    network: net
    layout: columns
    first-index: 0
    symbols: {X: input, Y: target, "V^{[l]}": weights, "b^{[l]}": bias, "Z^{[l]}": preactivation, "A^{[l]}": activation, J: loss, n: batch}
    ```
    """

  private static func tables(_ run: Run) -> [[[String]]] {
    run.cells.flatMap(\.outputs).compactMap { output in
      guard case .table(let table) = output else { return nil }
      return table.rows.map { $0.map(\.plainText) }
    }
  }

  @Test("tables above the notation lie as the lesson has them, with its letters")
  func columns() throws {
    let run = Self.lesson(Self.columns, "")
    #expect(run.diagnostics.isEmpty)
    let tables = Self.tables(run)
    let layers = try #require(tables.first { $0.count == 4 && $0[1].count == 7 })
    #expect(layers[1][4...5] == ["3 × 2", "3 × 1"])
    #expect(layers[2][4...5] == ["1 × 3", "1 × 1"])
    let sizes = try #require(tables.first { $0[0].count == 4 && $0[0][0] == "0" })
    #expect(sizes.prefix(5).map { $0[1] } == ["X", "V[1]", "b[1]", "Z[1]", "A[1]"])
    #expect(sizes.prefix(5).map { $0[3] } == ["2 × n", "3 × 2", "3 × 1", "3 × n", "3 × n"])
    let check = try #require(tables.first { $0[0].count == 7 && $0[0][6].contains("agrees") })
    #expect(check.map { $0[0] } == ["V[1]", "b[1]", "V[2]", "b[2]"])
    #expect(check.map { $0[1] } == ["3 × 2", "3 × 1", "1 × 3", "1 × 1"])
    // Elements are counted from the notation's first number, each within its shape.
    let last = try #require(check.last)
    #expect(last[2] == "0, 0")
  }

  @Test("without a notation they lie in rows, in the usual letters")
  func rows() throws {
    let tables = Self.tables(Self.lesson("", ""))
    let sizes = try #require(tables.first { $0[0].count == 4 && $0[0][0] == "0" })
    #expect(sizes.prefix(3).map { $0[1] } == ["X", "W", "b"])
    #expect(sizes.prefix(3).map { $0[3] } == ["m × 2", "2 × 3", "1 × 3"])
  }

  @Test("where notations of a network differ, nothing is guessed")
  func differing() throws {
    let other = Self.columns.replacing("layout: columns", with: "layout: rows")
      .replacing("{notation}", with: "{notation} other").replacing("V^", with: "W^")
    let tables = Self.tables(Self.lesson(Self.columns + "\n\n" + other, ""))
    let check = try #require(tables.first { $0[0].count == 7 && $0[0][6].contains("agrees") })
    #expect(check[0][0...1] == ["W1", "2 × 3"])
  }

  @Test("a vector of weights is a column in either layout")
  func vector() throws {
    let run = Fixtures.run(
      """
      ```{network} net
      input: 2
      layers: [{units: 1, activation: sigmoid}]
      loss: binary-cross-entropy
      ```

      ```{notation}
      network: net
      layout: columns
      symbols: {X: input, Y: target, w: weight vector, b: bias, A: activation, J: loss, m: batch}
      ```
      """)
    let layers = try #require(Self.tables(run).first)
    #expect(layers[1][4...5] == ["2 × 1", "1 × 1"])
  }

  /// The formulas beside code, by the names it assigns to.
  private static func formulas(_ code: String) -> [String: String] {
    let run = lesson(
      columns,
      """
      ```{compute}
      data: d
      samples: 4
      ---
      \(code)
      ```
      """)
    let found = run.cells.flatMap(\.outputs).flatMap { output -> [Agreement] in
      if case .agreements(let agreements) = output { agreements } else { [] }
    }
    return Dictionary(found.map { ($0.name, $0.formula ?? "none") }) { $1 }
  }

  @Test("the formula beside code is what the code says, in the lesson's symbols")
  func formulas() {
    let found = Self.formulas(
      """
      Z1 = np.dot(V1, X) + b1
      A1 = 1 - 2 / (exp(2 * Z1) + 1)
      Z2 = V2 @ A1 + b2
      A2 = sigmoid(Z2)
      dZ2 = A2 - Y
      dV2 = dZ2 @ A1.T
      db2 = sum(dZ2, axis=1, keepdims=True)
      back = V2.T @ dZ2
      dZ1 = back * (1 - A1**2)
      J = -sum(Y * log(A2) + (1 - Y) * log(1 - A2))
      """)
    #expect(found["Z1"] == "Z^{[1]} = V^{[1]} X + b^{[1]}")
    #expect(found["A1"] == #"A^{[1]} = 1 - \frac{2}{e^{2 \, Z^{[1]}} + 1}"#)
    #expect(found["A2"] == #"A^{[2]} = \sigma\left(Z^{[2]}\right)"#)
    #expect(
      found["dV2"]
        == #"\frac{\partial J}{\partial V^{[2]}} = \frac{\partial J}{\partial Z^{[2]}} {A^{[1]}}^{T}"#
    )
    #expect(
      found["db2"]
        == #"\frac{\partial J}{\partial b^{[2]}} = \sum_{\text{axis} = 1} \frac{\partial J}{\partial Z^{[2]}}"#
    )
    #expect(
      found["dZ1"]
        == #"\frac{\partial J}{\partial Z^{[1]}} = \mathrm{back} \odot \left(1 - \left(A^{[1]}\right)^{2}\right)"#
    )
    #expect(
      found["J"]
        == #"J = -\sum \left(Y \odot \log\left(A^{[2]}\right) + \left(1 - Y\right) \odot \log\left(1 - A^{[2]}\right)\right)"#
    )
  }

  @Test("a wrong line has its own formula, not the one it should have been")
  func wrongFormula() {
    let found = Self.formulas("Z1 = V1 @ X - b1\nZ1 += 1")
    #expect(found["Z1"] == #"Z^{[1]} \leftarrow Z^{[1]} + 1"#)
    #expect(Self.formulas("Z1 = V1 @ X")["Z1"] == "Z^{[1]} = V^{[1]} X")
  }

  @Test("code that mathematics has no words for has no formula")
  func noFormula() {
    #expect(Self.formulas("J = loss(net, d)")["J"] == "none")
  }
}
