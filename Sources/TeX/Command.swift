/// What a command does. A new symbol, name, accent or alphabet is a row in a table; only a case that
/// is not here needs code.
enum Command: Sendable, Equatable {
  case symbol(Formula.Symbol)
  case operatorName(Formula.OperatorName)
  case space(Double)
  case accent(Mark)
  /// `\mathbf{…}`
  case font(Formula.Font)
  /// `\bf …` to the end of the group.
  case fontSwitch(Formula.Font)
  /// `\text{…}`
  case text(Formula.Font)
  case style(Formula.Style)
  case fraction(FractionForm)
  /// `\over`: what stands before it in the group over what stands after it.
  case infixFraction(FractionForm)
  case root
  /// `\overset{a}{b}`, the small formula first; `\stackrel` makes a relation.
  case overset, underset, stackrel
  /// `\xrightarrow[below]{above}` with its sign.
  case labelledArrow(String)
  case substack
  case classified(Formula.Symbol.Class)
  case enclosed(Formula.Enclosure)
  /// `\big(`
  case sized(Formula.Delimiter.Size, Formula.Symbol.Class?)
  case left, right, middle
  case begin, end, lineBreak, horizontalLine
  case limits(Formula.Scripts.Placement)
  case not, prime
  case operatorNameArgument
  /// `\color{c} …` to the end of the group, and `\textcolor{c}{…}`.
  case colorSwitch, colored
  case horizontalSpace
  case modulo(Modulo)
  case tag, label, noTag
  case define(Definer)
  case declareOperator
  /// Has no bearing on what is shown here; takes that many arguments.
  case ignored(arguments: Int)
  /// Known from elsewhere, but not to be had; with what to do instead.
  case unsupported(instead: String)

  struct Mark: Sendable, Equatable {
    let text: String
    let isUnder: Bool
    let isStretchy: Bool
  }

  struct FractionForm: Sendable, Equatable {
    var hasBar = true
    var style: Formula.Style?
    var open = ""
    var close = ""
  }

  enum Modulo: Sendable {
    case parenthesized, bare, binary
  }

  enum Definer: Sendable {
    case new, renew, provide
  }

  /// Every command by its name without backslash.
  static let all: [String: Command] = {
    var all: [String: Command] = [:]
    for row in SymbolTable.rows { all[row.name] = .symbol(row.symbol) }
    for (name, command) in names + marks + alphabets + spaces + layouts { all[name] = command }
    return all
  }()

  /// The names that consist of letters, in alphabetical order: what a misspelt one may have meant.
  static let words: [String] = all.keys.filter { $0.first?.isTeXLetter == true }.sorted()
}
