extension Explanation {
  /// What comes in pairs, and the names of TeX.
  static let formulas: [Explanation] = [
    .tex(
      "tex.unknown-command",
      """
      No command has this name. Name a function with \\operatorname{softmax}, and define your own \
      commands with \\newcommand in an earlier formula.
      """, #"\alhpa + 1"#, mended: #"\alpha + 1"#),
    .tex(
      "tex.unsupported-command",
      "TeX has this command, but it sets pages or files and means nothing in a formula.",
      #"\usepackage{amsmath} a"#, mended: "a"),
    .tex(
      "tex.unknown-environment", "No environment has the name that follows \\begin.",
      #"\begin{algned} a &= b \end{algned}"#, mended: #"\begin{aligned} a &= b \end{aligned}"#),
    .tex(
      "tex.unknown-color", "A colour is one of TeX's names, such as red, or is written #cc0000.",
      #"\color{rde} a"#, mended: #"\color{red} a"#),
    .tex(
      "tex.unclosed-brace", "A brace is opened and never closed; the caret stands under it.",
      #"\sqrt{a + b"#, mended: #"\sqrt{a + b}"#),
    .tex(
      "tex.unclosed-bracket",
      "The bracket of an optional argument is opened and not closed, as in \\sqrt[3]{x}.",
      #"\sqrt[3{x}"#, mended: #"\sqrt[3]{x}"#),
    .tex(
      "tex.unclosed-dollar",
      "Within \\text, '$' begins mathematics, and a second one ends it. For the sign write \\$.",
      #"\text{at most $x}"#, mended: #"\text{at most $x$}"#),
    .tex(
      "tex.unexpected-brace",
      "A brace is closed that was not opened. For one that is shown write \\}.",
      "a } b", mended: "a + b"),
    .tex(
      "tex.unclosed-left",
      """
      \\left makes a bracket as tall as what it encloses, up to its \\right, which must stand in the same \
      cell and line. Where no bracket is to be seen write \\right. with a full stop.
      """, #"\left( \frac{a}{b}"#, mended: #"\left( \frac{a}{b} \right)"#),
    .tex(
      "tex.unexpected-right", "\\right ends what \\left began, and there is no \\left before it.",
      #"\frac{a}{b} \right)"#, mended: #"\left( \frac{a}{b} \right)"#),
    .tex(
      "tex.missing-delimiter",
      "After \\left, \\right and \\big comes the bracket they make tall, or a full stop for none.",
      #"\left a + b \right)"#, mended: #"\left( a + b \right)"#),
    .tex(
      "tex.unclosed-environment", "\\begin{name} goes on to \\end{name}, and none comes.",
      #"\begin{aligned} a &= b"#, mended: #"\begin{aligned} a &= b \end{aligned}"#),
    .tex(
      "tex.mismatched-end", "\\end must bear the name of the \\begin it ends.",
      #"\begin{aligned} a &= b \end{align}"#, mended: #"\begin{aligned} a &= b \end{aligned}"#),
    .tex(
      "tex.unexpected-end", "\\end stands where nothing of this name was begun.",
      #"a \end{aligned}"#, mended: #"\begin{aligned} a \end{aligned}"#),
    .tex(
      "tex.nested-too-deeply",
      "Groups stand within one another more often than any formula needs. Split the formula.",
      String(repeating: "{", count: 300) + "a" + String(repeating: "}", count: 300), mended: "{a}"),
  ]

  /// How a command of TeX is used.
  static let commands: [Explanation] = [
    .tex(
      "tex.missing-argument",
      "The command works on what follows it, and nothing or too little does.",
      #"\frac{a}"#, mended: #"\frac{a}{b}"#),
    .tex(
      "tex.double-superscript",
      """
      One base has two superscripts, and TeX cannot say whether the second one belongs to the base or to \
      the first. Braces say it. A prime counts as a superscript.
      """, "x^2^3", mended: "x^{2^3}"),
    .tex(
      "tex.double-subscript",
      "One base has two subscripts. Write both in one, or say by braces which belongs to what.",
      "W_1_j", mended: "W_{1j}"),
    .tex(
      "tex.misplaced-alignment",
      "'&' parts the cells of an alignment or a matrix, and none is open. For the sign write \\&.",
      "a &= b", mended: #"\begin{aligned} a &= b \end{aligned}"#),
    .tex(
      "tex.too-many-columns", "The environment has fewer columns than this line has cells.",
      #"\begin{gather} a & b \end{gather}"#, mended: #"\begin{aligned} a & b \end{aligned}"#),
    .tex(
      "tex.misplaced-line-break",
      "A formula is one line. Several stand in an environment such as aligned, parted by \\\\.",
      #"a = b \\ c = d"#, mended: #"\begin{aligned} a &= b \\ c &= d \end{aligned}"#),
    .tex(
      "tex.misplaced-command",
      "The command has a meaning in some places only, which the message names.",
      #"a \hline b"#, mended: #"\begin{array}{c} a \\ \hline b \end{array}"#),
    .tex(
      "tex.command-in-text",
      "Within \\text stand words; mathematics among them stands between dollar signs.",
      #"\text{the rate \alpha}"#, mended: #"\text{the rate $\alpha$}"#),
    .tex(
      "tex.unexpected-character",
      "The character means nothing in a formula. For the sign itself, put a backslash before it.",
      "a # b", mended: "a \\# b"),
    .tex(
      "tex.ambiguous-fraction",
      "\\over parts its whole group in two, so a group has one of them. \\frac says what is meant.",
      #"a \over b \over c"#, mended: #"\frac{a}{\frac{b}{c}}"#),
    .tex(
      "tex.bad-length", "A length is a number and a unit, such as 1.5em, and at most 100em.",
      #"a \hspace{wide} b"#, mended: #"a \hspace{1em} b"#),
    .tex(
      "tex.bad-columns",
      "An array says for each of its columns l, c or r, and | for a line between two.",
      #"\begin{array}{xy} a & b \end{array}"#, mended: #"\begin{array}{cc} a & b \end{array}"#),
    .tex(
      "tex.bad-definition",
      "A definition has a new name, perhaps the number of its arguments, and what it stands for.",
      #"\newcommand{loss}{\mathcal{L}} a"#, mended: #"\newcommand{\loss}{\mathcal{L}} \loss"#),
    .tex(
      "tex.command-exists",
      "\\newcommand makes a new command only. To change one on purpose, use \\renewcommand.",
      #"\newcommand{\alpha}{a} \alpha"#, mended: #"\renewcommand{\alpha}{a} \alpha"#),
    .tex(
      "tex.bad-parameter",
      "#1 to #9 stand for the arguments of a definition that says how many it has: [2] for two.",
      #"\newcommand{\pair}[1]{(#1, #2)} \pair{a}"#,
      mended: #"\newcommand{\pair}[2]{(#1, #2)} \pair{a}{b}"#),
    .tex(
      "tex.endless-macro", "The command stands for something that contains the command itself.",
      #"\newcommand{\again}{a \again} \again"#, mended: #"\newcommand{\again}{a} \again"#),
  ]
}
