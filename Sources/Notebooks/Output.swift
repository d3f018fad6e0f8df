import Derivations
import Diagnostics
import Markup
import Plots

/// Something a cell shows on the page.
///
/// A new kind is a case here and a template; the compiler lists the places that must know it.
public enum Output: Sendable {
  case table(Table)
  case figure(Figure)
  case code(Listing)
  case verdicts([Expectation])
  case notice(Notice)
  case derivation(DerivationRecord)
  case agreements([Agreement])
  /// The passes of a network as the program wrote and checked them.
  case derived(AutomaticDerivation)
}

/// Rows of text under a header.
public struct Table: Sendable, Equatable {
  public enum Alignment: String, Sendable {
    case left
    case right
  }

  public struct Column: Sendable, Equatable {
    public let title: String
    public let alignment: Alignment

    public init(_ title: String, _ alignment: Alignment = .right) {
      self.title = title
      self.alignment = alignment
    }
  }

  public let columns: [Column]
  /// Each as long as `columns`; the first cell names the row.
  public let rows: [[Content]]
  public var caption: String?

  /// What stands in a cell.
  public enum Content: Sendable, Equatable, ExpressibleByStringLiteral,
    ExpressibleByStringInterpolation
  {
    case text(String)
    case nodes([Node])

    public init(stringLiteral value: String) { self = .text(value) }

    public var plainText: String {
      switch self {
      case .text(let text): text
      case .nodes(let nodes): nodes.plainText
      }
    }
  }

  public init(_ columns: [Column], rows: [[Content]], caption: String? = nil) {
    self.columns = columns
    self.rows = rows
    self.caption = caption
  }
}

/// A picture with its caption; the picture brings the same numbers as a table for those who cannot
/// see it.
public struct Figure: Sendable, Equatable {
  public let picture: Picture
  public let caption: String?

  public init(_ picture: Picture, caption: String? = nil) {
    self.picture = picture
    self.caption = caption
  }
}

/// A piece of code or printed output.
public struct Listing: Sendable, Equatable {
  public let text: String
  public let language: String?

  public init(_ text: String, language: String? = nil) {
    self.text = text
    self.language = language
  }
}

/// A statement of an `expect` cell and what became of it.
public struct Expectation: Sendable, Equatable {
  public enum Verdict: String, Sendable {
    case held
    case failed
    /// Meant for data that this run did not have.
    case notChecked
  }

  public let statement: String
  public let verdict: Verdict
  /// The value found, or why it was not checked.
  public let finding: String
  public let range: Range<Int>
}

/// A remark of the page's own about a cell.
public struct Notice: Sendable, Equatable {
  public enum Kind: String, Sendable {
    case note
    case warning
    case standIn
  }

  public let kind: Kind
  public let text: String

  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

extension Output {
  /// The errors this output stands for: expectations that failed.
  var failures: [Diagnostic] {
    switch self {
    case .verdicts(let expectations):
      expectations.filter { $0.verdict == .failed }.map {
        Diagnostic(
          "expect.failed", "expected \($0.statement)", at: $0.range, notes: [.init($0.finding)])
      }
    case .derivation(let record): record.failures
    case .agreements(let agreements):
      agreements.filter { !$0.holds }.map {
        Diagnostic(
          "compute.disagrees", "'\($0.name)' is not what the engine computes", at: $0.range,
          notes: $0.difference.map { [.init($0)] } ?? [])
      }
    case .table, .figure, .code, .notice, .derived: []
    }
  }
}
