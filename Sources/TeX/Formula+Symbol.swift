extension Formula {
  /// A single sign of mathematics.
  public struct Symbol: Sendable, Equatable {
    /// How TeX spaces a sign against its neighbours (The TeXbook, chapter 17).
    public enum Class: String, Sendable, CaseIterable {
      case ordinary, largeOperator, binary, relation, open, close, punctuation, inner
    }

    /// The sign in Unicode, one spelling for each: `α` for `\alpha` and `α`, `⋅` for `\cdot` and `·`,
    /// `∣` for `\mid`, `≠` for `\neq`, `\ne` and `\not=`. ASCII signs stay as typed: `-`, `*`, `'`, `|`.
    public let text: String
    public let symbolClass: Class

    public init(_ text: String, _ symbolClass: Class) {
      self.text = text
      self.symbolClass = symbolClass
    }

    /// Whether it is a letter, which may be a name: `x`, `α`, `ℓ`, `д`; not `∂`, `∇`, `∞`, `…`.
    public var isLetter: Bool {
      text.unicodeScalars.first?.properties.isAlphabetic ?? false
    }
  }

  /// A name such as `log` or `argmax`, set upright.
  public struct OperatorName: Sendable, Equatable {
    /// As shown: `log`, `lim sup`, `ReLU`.
    public let name: String
    /// Whether its scripts stand under and over it in display style, as those of `\max` do.
    public let takesLimits: Bool

    public init(_ name: String, takesLimits: Bool) {
      self.name = name
      self.takesLimits = takesLimits
    }
  }

  /// An alphabet.
  public enum Font: String, Sendable, CaseIterable {
    /// What the text around has; in mathematics italic letters.
    case normal
    case upright, bold, italic, boldItalic, blackboard, calligraphic, script, fraktur
    case sansSerif, monospace
  }

  /// How large and how open things are set (The TeXbook, chapter 17).
  public enum Style: String, Sendable {
    case display, text, script, scriptscript
  }

  public enum Enclosure: String, Sendable {
    case box, cancel, backCancel, crossCancel
    /// Takes its room and shows nothing; the last two only its width, only its height.
    case phantom, horizontalPhantom, verticalPhantom
    /// Shows and takes no height.
    case smash
  }
}
