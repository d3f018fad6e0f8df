extension Formula {
  /// Rows of cells between `\begin` and `\end`.
  ///
  /// In an alignment the cells of a row read on from left to right: `a &= b` has the cells `a` and
  /// `= b`, and its `formula` is their sequence. A row is there as soon as it has a cell; the `\\` after
  /// the last one makes none.
  public struct Table: Sendable, Equatable {
    public let environment: Environment
    public let rows: [Row]
    /// How columns are aligned, as many as were declared; empty where the environment decides.
    public let columns: [Column]
    /// How many `\hline` stand below the last row.
    public let linesBelow: Int

    public init(
      _ environment: Environment, rows: [Row], columns: [Column] = [], linesBelow: Int = 0
    ) {
      self.environment = environment
      self.rows = rows
      self.columns = columns
      self.linesBelow = linesBelow
    }
  }

  /// One line of a table.
  public struct Row: Sendable, Equatable {
    public let cells: [Formula]
    public let range: Range<Int>
    /// `\tag{2a}`: what stands in place of the equation's number.
    public let tag: Tag?
    /// `\label{eq:loss}`.
    public let label: Label?
    /// `\notag`, `\nonumber`.
    public let isUnnumbered: Bool
    /// How many `\hline` stand above this row.
    public let linesAbove: Int
    /// Additional room below in em, from `\\[2pt]`.
    public let spaceBelow: Double

    public init(
      cells: [Formula], range: Range<Int>, tag: Tag? = nil, label: Label? = nil,
      isUnnumbered: Bool = false, linesAbove: Int = 0, spaceBelow: Double = 0
    ) {
      self.cells = cells
      self.range = range
      self.tag = tag
      self.label = label
      self.isUnnumbered = isUnnumbered
      self.linesAbove = linesAbove
      self.spaceBelow = spaceBelow
    }
  }

  /// The text of a `\tag`; `\tag*` goes without parentheses.
  public struct Tag: Sendable, Equatable {
    public let text: String
    public let isBare: Bool
    public let range: Range<Int>

    public init(_ text: String, isBare: Bool, at range: Range<Int>) {
      self.text = text
      self.isBare = isBare
      self.range = range
    }
  }

  /// The name by which a formula or one of its rows is referred to.
  public struct Label: Sendable, Equatable {
    public let name: String
    public let range: Range<Int>

    public init(_ name: String, at range: Range<Int>) {
      self.name = name
      self.range = range
    }
  }

  /// A column of an `array`.
  public enum Column: String, Sendable {
    case left = "l"
    case center = "c"
    case right = "r"
    /// A vertical line, which holds no cell.
    case line = "|"
  }

  /// The environments that make a table.
  public enum Environment: String, Sendable, CaseIterable {
    case aligned, align
    case alignStarred = "align*"
    case alignat
    case alignatStarred = "alignat*"
    case alignedat
    case gathered, gather
    case gatherStarred = "gather*"
    case split, multline
    case multlineStarred = "multline*"
    case equation
    case equationStarred = "equation*"
    case cases, dcases, rcases
    case matrix, smallmatrix, pmatrix, bmatrix
    case bracesMatrix = "Bmatrix"
    case vmatrix
    case doubleBarMatrix = "Vmatrix"
    case array
    /// `\substack{k = 1 \\ k \ne i}`, the lines under a sum; also written as an environment.
    case substack

    /// Whether a row is one statement whose cells read on: `a &= b`; in a matrix each cell stands
    /// for itself, in `cases` a value has its condition beside it.
    public var isAlignment: Bool {
      switch self {
      case .aligned, .align, .alignStarred, .alignat, .alignatStarred, .alignedat, .gathered,
        .gather, .gatherStarred, .split, .multline, .multlineStarred, .equation, .equationStarred:
        true
      case .cases, .dcases, .rcases, .matrix, .smallmatrix, .pmatrix, .bmatrix, .bracesMatrix,
        .vmatrix, .doubleBarMatrix, .array, .substack:
        false
      }
    }

    /// Whether the environment is a display of its own, which a formula may consist of.
    public var isDisplay: Bool {
      switch self {
      case .align, .alignStarred, .alignat, .alignatStarred, .gather, .gatherStarred, .multline,
        .multlineStarred, .equation, .equationStarred:
        true
      default: false
      }
    }
  }
}

extension Formula {
  /// The alignment that this formula consists of, if it is nothing else: what a derivation is.
  public var alignment: Table? {
    guard case .table(let table) = unbraced.kind, table.environment.isAlignment else { return nil }
    return table
  }
}

extension Formula.Row {
  /// The row as one formula, its cells read on from left to right.
  public var formula: Formula {
    Formula(.row(cells.flatMap(\.elements)), at: range)
  }
}
