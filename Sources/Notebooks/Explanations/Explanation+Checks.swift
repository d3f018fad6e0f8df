extension Explanation {
  /// What a lesson claims and what does not hold.
  static let checks: [Explanation] = [
    .formula(
      "derivation.refuted",
      """
      The two sides of this step differ on small random networks, at the place and by the values shown. \
      Where exactly one change repairs it, the help names that change. An error that is shown on \
      purpose says 'expect: refuted'.
      """, #"\frac{\partial L}{\partial W_1} = X^T (P - Y) W_2^T"#,
      mended:
        #"\frac{\partial L}{\partial W_1} = \frac{1}{m} X^T \left( (P - Y) W_2^T \odot 1[z_1 > 0] \right)"#
        .replacing(#"\frac{1}{m} "#, with: "")),
    Explanation(
      "derivation.holds",
      "The lesson says that this formula is wrong, and every step of it holds.", in: .formulas,
      "```{derivation} step\nexpect: refuted\n---\nz_1 = X W_1 + b_1\n```",
      "expect: refuted\n---\n",
      to: ""),
    .formula(
      "derivation.undefined",
      "One side has no value: a division by zero, a logarithm of zero, or conditions that nothing meets.",
      #"z_1 = \frac{z_1}{0}"#, mended: "z_1 = z_1"),
    Explanation(
      "derivation.empty", "A derivation needs a formula: after a line '---', or as its whole body.",
      in: .formulas, "```{derivation} step\necho: false\n---\n```", "---\n", to: "---\nP = P\n"),
    Explanation(
      "derivation.correction",
      "'correct' is what a refuted formula should have been. One that is to hold needs none.",
      in: .formulas,
      "```{derivation} step\ncorrect: P = P\n---\nP = P\n```", "correct: P = P\n---\n", to: ""),
    Explanation(
      "derivation.engine",
      """
      The network's own backward pass and a derivative of its forward pass alone differ. The formula is \
      not to blame: with 'fault' in the notation this is what the lesson shows; without it, it would be \
      a mistake of Gradbook.
      """,
      "```{network} net\ninput: 3\nlayers:\n  - {units: 4, activation: relu}\n"
        + "  - {units: 2, activation: softmax}\nloss: cross-entropy\n```\n\n"
        + "```{notation}\nnetwork: net\nfault: missing-mask\n"
        + "symbols: {Y: target, W_l: weights, z_l: preactivation, P: output, L: loss}\n```\n\n"
        + "```{derivation} delta\n"
        + #"\frac{\partial L}{\partial z_1} = (P - Y) W_2^T \odot 1[z_1 > 0]"# + "\n```",
      "fault: missing-mask\n", to: ""),
    Explanation(
      "derivation.notation",
      "There is no notation above. A check before the run finds it, so no lesson gets here."),
    Explanation(
      "derive.folded-bias",
      "The passes that the program writes have the bias as a term of its own, not folded into the weights.",
      "```{network} net\ninput: 2\nlayers:\n  - {units: 2, activation: softmax}\n"
        + "loss: cross-entropy\n```\n\n```{notation}\nnetwork: net\nfolded-bias: true\n"
        + "symbols: {X: input, Y: target, W_l: weights, z_l: preactivation, P: output, L: loss}\n```\n\n"
        + "```{derive}\n```",
      "folded-bias: true\n", to: ""),
    Explanation(
      "derive.wrong",
      """
      A line that the program wrote about this network does not hold on it. That would be a mistake of \
      Gradbook; please report it with the lesson.
      """),
    Explanation(
      "notation.missing",
      "A derivation is evaluated on a network, and a notation above it says which symbol stands for what.",
      "```{network} net\ninput: 2\nlayers:\n  - {units: 2, activation: softmax}\n"
        + "loss: cross-entropy\n```\n\n```{derivation} step\nP = P\n```",
      "```{derivation}",
      to: "```{notation}\nnetwork: net\nsymbols: {P: output}\n```\n\n```{derivation}"),
    Explanation(
      "notation.meaning",
      "A symbol stands for a part of the network, for a size or for a number, by one of the names in the list.",
      "```{network} net\ninput: 2\nlayers:\n  - {units: 2, activation: softmax}\n"
        + "loss: cross-entropy\n```\n\n```{notation}\nnetwork: net\nsymbols: {W_l: wieghts}\n```",
      "wieghts", to: "weights"),
    Explanation(
      "notation.symbol",
      "A symbol is a letter, perhaps with an accent, a font, a subscript or a superscript; not a formula.",
      "```{network} net\ninput: 2\nlayers:\n  - {units: 2, activation: softmax}\n"
        + "loss: cross-entropy\n```\n\n```{notation}\nnetwork: net\nsymbols: {x + y: input}\n```",
      "x + y", to: "x"),
    Explanation(
      "notation.product",
      "'products' says what each sign of a product means: matrix or elementwise, for \\cdot, \\times and such.",
      "```{network} net\ninput: 2\nlayers:\n  - {units: 2, activation: softmax}\n"
        + "loss: cross-entropy\n```\n\n```{notation}\nnetwork: net\n"
        + "products: {+: elementwise}\nsymbols: {X: input}\n```",
      "{+:", to: #"{\times:"#),
    Explanation(
      "notation.shape",
      "The samples of the data have another number of features than the network takes.",
      in: .cells,
      "```{network} wide\ninput: 3\nlayers:\n  - {units: 1, activation: sigmoid}\n"
        + "loss: binary-cross-entropy\n```\n\n"
        + "```{notation}\nnetwork: wide\ndata: moons\nsymbols: {X: input}\n```",
      "network: wide", to: "network: net"),
    Explanation(
      "compute.disagrees",
      """
      The code gives a name of the notation another value than the network itself computes. One of the \
      two must be wrong; the note says where they part.
      """,
      in: .formulas,
      "```{data} moons\ngenerate: {moons: {count: 20}}\nshow: false\n```\n\n"
        + "```{compute}\ndata: moons\n---\nz1 = X @ W1\nP = softmax(z1 @ W2)\n```",
      "z1 = X @ W1\nP = softmax(z1 @ W2)", to: "z1 = X @ W1 + b1"),
    Explanation(
      "compute.gradient",
      "'gradient' gives the derivative of the loss by a weight or a bias of the network, and this is none.",
      in: .formulas,
      "```{data} moons\ngenerate: {moons: {count: 20}}\nshow: false\n```\n\n"
        + "```{compute}\ndata: moons\n---\ngradient(net, W9)\n```",
      "W9", to: "W1"),
    Explanation(
      "compute.shape",
      "The samples of the data have another number of features than the network takes.",
      in: .formulas,
      "```{data} blobs\ngenerate: {blobs: {count: 20, features: 3}}\nshow: false\n```\n\n"
        + "```{compute}\ndata: blobs\n---\nz1 = X @ W1 + b1\n```",
      "{blobs: {count: 20, features: 3}}", to: "{moons: {count: 20}}"),
    Explanation(
      "expect.failed",
      """
      What the lesson says does not come out. If it was right before, look at what changed: the seed, \
      the order of the cells, the data. '≈' allows half a unit of the last digit, or what '±' says.
      """,
      "```{expect}\n0.1 + 0.2 ≈ 0.31\n```", "0.31", to: "0.30"),
    Explanation(
      "expect.empty",
      "The cell states nothing. Each line is a statement, such as 'count(moons) == 20'.",
      "```{expect}\n```", mended: "```{expect}\n1 < 2\n```"),
    Explanation(
      "expect.claim", "A value by itself neither holds nor fails. Compare it with something.",
      "```{expect}\n1 + 1\n```", "1 + 1", to: "1 + 1 == 2"),
    Explanation(
      "expect.joined",
      """
      A statement is one comparison: its two sides are told with the verdict. Comparisons that all have to \
      hold stand on lines of their own; what may hold or not is worked out in a cell '{compute}' first.
      """,
      "```{expect}\n1 < 2 and 2 < 3\n```", "1 < 2 and 2 < 3", to: "1 < 2\n2 < 3"),
  ]

  /// What `{eval}`, `expect` and `table` ask.
  static let measures: [Explanation] = [
    Explanation(
      "query.function", "No measure and no function has this name.", in: .cells,
      "{eval}`acuracy(net, moons)`", "acuracy", to: "accuracy"),
    Explanation(
      "query.arguments",
      "The measure takes another number of arguments; the help shows how it is written.",
      in: .cells, "{eval}`accuracy(net)`", "(net)", to: "(net, moons)"),
    Explanation(
      "query.type",
      "The argument is of another kind: a label of a network, of a dataset, or a number.",
      in: .cells, "{eval}`accuracy(1, moons)`", "(1,", to: "(net,"),
    Explanation(
      "query.name",
      "The name stands for something that is no number by itself. A measure asks something of it.",
      in: .cells, "{eval}`net`", "net", to: "parameters(net)"),
    Explanation(
      "query.format",
      "After a colon stands how the number is written: .4f, .3e, .3g, .1% or d.",
      "{eval}`1 / 3:.2q`", ".2q", to: ".2f"),
    Explanation(
      "query.shape",
      "One number goes into a sentence, and this is an array. Take an element or its sum.",
      "{eval}`ones(2)`", "ones(2)", to: "sum(ones(2))"),
    Explanation(
      "measure.position",
      "Nothing was recorded at this step or epoch. 'first' and 'last' always exist.",
      in: .cells, "{eval}`loss(fit, 99)`", "99", to: "last"),
    Explanation(
      "measure.series",
      "The run recorded no such series. 'record-steps' and 'record-epochs' say what is recorded.",
      in: .cells,
      "```{train} silent\nnetwork: net\ndata: moons\nlearning-rate: 0.1\nsteps: 3\nrecord-steps: 0\n```\n\n"
        + "{eval}`loss(silent, first)`", "record-steps: 0\n", to: ""),
    Explanation(
      "measure.class", "Classes count from 0, and the data have fewer than this.", in: .cells,
      "{eval}`precision(net, moons, 7)`", "7", to: "1"),
    Explanation(
      "measure.case", "The sweep has no such case; cases go by their values or by their names.",
      in: .cells,
      "```{sweep} rates\nrepeat: fit\nover: {fit.learning-rate: [0.1, 0.2]}\n```\n\n"
        + "{eval}`train_accuracy(rates, 3)`", "rates, 3", to: "rates, 0.1"),
    Explanation(
      "measure.test",
      "The sweep was not tested. Its option 'test' names the data to test every case on.",
      in: .cells,
      "```{data} rest\ngenerate: {moons: {count: 20}}\n```\n\n"
        + "```{train} again\nnetwork: net\ndata: rest\nlearning-rate: 0.1\nsteps: 3\n```\n\n"
        + "```{sweep} rates\nrepeat: again\nover: {again.learning-rate: [0.1, 0.2]}\n```\n\n"
        + "{eval}`test_accuracy(rates, 0.1)`",
      "0.2]}", to: "0.2]}\ntest: moons.test"),
    Explanation(
      "measure.undefined",
      """
      The figure has no value: an output is NaN or infinite, nothing was taken for the class, or the \
      targets do not vary. Prose and tables show '–' for it, and no statement about it holds.
      """),
    Explanation(
      "measure.argument",
      "The measure wants the label of a cell. A check before the run finds it, so no lesson gets here."
    ),
  ]

  /// Diagrams in Mermaid's notation.
  static let diagrams: [Explanation] = [
    Explanation(
      "mermaid.kind", "Of Mermaid's diagrams, graphs are drawn: 'graph LR' or 'flowchart TD'.",
      "```mermaid\npie\n```", mended: "```mermaid\ngraph LR\na --> b\n```"),
    Explanation(
      "mermaid.direction", "A graph runs LR, RL, TD (or TB) or BT.",
      "```mermaid\ngraph LX\na --> b\n```", "LX", to: "LR"),
    Explanation(
      "mermaid.syntax", "What stands here is neither a vertex nor a link.",
      "```mermaid\ngraph LR\na --> b\n%) c\n```", "%) c\n", to: ""),
    Explanation(
      "mermaid.bracket", "The text of a vertex stands in brackets, and this one is not closed.",
      "```mermaid\ngraph LR\na[Input --> b\n```", "Input", to: "Input]"),
    Explanation(
      "mermaid.link", "A link leads from one vertex to another: a --> b.",
      "```mermaid\ngraph LR\na -->\n```", "-->", to: "--> b"),
    Explanation(
      "mermaid.loop", "A link from a vertex to itself is not drawn.",
      "```mermaid\ngraph LR\na --> a\n```", "--> a", to: "--> b"),
    Explanation(
      "mermaid.group", "Links lead to vertices, and this is the name of a subgraph.",
      "```mermaid\ngraph LR\nsubgraph one\na --> b\nend\nc --> one\n```", "c --> one", to: "c --> a"
    ),
    Explanation(
      "mermaid.end", "'end' closes a subgraph, and none is open.",
      "```mermaid\ngraph LR\na --> b\nend\n```", "end\n", to: ""),
    Explanation(
      "mermaid.unclosed", "A subgraph goes on to a line 'end', and none comes.",
      "```mermaid\ngraph LR\nsubgraph one\na --> b\n```", "--> b\n", to: "--> b\nend\n"),
    Explanation(
      "mermaid.styling",
      "Colours and styles are passed over: the page has its own, in which it is readable in the dark, too.",
      "```mermaid\ngraph LR\na --> b\nstyle a fill:#f00\n```", "style a fill:#f00\n", to: ""),
    Explanation(
      "mermaid.size", "A diagram of so many vertices nobody could read. Show a part of it.",
      "```mermaid\ngraph LR\n" + (0..<600).map { "a\($0) --> b\($0)\n" }.joined() + "```",
      mended: "```mermaid\ngraph LR\na --> b\n```"),
  ]
}
