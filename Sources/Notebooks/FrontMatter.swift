import Diagnostics

/// What stands between the `---` lines at the top of a notebook.
public struct FrontMatter: Sendable {
  public var title: String?
  public var subtitle: String?
  /// BCP 47; also picks the language of the page's own words.
  public var language = "en"
  /// What the shared generator starts from, as in `np.random.seed`.
  public var seed = 0
  public var precision = Precision.double
  public var parameters = Parameters()
  /// What the lesson reproduces.
  public var source: String?
  /// Where its YAML stands in the file; nil if the file has none.
  var range: Range<Int>?

  public enum Precision: String, Sendable, CaseIterable {
    case double
    case float
  }

  init() {}

  /// Reads the front matter; `overrides` are the parameters given on the command line.
  init(
    _ yaml: SourceExcerpt, overrides: [(name: String, value: String)],
    _ diagnostics: inout [Diagnostic]
  ) {
    let whole = yaml.range(inFile: 0..<yaml.text.utf8.count)
    range = whole
    let context = OptionContext(scope: Scope(), parameters: Parameters())
    do throws(DiagnosticList) {
      let setting = try Setting.reading(yaml, parameters: Parameters())
      switch setting.content {
      case .mapping(let entries):
        let options = Options(of: "the front matter", entries, at: whole, context: context)
        read(options)
        options.reportUnknown()
      case .nothing: break
      default:
        context.report(
          Diagnostic(
            "front-matter.invalid", "expected lines 'name: value', found \(setting.words)",
            at: setting.range, help: ["for example 'title: A first lesson'"]))
      }
    } catch {
      diagnostics += error.diagnostics
    }
    diagnostics += context.diagnostics
    override(overrides, &diagnostics)
  }

  /// What may stand in it.
  static var options: [OptionDescription] {
    let options = Options.none(of: "the front matter")
    var matter = FrontMatter()
    matter.read(options)
    return options.asked
  }

  private mutating func read(_ options: Options) {
    title = options.optional("title", .text, "the title of the page")
    subtitle = options.optional("subtitle", .text, "a line below the title")
    language = options.value("lang", .language, default: "en", "the language, as in 'zh' or 'ru'")
    seed = options.value("seed", .seed, default: 0, "where the random numbers start")
    precision = options.value(
      "precision", .choice("precision"), default: .double, shown: "double",
      "of the numbers the networks compute with")
    parameters = options.value(
      "params", .parameters, default: Parameters(), shown: "none",
      "names with their defaults, used as ${name} and overridden by -P name:value")
    source = options.optional("source", .text, "what the lesson reproduces")
  }

  mutating func override(
    _ overrides: [(name: String, value: String)], _ diagnostics: inout [Diagnostic]
  ) {
    for (name, value) in overrides {
      if parameters[name] == nil {
        diagnostics.append(
          Diagnostic(
            "parameter.unknown",
            "this notebook has no parameter '\(name)' (given with -P or --params)",
            help: NearestName.help(for: name, in: parameters.names, called: "parameters")))
      } else {
        parameters[name] = value
      }
    }
  }
}

extension OptionType where Value == String {
  /// A language tag: letters, digits and hyphens, the first part two or three letters (BCP 47).
  static let language = OptionType("a language tag such as 'en', 'zh' or 'ru'", standIn: "en") {
    setting, _ in
    guard case .text(let text, _) = setting.content else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.count),
      first.allSatisfy({ $0.isASCII && $0.isLetter }),
      parts.allSatisfy({
        (1...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      })
    else { return nil }
    return text
  }
}

extension OptionType where Value == Parameters {
  static let parameters = OptionType("a mapping of names to values", standIn: Parameters()) {
    setting, context in
    guard case .mapping(let entries) = setting.content else { return nil }
    var parameters = Parameters()
    for entry in entries {
      guard case .text(let text, _) = entry.value.content else {
        context.report(
          Diagnostic(
            "parameter.type", "expected a number or a text as default, found \(entry.value.words)",
            at: entry.value.range))
        continue
      }
      parameters[entry.key] = text
    }
    return parameters
  }
}
