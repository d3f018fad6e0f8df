/// The commands that are more than a sign, one row each.
extension Command {
  typealias Row = (String, Command)

  /// Names that are set upright (The TeXbook, chapter 18); those under `limits` take theirs below.
  static let names: [Row] =
    plainNames.split(separator: " ").map { (String($0), name(String($0), limits: false)) }
    + limitNames.split(separator: " ").map { (String($0), name(String($0), limits: true)) }
    + [
      ("limsup", name("lim sup", limits: true)), ("liminf", name("lim inf", limits: true)),
      ("injlim", name("inj lim", limits: true)), ("projlim", name("proj lim", limits: true)),
      ("argmax", name("arg max", limits: true)), ("argmin", name("arg min", limits: true)),
    ]

  private static let plainNames = """
    arccos arcsin arctan arg cos cosh cot coth csc deg dim exp hom ker lg ln log sec sin sinh tan tanh
    """

  private static let limitNames = "det gcd inf lim max min Pr sup"

  private static func name(_ name: String, limits: Bool) -> Command {
    .operatorName(Formula.OperatorName(name, takesLimits: limits))
  }

  static let marks: [Row] = [
    over("hat", "ˆ"), over("check", "ˇ"), over("tilde", "˜"), over("acute", "´"),
    over("grave", "`"), over("dot", "˙"), over("ddot", "¨"), over("dddot", "˙˙˙"),
    over("breve", "˘"), over("bar", "¯"), over("vec", "→"),
    over("mathring", "˚"),
    over("widehat", "\u{302}", stretchy: true), over("widetilde", "~", stretchy: true),
    over("widecheck", "ˇ", stretchy: true), over("overline", "¯", stretchy: true),
    over("overrightarrow", "→", stretchy: true), over("overleftarrow", "←", stretchy: true),
    over("overleftrightarrow", "↔", stretchy: true), over("overbrace", "⏞", stretchy: true),
    over("overbracket", "⎴", stretchy: true), over("overparen", "⏜", stretchy: true),
    under("underline", "_"), under("underbar", "_"), under("underbrace", "⏟"),
    under("underbracket", "⎵"), under("underparen", "⏝"), under("underrightarrow", "→"),
    under("underleftarrow", "←"), under("underleftrightarrow", "↔"),
  ]

  private static func over(_ name: String, _ mark: String, stretchy: Bool = false) -> Row {
    (name, .accent(Mark(text: mark, isUnder: false, isStretchy: stretchy)))
  }

  private static func under(_ name: String, _ mark: String) -> Row {
    (name, .accent(Mark(text: mark, isUnder: true, isStretchy: true)))
  }

  static let alphabets: [Row] = [
    ("mathrm", .font(.upright)), ("mathnormal", .font(.normal)), ("mathit", .font(.italic)),
    ("mathbf", .font(.bold)), ("boldsymbol", .font(.boldItalic)), ("bm", .font(.boldItalic)),
    ("mathbfit", .font(.boldItalic)), ("mathbb", .font(.blackboard)), ("Bbb", .font(.blackboard)),
    ("mathcal", .font(.calligraphic)), ("mathscr", .font(.script)), ("mathfrak", .font(.fraktur)),
    ("mathsf", .font(.sansSerif)), ("mathtt", .font(.monospace)),
    ("rm", .fontSwitch(.upright)), ("bf", .fontSwitch(.bold)), ("it", .fontSwitch(.italic)),
    ("cal", .fontSwitch(.calligraphic)), ("sf", .fontSwitch(.sansSerif)),
    ("tt", .fontSwitch(.monospace)),
    ("text", .text(.normal)), ("textrm", .text(.normal)), ("textnormal", .text(.normal)),
    ("mbox", .text(.normal)), ("hbox", .text(.normal)), ("textup", .text(.normal)),
    ("textbf", .text(.bold)), ("textit", .text(.italic)), ("emph", .text(.italic)),
    ("textsf", .text(.sansSerif)), ("texttt", .text(.monospace)),
  ]

  /// In em: a math unit is 1/18 em (The TeXbook, chapter 18).
  static let spaces: [Row] = [
    (",", .space(3.0 / 18)), ("thinspace", .space(3.0 / 18)),
    (":", .space(4.0 / 18)), (">", .space(4.0 / 18)), ("medspace", .space(4.0 / 18)),
    (";", .space(5.0 / 18)), ("thickspace", .space(5.0 / 18)),
    ("!", .space(-3.0 / 18)), ("negthinspace", .space(-3.0 / 18)),
    ("negmedspace", .space(-4.0 / 18)), ("negthickspace", .space(-5.0 / 18)),
    (" ", .space(1.0 / 3)), ("space", .space(1.0 / 3)), ("nobreakspace", .space(1.0 / 3)),
    ("enspace", .space(0.5)), ("enskip", .space(0.5)), ("quad", .space(1)), ("qquad", .space(2)),
  ]

  static let layouts: [Row] = [
    ("frac", .fraction(FractionForm())), ("cfrac", .fraction(FractionForm(style: .display))),
    ("dfrac", .fraction(FractionForm(style: .display))),
    ("tfrac", .fraction(FractionForm(style: .text))),
    ("binom", .fraction(FractionForm(hasBar: false, open: "(", close: ")"))),
    ("dbinom", .fraction(FractionForm(hasBar: false, style: .display, open: "(", close: ")"))),
    ("tbinom", .fraction(FractionForm(hasBar: false, style: .text, open: "(", close: ")"))),
    ("over", .infixFraction(FractionForm())), ("atop", .infixFraction(FractionForm(hasBar: false))),
    ("choose", .infixFraction(FractionForm(hasBar: false, open: "(", close: ")"))),
    ("sqrt", .root), ("overset", .overset), ("underset", .underset), ("stackrel", .stackrel),
    ("xrightarrow", .labelledArrow("→")), ("xleftarrow", .labelledArrow("←")),
    ("xleftrightarrow", .labelledArrow("↔")), ("xRightarrow", .labelledArrow("⇒")),
    ("xLeftarrow", .labelledArrow("⇐")), ("xmapsto", .labelledArrow("↦")),
    ("xlongequal", .labelledArrow("=")), ("substack", .substack),
    ("displaystyle", .style(.display)), ("textstyle", .style(.text)),
    ("scriptstyle", .style(.script)), ("scriptscriptstyle", .style(.scriptscript)),
    ("mathop", .classified(.largeOperator)), ("mathbin", .classified(.binary)),
    ("mathrel", .classified(.relation)), ("mathord", .classified(.ordinary)),
    ("mathopen", .classified(.open)), ("mathclose", .classified(.close)),
    ("mathpunct", .classified(.punctuation)), ("mathinner", .classified(.inner)),
    ("boxed", .enclosed(.box)), ("fbox", .enclosed(.box)), ("cancel", .enclosed(.cancel)),
    ("bcancel", .enclosed(.backCancel)), ("xcancel", .enclosed(.crossCancel)),
    ("phantom", .enclosed(.phantom)), ("hphantom", .enclosed(.horizontalPhantom)),
    ("vphantom", .enclosed(.verticalPhantom)), ("smash", .enclosed(.smash)),
    ("big", .sized(.big, nil)), ("Big", .sized(.large, nil)), ("bigg", .sized(.larger, nil)),
    ("Bigg", .sized(.largest, nil)),
    ("bigl", .sized(.big, .open)), ("Bigl", .sized(.large, .open)),
    ("biggl", .sized(.larger, .open)), ("Biggl", .sized(.largest, .open)),
    ("bigr", .sized(.big, .close)), ("Bigr", .sized(.large, .close)),
    ("biggr", .sized(.larger, .close)), ("Biggr", .sized(.largest, .close)),
    ("bigm", .sized(.big, .relation)), ("Bigm", .sized(.large, .relation)),
    ("biggm", .sized(.larger, .relation)), ("Biggm", .sized(.largest, .relation)),
    ("left", .left), ("right", .right), ("middle", .middle), ("begin", .begin), ("end", .end),
    ("\\", .lineBreak), ("cr", .lineBreak), ("newline", .lineBreak), ("hline", .horizontalLine),
    ("limits", .limits(.underOver)), ("nolimits", .limits(.beside)),
    ("displaylimits", .limits(.automatic)), ("not", .not), ("prime", .prime),
    ("operatorname", .operatorNameArgument), ("color", .colorSwitch), ("textcolor", .colored),
    ("hspace", .horizontalSpace), ("kern", .horizontalSpace), ("mkern", .horizontalSpace),
    ("mspace", .horizontalSpace), ("hskip", .horizontalSpace), ("mskip", .horizontalSpace),
    ("pmod", .modulo(.parenthesized)), ("mod", .modulo(.bare)), ("bmod", .modulo(.binary)),
    ("tag", .tag), ("label", .label), ("notag", .noTag), ("nonumber", .noTag),
    ("newcommand", .define(.new)), ("renewcommand", .define(.renew)),
    ("providecommand", .define(.provide)), ("DeclareMathOperator", .declareOperator),
    ("mathstrut", .ignored(arguments: 0)), ("strut", .ignored(arguments: 0)),
    ("relax", .ignored(arguments: 0)), ("allowbreak", .ignored(arguments: 0)),
    ("nobreak", .ignored(arguments: 0)), ("/", .ignored(arguments: 0)),
    ("def", .unsupported(instead: "define the command with \\newcommand")),
    ("gdef", .unsupported(instead: "define the command with \\newcommand")),
    ("let", .unsupported(instead: "define the command with \\newcommand")),
    ("require", .unsupported(instead: "delete it: nothing has to be loaded")),
    ("usepackage", .unsupported(instead: "delete it: nothing has to be loaded")),
    ("href", .unsupported(instead: "write the link in the text around the formula")),
    ("ref", .unsupported(instead: "write @eq-name in the text around the formula")),
    ("eqref", .unsupported(instead: "write @eq-name in the text around the formula")),
    ("verb", .unsupported(instead: "use \\texttt")),
  ]
}
