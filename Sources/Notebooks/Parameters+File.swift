import Diagnostics
import Markdown

extension Parameters {
  /// Reads a file of YAML, of which JSON is a part, that maps names to values.
  public init(reading file: SourceFile) throws(DiagnosticList) {
    let yaml = SourceExcerpt(file.text)
    let setting = try Setting.reading(yaml, parameters: Parameters())
    let context = OptionContext(scope: Scope(), parameters: Parameters())
    let read = OptionType<Parameters>.parameters.read(setting, context)
    guard context.diagnostics.isEmpty else { throw DiagnosticList(context.diagnostics) }
    guard let read else {
      throw DiagnosticList([
        Diagnostic(
          "parameter.type", "expected parameters 'name: value', found \(setting.words)",
          at: setting.range, help: ["for example 'epochs: 20', one on each line"])
      ])
    }
    self = read
  }

  /// The parameters that a lesson declares, with its own defaults.
  public init(declaredIn file: SourceFile) {
    var diagnostics: [Diagnostic] = []
    let yaml = Markdown.parse(file).frontMatter
    self = yaml.map { FrontMatter($0, overrides: [], &diagnostics).parameters } ?? Parameters()
  }
}
