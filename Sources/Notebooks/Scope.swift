import Derivations
import Diagnostics
import Expressions
import Neural

/// The labels that earlier cells define, as far as they are known without running.
public struct Scope: Sendable {
  /// A label with what it stands for and where it was defined.
  public struct Definition: Sendable {
    public let name: String
    public let kind: LabelKind
    public let range: Range<Int>
  }

  private var definitions: [Definition] = []
  /// Where the last definition of each name stands, so that a lesson of many cells is read in time
  /// that grows with their number.
  private var places: [String: Int] = [:]
  /// The cells so far as they were written, in order.
  private(set) var sources: [CellSource] = []
  /// The arrays that code makes.
  private var knownArrays: [String: KnownArray] = [:]

  private struct KnownArray: Sendable {
    /// The labels it rests on.
    let labels: Set<String>
    /// Nil where the code that makes it is wrong.
    let shape: TensorShape?
  }

  public init() {}

  public subscript(name: String) -> Definition? { places[name].map { definitions[$0] } }

  public func names(of kinds: Set<LabelKind.Tag>) -> [String] {
    definitions.filter { kinds.contains($0.kind.tag) }.map(\.name)
  }

  /// The layers of a network, known before it runs.
  func architecture(of network: LabelReference) -> Architecture? {
    if case .network(let architecture) = self[network.name]?.kind { architecture } else { nil }
  }

  /// The notation a cell asks for by its option `notation`, or the last one above it.
  ///
  /// - Parameter isNeeded: whether it is reported where there is none.
  func notation(_ options: Options, isNeeded: Bool = true) -> LabelReference? {
    let given = options.optional(
      "notation", .label(.notation), "the label of the notation; the last one above if not given")
    if given != nil || options.has("notation") { return given }
    guard let last = definitions.last(where: { $0.kind.tag == .notation }) else {
      guard isNeeded else { return nil }
      options.report(
        Diagnostic(
          "notation.missing", "no notation above says what the symbols stand for",
          at: options.place(of: "notation"),
          help: ["bind them in a cell '{notation}': 'symbols: {X: input, W_l: weights, …}'"]))
      return nil
    }
    options.context.note(reference: last.name)
    return LabelReference(name: last.name, part: nil, range: options.place(of: "notation"))
  }

  /// What a notation binds, if nothing was found wrong with it.
  func binding(of notation: LabelReference) -> NotationDirective? {
    let source = sources.last { $0.label == notation.name && $0.directive is NotationDirective }
    return source?.isSound == true ? source?.directive as? NotationDirective : nil
  }

  /// The network whose symbols a notation binds.
  func network(of notation: LabelReference) -> LabelReference? {
    directive(of: notation)?.network
  }

  func notation(of label: LabelReference) -> Notation? { directive(of: label)?.notation }

  private func directive(of notation: LabelReference) -> NotationDirective? {
    sources.last { $0.label == notation.name }?.directive as? NotationDirective
  }

  /// The names of the arrays that code cells make.
  public var arrays: [String] { knownArrays.keys.sorted() }

  /// The shapes of these arrays, as far as they are known.
  var arrayShapes: [String: TensorShape] { knownArrays.compactMapValues(\.shape) }

  /// The labels that an array rests on; nil if no code makes an array of this name.
  func labels(ofArray name: String) -> Set<String>? { knownArrays[name]?.labels }

  mutating func define(_ array: ArrayDefinition, from labels: [String]) {
    knownArrays[array.name] = KnownArray(labels: Set(labels), shape: array.shape)
  }

  mutating func define(_ name: String, as kind: LabelKind, at range: Range<Int>) {
    places[name] = definitions.count
    definitions.append(Definition(name: name, kind: kind, range: range))
  }

  mutating func keep(_ source: CellSource) { sources.append(source) }

  /// What was known to a cell at this offset.
  func before(_ offset: Int) -> Scope {
    var earlier = self
    earlier.definitions.removeAll { $0.range.lowerBound >= offset }
    earlier.places = Dictionary(
      earlier.definitions.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { $1 })
    earlier.sources.removeAll { $0.head.lowerBound >= offset }
    return earlier
  }
}

/// An array that the code of a cell makes.
public struct ArrayDefinition: Sendable {
  public let name: String
  /// Nil where the code that makes it is wrong.
  let shape: TensorShape?
}

/// A reference to what an earlier cell made.
public struct LabelReference: Sendable, Equatable {
  public let name: String
  /// The part after a dot: `train` of `iris.train`.
  public let part: String?
  public let range: Range<Int>

  /// As the user wrote it.
  public var text: String { part.map { "\(name).\($0)" } ?? name }
}

extension OptionType where Value == LabelReference {
  /// The label of something that an earlier cell made.
  public static func label(_ kinds: LabelKind.Tag...) -> Self {
    let wanted = Set(kinds)
    let words = kinds.map(\.words).joined(separator: " or ")
    return Self(
      "the label of \(words)", standIn: LabelReference(name: "", part: nil, range: 0..<0),
      form: OptionForm(labels: wanted)
    ) { setting, context in
      guard case .text(let text, _) = setting.content else { return nil }
      let pieces = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(pieces.first ?? "")
      let part = pieces.count > 1 ? String(pieces[1]) : nil
      let reference = LabelReference(name: name, part: part, range: setting.range)
      return context.scope.resolve(reference, as: wanted, context) ? reference : nil
    }
  }
}

extension Scope {
  /// Whether a reference stands for one of the kinds wanted; reports why not.
  func resolve(_ reference: LabelReference, as wanted: Set<LabelKind.Tag>, _ context: OptionContext)
    -> Bool
  {
    let words = wanted.map(\.words).sorted().joined(separator: " or ")
    guard let definition = self[reference.name] else {
      let candidates = names(of: wanted)
      context.report(
        Diagnostic(
          "label.unknown", "no earlier cell is labelled '\(reference.name.shortened)'",
          at: reference.range,
          help: candidates.isEmpty
            ? ["this must be the label of \(words), defined above it"]
            : NearestName.help(for: reference.name, in: candidates, called: "labels of \(words)")))
      return false
    }
    guard wanted.contains(definition.kind.tag) else {
      context.report(
        Diagnostic(
          "label.kind",
          "'\(reference.name)' is \(definition.kind.tag.words), expected \(words)",
          at: reference.range,
          notes: [.init("'\(reference.name)' is defined here", at: definition.range)],
          help: NearestName.help(for: "", in: names(of: wanted), called: "labels of \(words)")))
      return false
    }
    context.note(reference: reference.name)
    if definition.kind.tag == .dataset { context.note(data: reference) }
    return true
  }
}
