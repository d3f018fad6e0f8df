import Diagnostics

/// What an option may hold: how it is read, and the words for it in an error message.
///
///     error: expected a positive integer, found 'many' [option.type]
///      --> iris.md:41:8
///        |
///     41 | epochs: many
///        |         ^^^^
public struct OptionType<Value: Sendable>: Sendable {
  /// With an article, as in "expected a positive integer".
  let words: String
  /// What a directive gets where the value was wrong, so that the rest of it is still checked;
  /// a notebook with an error is never run, so no result ever depends on it.
  let standIn: Value
  let form: OptionForm
  /// Nil means that the value is not of this type; a more exact diagnostic may be reported.
  let read: @Sendable (Setting, OptionContext) -> Value?

  public init(
    _ words: String, standIn: Value, form: OptionForm = OptionForm(),
    read: @escaping @Sendable (Setting, OptionContext) -> Value?
  ) {
    self.words = words
    self.standIn = standIn
    self.form = form
    self.read = read
  }
}

/// What is known around an option: the labels defined before it, and where to report to.
public final class OptionContext {
  public let scope: Scope
  public let parameters: Parameters
  public private(set) var diagnostics: [Diagnostic] = []
  /// The labels that were referred to.
  private(set) var references: [String] = []
  /// The datasets among them, each with the part that was named.
  private(set) var data: [LabelReference] = []
  /// The networks and datasets that are used together.
  private(set) var pairings: [Pairing] = []

  init(scope: Scope, parameters: Parameters) {
    self.scope = scope
    self.parameters = parameters
  }

  public func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  func note(reference name: String) {
    if !references.contains(name) { references.append(name) }
  }

  func note(data reference: LabelReference) { data.append(reference) }

  /// Notes that a network is used on data, whose widths must then agree.
  func pair(_ network: LabelReference, with data: LabelReference, needsTargets: Bool = true) {
    pairings.append(Pairing(network: network, data: data, needsTargets: needsTargets))
  }

  /// Notes all that a query refers to.
  func note(_ query: Query) {
    query.labels.sorted().forEach(note(reference:))
    data += query.data
    pairings += query.pairings
  }

  /// Takes over what was referred to while a value was tried.
  fileprivate func adopt(_ trial: OptionContext) {
    trial.references.forEach(note(reference:))
    data += trial.data
    pairings += trial.pairings
  }
}

// MARK: - Numbers, texts, truth values

extension OptionType where Value == Int {
  /// - Parameter reason: why there is an upper bound, where the words do not speak of it.
  public static func integer(
    _ words: String, in range: ClosedRange<Int>, because reason: String? = nil
  ) -> Self {
    Self(words, standIn: range.lowerBound) { setting, context in
      guard let number = setting.number else { return nil }
      if let integer = Int(exactly: number), range.contains(integer) { return integer }
      // It is what the words say, and too large; for all else they say what is wrong.
      if let reason, number > Double(range.upperBound), number == number.rounded() {
        let bound = words.contains("\(range.upperBound)") ? "" : " of at most \(range.upperBound)"
        context.report(
          Diagnostic(
            "option.type", "expected \(words)\(bound), found \(setting.words)", at: setting.range,
            help: [reason]))
      }
      return nil
    }
  }

  /// A thousand million.
  private static let largest = 1_000_000_000
  private static let tooMany = "more than \(largest) takes more memory or time than any run has"

  public static let positive = integer(
    "a positive integer", in: 1...largest, because: tooMany)
  public static let natural = integer(
    "zero or a positive integer", in: 0...largest, because: tooMany)
  public static let seed = integer(
    "an integer from 0 to 4294967295", in: 0...Int(UInt32.max),
    because: "a seed has 32 bits, as NumPy's generator takes it")
}

extension OptionType where Value == Double {
  public static func number(
    _ words: String, standIn: Double, where holds: @escaping @Sendable (Double) -> Bool
  ) -> Self {
    Self(words, standIn: standIn) { setting, _ in
      guard let number = setting.number, number.isFinite, holds(number) else { return nil }
      return number
    }
  }

  public static let number = number("a number", standIn: 0) { _ in true }
  public static let positiveNumber = number("a positive number", standIn: 1) { $0 > 0 }
  public static let notNegative = number("zero or a positive number", standIn: 0) { $0 >= 0 }
  public static let fraction = number("a number from 0 to 1", standIn: 0) { (0...1).contains($0) }
  public static let belowOne = number("a number from 0 to below 1", standIn: 0) { (0..<1) ~= $0 }
}

extension OptionType where Value == Bool {
  public static let flag = Self(
    "'true' or 'false'", standIn: false, form: OptionForm(choices: ["true", "false"])
  ) { setting, _ in
    guard case .text(let text, quoted: false) = setting.content else { return nil }
    switch text.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default: return nil
    }
  }
}

extension OptionType where Value == String {
  public static let text = Self("a text", standIn: "") { setting, _ in
    guard case .text(let text, _) = setting.content else { return nil }
    return text
  }
}

// MARK: - Composed types

extension OptionType {
  /// One of several named things, such as an activation.
  public static func named(
    _ kind: String, _ choices: [(name: String, value: Value)]
  ) -> OptionType {
    precondition(!choices.isEmpty, "a choice of \(kind) needs at least one")
    let names = choices.map(\.name)
    let article = "aeiou".contains(kind.first ?? "x") ? "an" : "a"
    return OptionType(
      "\(article) \(kind) (\(names.joined(separator: ", ")))", standIn: choices[0].value,
      form: OptionForm(choices: names)
    ) {
      setting, context in
      guard case .text(let text, _) = setting.content else { return nil }
      if let choice = choices.first(where: { $0.name == text }) { return choice.value }
      context.report(
        Diagnostic(
          "option.choice", "unknown \(kind) '\(text.shortened)'", at: setting.range,
          help: NearestName.help(for: text, in: names, called: "choose from", kind: kind)))
      return nil
    }
  }

  /// One of the raw values of an enumeration.
  public static func choice(_ kind: String) -> OptionType
  where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    named(kind, Value.allCases.map { ($0.rawValue, $0) })
  }

  /// A list of values; a single one counts as a list of one.
  public static func list<Item: Sendable>(
    _ words: String, of item: OptionType<Item>, atLeast minimum: Int = 1
  ) -> OptionType where Value == [Item] {
    OptionType(
      words, standIn: Array(repeating: item.standIn, count: minimum), form: item.form
    ) { setting, context in
      let items: [Setting]
      if case .list(let list) = setting.content { items = list } else { items = [setting] }
      guard items.count >= minimum else { return nil }
      return items.map { $0.read(as: item, in: context) }
    }
  }

  /// A mapping with options of its own, such as `{units: 20, activation: relu}`.
  public static func group(
    _ words: String, _ read: @escaping @Sendable (Options) -> Value
  ) -> OptionType {
    let empty = Options.none(of: words)
    let standIn = read(empty)
    return OptionType(words, standIn: standIn, form: OptionForm(parts: empty.asked)) {
      setting, context in
      guard case .mapping(let entries) = setting.content else { return nil }
      let options = Options(of: words, entries, at: setting.range, context: context)
      let value = read(options)
      options.reportUnknown()
      return value
    }
  }

  /// A named thing, or one with numbers of its own: `adam`, `{adam: {beta1: 0.9}}`.
  ///
  /// - Parameters:
  ///   - plain: the value that a name alone stands for.
  ///   - configured: the value of a named thing with the options given to it.
  static func configurable<Named: Sendable>(
    _ names: OptionType<Named>, plain: @escaping @Sendable (Named) -> Value,
    configured: @escaping @Sendable (Named, Options) -> Value
  ) -> OptionType {
    var form = names.form
    form.variants = names.form.choices.compactMap { name in
      let options = Options.none(of: name)
      let choice = Setting(.text(name, quoted: false), at: 0..<0)
      guard let named = names.read(choice, options.context) else { return nil }
      _ = configured(named, options)
      return options.asked.isEmpty ? nil : .init(name: name, parts: options.asked)
    }
    return OptionType(
      names.words + " or {name: {option: value}}", standIn: plain(names.standIn), form: form
    ) { setting, context in
      guard case .mapping(let entries) = setting.content else {
        return names.read(setting, context).map(plain)
      }
      guard entries.count == 1, let entry = entries.first,
        let named = names.read(
          Setting(.text(entry.key, quoted: false), at: entry.keyRange), context)
      else { return nil }
      let group = OptionType.group("the options of \(entry.key)") { configured(named, $0) }
      return entry.value.read(as: group, in: context)
    }
  }

  /// The first of two types that fits.
  public func or<Other: Sendable>(
    _ other: OptionType<Other>, _ wrap: @escaping @Sendable (Other) -> Value
  )
    -> OptionType
  {
    OptionType(
      "\(words) or \(other.words)", standIn: standIn, form: form.or(other.form)
    ) { setting, context in
      let trial = OptionContext(scope: context.scope, parameters: context.parameters)
      if let value = read(setting, trial), trial.diagnostics.isEmpty {
        context.adopt(trial)
        return value
      }
      let second = OptionContext(scope: context.scope, parameters: context.parameters)
      if let value = other.read(setting, second), second.diagnostics.isEmpty {
        context.adopt(second)
        return wrap(value)
      }
      // A number was meant as one: that it is none of the other type's names helps nobody.
      let isNumber = setting.number != nil
      let found = isNumber ? trial.diagnostics : trial.diagnostics + second.diagnostics
      for diagnostic in found { context.report(diagnostic) }
      return nil
    }
  }

  public func map<Other: Sendable>(_ transform: @escaping @Sendable (Value) -> Other) -> OptionType<
    Other
  > {
    OptionType<Other>(words, standIn: transform(standIn), form: form) { setting, context in
      read(setting, context).map(transform)
    }
  }

  /// The same with its place kept, for what can only be found wrong when it runs.
  public var located: OptionType<Located<Value>> {
    OptionType<Located<Value>>(
      words, standIn: Located(value: standIn, range: 0..<0), form: form
    ) { setting, context in
      read(setting, context).map { Located(value: $0, range: setting.range) }
    }
  }
}

/// A value with the place in the file where it was written.
public struct Located<Value: Sendable>: Sendable {
  public let value: Value
  public let range: Range<Int>

  public init(value: Value, range: Range<Int>) {
    self.value = value
    self.range = range
  }
}

extension Setting {
  /// Reads this as a type; what does not fit is reported and its stand-in returned.
  func read<Value>(as type: OptionType<Value>, in context: OptionContext) -> Value {
    if let help = parameterHelp(context.parameters) {
      let trial = OptionContext(scope: context.scope, parameters: context.parameters)
      guard type.read(self, trial) == nil || !trial.diagnostics.isEmpty else {
        return type.read(self, context) ?? type.standIn
      }
      context.report(
        Diagnostic(
          "option.type", "expected \(type.words), found \(words)", at: range, help: [help]))
      return type.standIn
    }
    let before = context.diagnostics.count
    if let value = type.read(self, context) { return value }
    if context.diagnostics.count == before {
      context.report(
        Diagnostic("option.type", "expected \(type.words), found \(words)", at: range))
    }
    return type.standIn
  }

  /// The number a plain text stands for; digits may be grouped by underscores.
  var number: Double? {
    guard case .text(let text, quoted: false) = content else { return nil }
    return Double(text.contains("_") ? text.filter { $0 != "_" } : text)
  }
}
