import Diagnostics

/// A kind of cell that does something: a fenced block whose info string is `{name}`.
///
/// To add one, write a file in `Directives/` with a type that conforms to this, and add one line to
/// `DirectiveSet.standard`. The example is shown on the reference page and run by a test.
public protocol Directive: Sendable {
  /// The name in braces.
  static var name: String { get }
  /// What it does, in one sentence.
  static var summary: String { get }
  /// What else there is to know of it, in paragraphs of Markdown without marks.
  static var details: [String] { get }
  /// A small whole notebook that uses it.
  static var example: String { get }
  /// The label it has if the author gives none: a lesson has one notation and needs no name for it.
  static var implicitLabel: String? { get }
  /// Whether it needs a label, may have one, or must not.
  static var labelling: Labelling { get }
  /// Whether a line `---` and content of its own may follow the options.
  static var content: ContentRule { get }

  /// Reads the options. What is wrong is reported to `options`; nothing is thrown, so that all
  /// mistakes of a notebook come at once.
  init(_ options: Options)

  /// What the cell's label will stand for, as far as it is known before anything runs.
  var definition: LabelKind? { get }

  /// What it may show that a link can lead to: pictures, tables, derivations.
  var exhibits: Set<ExhibitKind> { get }

  /// The labels of earlier cells that this one changes: `train` changes its network.
  var changes: [String] { get }

  /// The arrays that its code makes, which later cells may ask for by name.
  var arrays: [ArrayDefinition] { get }

  /// The options that only say how the outcome looks: a change of them does not run the cell again.
  static var presentation: Set<String> { get }

  /// Whether what it makes is kept as it is, since making it again takes long.
  static var keepsValues: Bool { get }

  /// What the outcome rests on besides the options, the labels referred to and the random numbers.
  func foundations(in session: Session) throws -> [Foundation]

  /// Shows anew what the cell made; nil if it must run for that.
  func present(in session: inout Session) throws -> [Output]?

  /// What is to be done even where the outcome was kept from an earlier run: a file to be written.
  func finish(in session: Session) throws

  /// Does the work. Throws a `CellFailure`, or an error of the engine or the datasets, which is then
  /// shown at the cell.
  func run(in session: inout Session) throws -> [Output]
}

extension Directive {
  public static var details: [String] { [] }
  public static var implicitLabel: String? { nil }
  public static var labelling: Labelling { .optional }
  public static var content: ContentRule { .none }
  public var definition: LabelKind? { nil }
  public var exhibits: Set<ExhibitKind> { [] }
  public var changes: [String] { [] }
  public var arrays: [ArrayDefinition] { [] }
  public static var presentation: Set<String> { [] }
  public static var keepsValues: Bool { false }
  public func foundations(in session: Session) throws -> [Foundation] { [] }
  public func present(in session: inout Session) throws -> [Output]? { nil }
  public func finish(in session: Session) throws {}
}

public enum Labelling: Sendable {
  case required
  case optional
}

/// What may follow the options of a directive.
public enum ContentRule: Sendable, Equatable {
  case none
  /// Content is the whole body where no line `---` separates options from it.
  case content(String)
}

/// The directives a notebook may use.
public struct DirectiveSet: Sendable {
  public let directives: [any Directive.Type]

  public init(_ directives: [any Directive.Type]) { self.directives = directives }

  public var names: [String] { directives.map { $0.name } }

  subscript(name: String) -> (any Directive.Type)? { directives.first { $0.name == name } }
}

/// Why a cell could not be run, at one of its options where that is known.
public struct CellFailure: Error, Sendable {
  public let id: String
  public let message: String
  public let range: Range<Int>?
  public let help: [String]
  /// What the cell had to show when it failed, such as the learning curve of a run that diverged.
  public let outputs: [Output]

  public init(
    _ id: String, _ message: String, at range: Range<Int>? = nil, help: [String] = [],
    outputs: [Output] = []
  ) {
    self.id = id
    self.message = message
    self.range = range
    self.help = help
    self.outputs = outputs
  }
}
