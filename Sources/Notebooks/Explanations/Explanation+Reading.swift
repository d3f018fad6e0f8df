extension Explanation {
  /// What of a derivation cannot be read as mathematics. Nothing unread ever counts as verified.
  static let reading: [Explanation] = [
    .formula(
      "read.missing", "Something must stand here: a side of an equation, a factor, an argument.",
      #"z_1 = X W_1 +"#, mended: #"z_1 = X W_1 + b_1"#),
    .formula(
      "read.leftover",
      "The formula was read up to here, and what follows fits nothing before it.",
      #"P = P \quad , L"#, mended: "P = P"),
    .formula(
      "read.sign",
      "The sign means nothing in a formula that is evaluated, or nothing in this place.",
      #"z_1 = \forall X W_1 + b_1"#, mended: "z_1 = X W_1 + b_1"),
    .formula(
      "read.text",
      """
      Words within a formula are shown, not evaluated. Put conditions into the option 'where', and \
      remarks into the prose.
      """, #"z_1 = X W_1 \text{ plus } b_1"#, mended: "z_1 = X W_1 + b_1"),
    Explanation(
      "read.number",
      "The digits are no number. Digits with a second point are read as two numbers, so no lesson gets here."
    ),
    .formula(
      "read.bar", "A bar opens an absolute value or a norm, and no second one closes it.",
      "z_1 = | z_1", mended: "z_1 = z_1"),
    .formula(
      "read.norm",
      "Of norms the Euclidean one (\\|x\\|, \\|x\\|_2) and Frobenius's (\\|W\\|_F) are known.",
      #"\|W_1\|_1 = \|W_1\|_1"#, mended: #"\|W_1\|_F = \|W_1\|_F"#),
    .formula(
      "read.prime",
      "A prime is the derivative of a function, \\sigma'(z); on anything else it means nothing.",
      "W_1' = W_1", mended: "W_1 = W_1"),
    .formula(
      "read.function",
      "A function stands with its argument; an index belongs to the argument or the value.",
      #"a_1 = \exp_2(z_1)"#, mended: #"\exp(z_1) = \exp(z_1)"#),
    .formula(
      "read.derivative",
      """
      Derivatives of the first order are evaluated: \\frac{\\partial L}{\\partial W}, or a gradient \\nabla. \
      Second ones are not.
      """, #"\frac{\partial^2 L}{\partial W_1^2} = 0"#,
      mended: #"\frac{\partial L}{\partial P} = \frac{\partial L}{\partial P}"#),
    .formula(
      "read.fraction",
      "A binomial looks like a fraction and is none; write it with factorials or numbers.",
      #"z_1 = \binom{2}{1} z_1"#, mended: "2 z_1 = 2 z_1"),
    .formula(
      "read.sum",
      "A sum or product says below its sign which index runs: \\sum_i, \\sum_{k=1}^c, \\sum_{j \\neq i}.",
      #"L = \sum^{3} P"#, mended: #"\sum_i P_i = \sum_k P_k"#),
    .formula(
      "read.index",
      "An index is a letter, a number, or a size as the last one; a sum such as i+j is no index here.",
      "P_{(i)} = P_{(i)}", mended: "P_{i} = P_{i}"),
    .formula(
      "read.layer",
      """
      In this place stands a layer: a number, a letter such as l, or l-1 and l+1. If a superscript is \
      meant as a power, the notation says 'superscript: power'.
      """, "W_{+} = W_{1}", mended: "W_{1} = W_{1}"),
    .formula(
      "read.superscript",
      "A superscript in brackets has a layer and perhaps a sample: a^{(2)}, a^{(2, n)}.",
      "a^{(1, 2, 3)} = a^{(1)}", mended: "a^{(1)} = a^{(1)}"),
    .formula(
      "read.table",
      "Of environments, cases and matrices have a value; an alignment is no part of a formula.",
      #"P = \begin{substack} P \end{substack}"#, mended: "P = P"),
    .formula(
      "read.matrix",
      "A matrix with dots is read from its first element, which must have the indices that count on.",
      #"P = \begin{bmatrix} 1 & \cdots & P_{12} \end{bmatrix}"#, mended: "P = P"),
    .formula(
      "read.space",
      "A statement of sizes names a space of real numbers, such as \\mathbb{R}^{m \\times n}.",
      #"W_1 \in \mathbb{R}"#, mended: #"W_1 \in \mathbb{R}^{2 \times 3}"#),
    .formula(
      "read.distribution",
      "After '\\sim' stands a distribution with two parameters: U(a, b) or N(\\mu, \\sigma^2).",
      #"W_1 \sim Q(0, 1)"#, mended: "W_1 = W_1"),
    .formula(
      "read.deep",
      "Brackets and fractions stand within one another more often than any formula needs.",
      "z_1 = " + String(repeating: "(", count: 240) + "z_1" + String(repeating: ")", count: 240),
      mended: "z_1 = (z_1)"),
    .formula(
      "read.long",
      "The formula has more terms than are evaluated. Part it into several derivations.",
      "z_1 = " + Array(repeating: "z_1", count: 3000).joined(separator: " + "), mended: "z_1 = z_1"),
  ]

  /// Names and indices of formulas and code.
  static let names: [Explanation] = [
    .formula(
      "symbol.unknown",
      """
      Every symbol of a derivation stands for something that the notation names, is an index, or is \
      defined by a line before. Of this one nothing is known, so the formula cannot be evaluated.
      """, "z_1 = X V_1 + b_1", mended: "z_1 = X W_1 + b_1"),
    .formula(
      "index.unbounded",
      "Nothing says how far the index runs: it belongs to no axis of anything with a shape.",
      #"L = \sum_k L"#, mended: #"\sum_k P_k = \sum_i P_i"#),
    .formula(
      "index.shadowed",
      """
      The index of a sum has the name of one that is free outside, so that within the sum it means \
      something else. Name one of the two otherwise.
      """, #"P_i = P_i \sum_i P_i"#, mended: #"P_i = P_i \sum_k P_k"#),
    .formula(
      "index.limit", "A sum runs from one whole number or size to another.",
      #"\sum_{i=1}^{X} P_i = 1"#, mended: #"\sum_{i=1}^{2} P_i = 1"#),
    .formula(
      "derivative.second",
      "A derivative of a derivative is not evaluated; the engine has first derivatives only.",
      #"\frac{\partial}{\partial W_1} \frac{\partial L}{\partial W_1} = 0"#,
      mended: #"\frac{\partial L}{\partial P} = \frac{\partial L}{\partial P}"#),
    .code(
      "expression.large",
      "The values would have more elements, or take more operations, than a lesson may.",
      "zeros((100000, 100000))", mended: "zeros((10, 10))"),
    Explanation(
      "expression.deep",
      """
      An expression is evaluated by recursion, and definitions put into one another can nest it more \
      deeply than any formula is written. Give the parts names of their own.
      """),
  ]
}
