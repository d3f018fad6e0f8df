import TeX

extension FuzzTarget {
  /// TeX as between dollar signs, read and written as MathML.
  static let tex = FuzzTarget("tex") {
    Seeds.texts(
      #"\frac{\partial L}{\partial W_2} = \frac{1}{m} a_1^T (P - Y)"#,
      #"\begin{aligned} a &= b \\ &\le \sum_{i=1}^{n} x_i^2 \tag{1} \end{aligned}"#,
      #"\newcommand{\v}[2]{\mathbf{#1}_{#2}} \v{x}{i} \left( \sqrt[3]{y} \right] \text{if $z$}"#,
      #"\begin{cases} 1 & i = j \\ 0 & \text{else} \end{cases} \hat y \overline{ab} \underbrace{x}_{n}"#,
      #"\begin{pmatrix} a & b \\ c & d \end{pmatrix} \operatorname{argmax}\limits_x \color{red}{e} \, \;"#
    )
  } run: { bytes in
    let parsed = ParsedFormula(parsing: text(bytes))
    _ = parsed.formula.mathML(isDisplay: true)
    _ = parsed.formula.mathML(isDisplay: false)
  }
}
