/// A formula as it was written: the one tree where the parser, the MathML writer and the
/// derivation checker meet.
///
/// Every node carries its range in UTF-8 bytes of the text that was parsed, so that whoever finds
/// fault with a piece can point at it. What a macro put in stands at the macro's call; what came in
/// as its argument stands where the argument is written.
///
/// The tree says what is written, not what is meant: in `{a^{(1)}}^T` the superscripts are two
/// nested `scripts`, and whether `(1)` counts a layer is for the reader to decide. Plain brackets
/// are symbols in a row; only `\left…\right` makes a `fenced`.
public struct Formula: Sendable, Equatable {
  public let kind: Kind
  public let range: Range<Int>

  public init(_ kind: Kind, at range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// What a piece of a formula is. Whoever reads formulas handles every case.
  public indirect enum Kind: Sendable, Equatable {
    /// A sequence: the whole formula, or what stands between braces. The range of a braced one
    /// includes its braces. `{}` is an empty row.
    case row([Formula])
    /// Digits, with a decimal point between them: `10`, `0.5`, `.5`. `1e-3` is four nodes, as in TeX.
    case number(String)
    /// A letter, operator, relation, bracket or other single sign.
    case symbol(Symbol)
    /// An upright name of several letters that acts like `\sum`: `\log`, `\max`, `\operatorname{ReLU}`.
    case operatorName(OperatorName)
    /// Words: `\text{für alle}`. Mathematics inside (`\text{if $x$}`) makes a row of both.
    case text(String, Font)
    /// `x_i`, `x^2`, `f'`, `\sum_{k=1}^c`.
    case scripts(Scripts)
    /// `\frac`, `\binom`.
    case fraction(Fraction)
    /// `\sqrt{x}`, `\sqrt[3]{x}`.
    case root(radicand: Formula, index: Formula?)
    /// `\left( … \right)`.
    case fenced(Fenced)
    /// One bracket of its own size: `\big(`, `\Bigg|`, and `\middle|` within a `fenced`.
    case delimiter(Delimiter)
    /// A mark over or under: `\hat y`, `\overline{AB}`, `\underbrace{…}`.
    case accent(Accent)
    /// One thing over or under another: `\overset{!}{=}`, `\xrightarrow{f}`.
    case stack(Stack)
    /// Rows of cells: `aligned`, `cases`, `bmatrix`, …
    case table(Table)
    /// Letters in another alphabet: `\mathbf{w}`, `\mathbb R`, `\mathrm{softmax}`.
    case font(Font, Formula)
    /// `\displaystyle …` with all that follows it in its group.
    case style(Style, Formula)
    /// `\color{red} …`, `\textcolor{#c00}{…}`; the colour is a CSS name or `#` and hex digits.
    case color(String, Formula)
    /// `\mathop{ReLU}`, `\mathbin{…}`: sets how a piece is spaced.
    case classified(Symbol.Class, Formula)
    /// `\boxed`, `\cancel`, `\phantom` and their kin.
    case enclosed(Enclosure, Formula)
    /// A blank of so many em (a negative one pulls together): `\,`, `\quad`, `\hspace{1em}`, `~`.
    case space(Double)
    /// A piece that could not be read, as written; a diagnostic says why.
    case invalid(String)
  }
}

extension Formula {
  /// The children of a row; any other formula is a row of itself.
  public var elements: [Formula] {
    if case .row(let elements) = kind { elements } else { [self] }
  }

  /// This formula without braces around a single piece: `{x}` is `x`, `{{x}}` too.
  public var unbraced: Formula {
    var formula = self
    while case .row(let elements) = formula.kind, elements.count == 1 { formula = elements[0] }
    return formula
  }

  /// The letters and digits of a name, however it was made upright: `softmax` for
  /// `\operatorname{softmax}`, `\mathrm{softmax}`, `\mathop{softmax}`, `\text{softmax}` and `{softmax}`;
  /// nil if anything else is in it.
  public var plainName: String? {
    switch kind {
    case .row(let elements):
      let names = elements.compactMap(\.plainName)
      return !elements.isEmpty && names.count == elements.count ? names.joined() : nil
    case .number(let digits): return digits
    case .symbol(let symbol): return symbol.isLetter ? symbol.text : nil
    case .operatorName(let name): return name.name
    case .text(let text, _): return text
    case .font(_, let body), .classified(_, let body), .style(_, let body), .color(_, let body):
      return body.plainName
    default: return nil
    }
  }
}
