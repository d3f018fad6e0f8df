extension Formula {
  /// A base with what hangs on it.
  ///
  /// One node holds all scripts of one base, in whichever order they were written: `a^{(2)}_j` and
  /// `a_j^{(2)}` differ only in ranges. `{W_2}^T` has a row as its base that holds the inner scripts.
  public struct Scripts: Sendable, Equatable {
    /// Where the scripts of an operator go.
    public enum Placement: String, Sendable {
      /// Under and over in display style if the base takes limits, else beside it.
      case automatic
      /// `\limits`
      case underOver
      /// `\nolimits`
      case beside
    }

    /// An empty row if nothing stands before the script: `{}_i x`, `^\top`.
    public let base: Formula
    public let sub: Formula?
    public let sup: Formula?
    /// How many primes: 1 for `f'`, `f’` and `f^\prime`, 2 for `f''` and `f″`.
    public let primes: Int
    public let placement: Placement

    public init(
      base: Formula, sub: Formula? = nil, sup: Formula? = nil, primes: Int = 0,
      placement: Placement = .automatic
    ) {
      self.base = base
      self.sub = sub
      self.sup = sup
      self.primes = primes
      self.placement = placement
    }
  }

  /// Numerator over denominator.
  public struct Fraction: Sendable, Equatable {
    public let numerator: Formula
    public let denominator: Formula
    /// False for `\binom`, `\atop`.
    public let hasBar: Bool
    /// Display for `\dfrac`, text for `\tfrac`, nil for what the surroundings have.
    public let style: Style?
    /// The brackets of `\binom`; empty for a fraction.
    public let open: String
    public let close: String

    public init(
      _ numerator: Formula, over denominator: Formula, hasBar: Bool = true, style: Style? = nil,
      open: String = "", close: String = ""
    ) {
      self.numerator = numerator
      self.denominator = denominator
      self.hasBar = hasBar
      self.style = style
      self.open = open
      self.close = close
    }
  }

  /// What stands between `\left` and `\right`. A bracket is `""` where `.` was written.
  public struct Fenced: Sendable, Equatable {
    public let open: String
    public let body: Formula
    public let close: String

    public init(_ open: String, _ body: Formula, _ close: String) {
      self.open = open
      self.body = body
      self.close = close
    }
  }

  /// A bracket of its own size.
  public struct Delimiter: Sendable, Equatable {
    public enum Size: Int, Sendable {
      /// `\middle`: as tall as the `\left…\right` around it.
      case fitting
      /// `\big`
      case big
      /// `\Big`
      case large
      /// `\bigg`
      case larger
      /// `\Bigg`
      case largest
    }

    public let text: String
    public let size: Size
    /// Open for `\bigl` and `\middle`, close for `\bigr`, relation for `\bigm`; for plain `\big` what
    /// the bracket is.
    public let symbolClass: Symbol.Class

    public init(_ text: String, size: Size, symbolClass: Symbol.Class) {
      self.text = text
      self.size = size
      self.symbolClass = symbolClass
    }
  }

  /// A mark on a base.
  public struct Accent: Sendable, Equatable {
    /// The command without its backslash: `hat`, `overline`, `underbrace`.
    public let name: String
    /// The mark in Unicode.
    public let mark: String
    public let isUnder: Bool
    /// Whether the mark grows with the base.
    public let isStretchy: Bool
    public let base: Formula

    public init(_ name: String, mark: String, isUnder: Bool, isStretchy: Bool, base: Formula) {
      self.name = name
      self.mark = mark
      self.isUnder = isUnder
      self.isStretchy = isStretchy
      self.base = base
    }
  }

  /// A base with small formulas over and under it.
  public struct Stack: Sendable, Equatable {
    public let base: Formula
    public let over: Formula?
    public let under: Formula?

    public init(base: Formula, over: Formula? = nil, under: Formula? = nil) {
      self.base = base
      self.over = over
      self.under = under
    }
  }
}
