extension Explanation {
  /// Shapes of matrices and indices; no network of any size makes these conform.
  static let shapes: [Explanation] = [
    .formula(
      "shape.product",
      """
      A matrix product takes as many columns on its left as there are rows on its right. Try the \
      transpose of one factor, or the other order. Element by element is \\odot in TeX and * in code.
      """, "z_1 = W_1 X + b_1", mended: "z_1 = X W_1 + b_1"),
    .formula(
      "shape.elementwise",
      "Adding, comparing and \\odot work element by element on equal shapes; only a bias is spread over rows.",
      #"z_1 = X \odot W_1 + b_1"#, mended: "z_1 = X W_1 + b_1"),
    .formula(
      "shape.sides", "The two sides of an equation have different shapes and cannot be equal.",
      #"\frac{\partial L}{\partial W_1} = P - Y"#,
      mended: #"\frac{\partial L}{\partial W_1} = X^T \frac{\partial L}{\partial z_1}"#),
    .formula(
      "shape.free",
      """
      An index that no sum binds stands for any element, and must then stand on both sides. Bind it by a \
      sum, or write it on the other side, too.
      """, "P_{ij} = P_{kj}", mended: "P_{ij} = P_{ij}"),
    .formula(
      "shape.index",
      """
      Something has more or fewer indices than axes, or an index runs over two things of different \
      sizes, or past the end.
      """, "W_{1,ijk} = 1", mended: "W_{1,ij} = W_{1,ij}"),
    .formula(
      "shape.layer",
      "The layer that is named does not exist, in this network or in any of its depth.",
      "W_{l+9} = W_{l}", mended: "W_l = W_l"),
    .formula(
      "shape.name",
      "The symbol is known, but not as it is used here: with a layer that is not there, say.",
      "W_7 = W_7", mended: "W_2 = W_2"),
    .formula(
      "shape.transpose",
      "A matrix has a transpose; what has more axes, such as a Jacobian, has none.",
      #"\left( \frac{\partial z_1}{\partial W_1} \right)^T = 0"#, mended: "W_1^T = W_1^T"),
    .formula(
      "shape.derivative",
      "A derivative is taken of a value by a name of the notation, or by one element of it.",
      #"\frac{\partial L}{\partial (z_1 + b_1)} = 0"#,
      mended: #"\frac{\partial L}{\partial P} = \frac{\partial L}{\partial P}"#),
    .formula(
      "shape.function",
      "The function does not work on this: on one element where it takes a row, say.",
      #"P_i = \mathop{softmax}(L)"#, mended: #"P = \mathop{softmax}(z_2)"#),
    .formula(
      "shape.sum",
      "The sum runs over other numbers than its index counts: from 0 where elements count from 1.",
      #"\sum_{i=0}^{5} P_i = 1"#, mended: #"\sum_i P_i = \sum_k P_k"#),
    .formula(
      "shape.cases", "The branches of cases are of different shapes, so that the whole has none.",
      #"P = \begin{cases} P & P > 0 \\ X & P \le 0 \end{cases}"#, mended: "P = P"),
    .formula(
      "shape.matrix", "The rows of a matrix are of one length, and its elements are numbers.",
      #"P = \begin{bmatrix} 1 & 2 \\ 3 \end{bmatrix}"#, mended: "P = P"),
    .formula(
      "shape.bracket", "A bracket is opened and not closed, or closed and not opened.",
      "z_1 = (X W_1 + b_1", mended: "z_1 = (X W_1 + b_1)"),
    .formula(
      "shape.size", "A size is a whole number or one of the sizes that the notation names.",
      #"W_1: 2 \times X"#, mended: #"W_1: 2 \times 3"#),
    .formula(
      "shape.distribution",
      "Of a network's parameters only the weights are drawn from a distribution.",
      #"X \sim U(-1, 1)"#, mended: "X = X"),
    .formula(
      "shape.update",
      """
      An update is 'name := value' for a parameter. A step of descent needs a rate and a loss that the \
      notation names.
      """, #"W_1 := W_1 - \frac{\partial L}{\partial W_1}"#, mended: "W_1 = W_1"),
    .code(
      "shape.axis", "Axes count from 0 (rows) and 1 (columns); this value has no such axis.",
      "sum(ones((2, 3)), axis=2)", mended: "sum(ones((2, 3)), axis=1)"),
    .code(
      "shape.reshape",
      "An array keeps its number of elements when it is reshaped; one size may be -1.",
      "reshape(ones(6), (4, 2))", mended: "reshape(ones(6), (3, 2))"),
  ]

  /// Array code in `compute`, `expect` and `{eval}`.
  static let code: [Explanation] = [
    .code(
      "code.syntax",
      "The line is no code: the message says what was expected where the caret stands.",
      "x = (1 + 2", mended: "x = (1 + 2)"),
    .code(
      "code.foreign",
      """
      Array code is arithmetic of whole arrays in the manner of NumPy: names, numbers, lists, operators, \
      slices and functions. Loops, branches, functions of one's own and texts are not part of it; the \
      message says what to write instead.
      """,
      "s = 0\nfor i in [1, 2, 3]:\n    s = s + i", mended: "s = sum([1, 2, 3])"),
    .code(
      "code.character", "The character has no meaning in code. Remarks begin with '#'.",
      "x = 1 $ 2", mended: "x = 1"),
    Explanation(
      "code.number",
      "The digits are no number. What has a second point is read as two numbers, so no lesson gets here."
    ),
    .code(
      "code.member",
      "After a full stop comes .T, the transpose, or a function to call: X.sum(axis=0).",
      "x = ones(2).size", mended: "x = len(ones(2))"),
    .code(
      "code.argument", "An argument that is given by its name is given once.",
      "sum(ones(2), axis=0, axis=0)", mended: "sum(ones(2), axis=0)"),
    .code(
      "code.deep", "Brackets stand within one another more often than any line of code needs.",
      String(repeating: "(", count: 300) + "1" + String(repeating: ")", count: 300), mended: "(1)"),
    .code(
      "code.long",
      "The line has more operators than are read. Give parts of it names of their own.",
      Array(repeating: "1", count: 3000).joined(separator: " + "), mended: "1 + 1"),
    Explanation(
      "function.unknown",
      "No function has this name. The names of code are checked before, so no lesson gets here."),
    .code(
      "function.arguments", "The function takes another number of arguments.",
      "exp(1, 2)", mended: "exp(1)"),
    .code(
      "function.option", "The function has no option of this name.",
      "sum(ones(2), axes=0)", mended: "sum(ones(2), axis=0)"),
    .code(
      "function.number", "In this place stands a whole number, not a computed or a broken one.",
      "ones(2.5)", mended: "ones(2)"),
  ]
}
