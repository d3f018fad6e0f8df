import Diagnostics

/// The options of one directive or one group within it, read by name and type.
///
/// Reading never stops at the first mistake: a wrong or missing value is reported and a stand-in
/// returned. Each question asked is kept, so that the reference page lists every option with its
/// type, default and help without a second table.
public final class Options {
  /// What the options belong to, for messages: `'train'`, or `a layer such as {units: 20}`.
  let owner: String
  /// The label of the cell; empty if it has none.
  public let label: String
  /// The part after the line `---`, for directives that take content.
  public let content: SourceExcerpt?
  let context: OptionContext
  private let entries: [Setting.Entry]
  /// Where to report what is missing.
  private let range: Range<Int>
  public private(set) var asked: [OptionDescription] = []
  /// Whether it is not known which options there are.
  private var isUndecided = false

  init(
    of owner: String, label: String = "", _ entries: [Setting.Entry],
    content: SourceExcerpt? = nil, at range: Range<Int>, context: OptionContext
  ) {
    self.owner = owner
    self.label = label
    self.entries = entries
    self.content = content
    self.range = range
    self.context = context
  }

  /// Nothing written, to learn what is asked.
  static func none(of owner: String, entries: [Setting.Entry] = []) -> Options {
    Options(
      of: owner, entries, at: 0..<0,
      context: OptionContext(scope: Scope(), parameters: Parameters()))
  }

  public var scope: Scope { context.scope }

  /// Whether the option is written at all.
  public func has(_ name: String) -> Bool { entries.contains { $0.key == name } }

  /// Where an option's value stands, or the whole block if it is not written.
  public func place(of name: String) -> Range<Int> {
    entries.first { $0.key == name }?.value.range ?? range
  }

  /// Whether anything was wrong so far.
  var hasReported: Bool { !context.diagnostics.isEmpty }

  public func report(_ diagnostic: Diagnostic) { context.report(diagnostic) }

  /// Whether something was wrong so far, with these options or around them.
  var hasErrors: Bool { context.diagnostics.contains { $0.severity == .error } }

  /// An option that must be written.
  public func required<Value>(_ name: String, _ type: OptionType<Value>, _ help: String) -> Value {
    describe(name, type.words, type.form, default: nil, required: true, help)
    if let value = read(name, type) { return value }
    context.report(
      Diagnostic(
        "option.missing", "\(owner) needs the option '\(name)': \(help)", at: range,
        help: ["write '\(name): …', where … is \(type.words)"]))
    return type.standIn
  }

  /// An option that must be written and decides which others there are; nil where it is missing or
  /// wrong. Then nothing is known of the others, and nothing is said of them.
  func deciding<Value>(_ name: String, _ type: OptionType<Value>, _ help: String) -> Value? {
    let before = context.diagnostics.count
    let value = required(name, type, help)
    guard has(name), context.diagnostics.count == before else {
      isUndecided = true
      return nil
    }
    return value
  }

  /// An option that may be left out; `shown` is what then holds, as the reference page prints it.
  public func optional<Value>(
    _ name: String, _ type: OptionType<Value>, shown: String? = nil, _ help: String
  ) -> Value? {
    describe(name, type.words, type.form, default: shown, required: false, help)
    return read(name, type)
  }

  /// An option with a default; `shown` is the default as the reference page prints it.
  public func value<Value>(
    _ name: String, _ type: OptionType<Value>, default standard: Value, shown: String? = nil,
    _ help: String
  ) -> Value {
    describe(name, type.words, type.form, default: shown ?? "\(standard)", required: false, help)
    return read(name, type) ?? standard
  }

  /// Reports that neither of two options is written of which one is needed.
  func reportMissing(_ name: String, or other: String, _ help: String) {
    context.report(
      Diagnostic(
        "option.missing", "\(owner) needs the option '\(name)' or '\(other)': \(help)", at: range)
    )
  }

  /// Reports two options that exclude each other.
  func reportConflict(_ name: String, _ other: String, _ help: String) {
    context.report(
      Diagnostic(
        "option.conflict", "'\(name)' and '\(other)' cannot both be given",
        at: place(of: other), notes: [.init("'\(name)' is given here", at: place(of: name))],
        help: [help]))
  }

  /// Reports an option that is written where nothing reads it.
  ///
  /// - Parameter reason: what it would need, or what stands against it.
  func reportUnused(_ name: String, _ reason: String, help: [String]) {
    context.report(
      Diagnostic(
        "option.unused", "'\(name)' has no effect: \(reason)", at: place(of: name), help: help))
  }

  private func read<Value>(_ name: String, _ type: OptionType<Value>) -> Value? {
    guard let entry = entries.first(where: { $0.key == name }) else { return nil }
    return entry.value.read(as: type, in: context)
  }

  private func describe(
    _ name: String, _ type: String, _ form: OptionForm, default standard: String?, required: Bool,
    _ help: String
  ) {
    guard !asked.contains(where: { $0.name == name }) else { return }
    asked.append(
      OptionDescription(
        name: name, type: type, form: form, standard: standard, isRequired: required, help: help))
  }

  /// Reports every option that was written and never asked for.
  func reportUnknown() {
    guard !isUndecided else { return }
    let names = asked.map(\.name)
    for entry in entries where !names.contains(entry.key) {
      context.report(
        Diagnostic(
          "option.unknown", "unknown option '\(entry.key.shortened)' for \(owner)",
          at: entry.keyRange,
          help: NearestName.help(for: entry.key, in: names, called: "options")))
    }
  }
}

/// An option as the reference page shows it.
public struct OptionDescription: Sendable, Equatable {
  public let name: String
  /// In the words of an error message: `a positive integer`.
  public let type: String
  public let form: OptionForm
  public let standard: String?
  public let isRequired: Bool
  public let help: String
}
