import ArgumentParser
import Diagnostics
import Foundation
import Preview

/// `gradbook preview`: pages that follow the lessons while they are written.
struct PreviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Show a lesson in the browser, and again whenever it is saved.",
    discussion: """
      Runs a lesson, or all lessons of a folder, serves the pages to browsers on this machine, and \
      runs again what a change asks for. The page that is open is then loaded again where its reader \
      was; what is wrong with a lesson is shown over its last good page. Ctrl-C ends it.
      """)

  @Argument(
    help: "A lesson (.md), or a folder of lessons.", completion: .file(extensions: ["md"]))
  var path: String

  @OptionGroup var parameters: ParameterOptions

  @Option(
    help: ArgumentHelp(
      "Where to listen; 0 for any that is free. Otherwise \(defaultPort), or any if that is taken.",
      valueName: "port"))
  var port: UInt16?

  @Option(
    help: ArgumentHelp(
      "An address to listen on. Any but a loopback one lets other machines read the pages.",
      valueName: "address"))
  var host = "127.0.0.1"

  @Flag(help: "Open the page in the browser.")
  var open = false

  @Option(help: ArgumentHelp("Look for datasets here first.", valueName: "folder"))
  var dataDir: String?

  @Option(help: Jobs.help)
  var jobs = Jobs.number(1)

  @OptionGroup var cache: CacheOptions

  @Option(help: ArgumentHelp("Use the templates in this folder.", valueName: "folder"))
  var templates: String?

  @Flag(name: .shortAndLong, help: "Print nothing but the address and errors.")
  var quiet = false

  /// The same each time, so that a tab of yesterday finds its page.
  private static let defaultPort: UInt16 = 8470

  func validate() throws { try jobs.validate() }

  func run() async throws {
    // Also says at once what is wrong with the path and the templates.
    let lessons = try LessonFiles.find([path])
    _ = try TemplateFolder.load(templates)
    let isFolder = LessonFiles.isFolder(path)
    if isFolder { try LessonFiles.checkNames(lessons) }
    if !isFolder, let refusal = LessonFiles.refusalOfOther(path) {
      Terminal.error(refusal.diagnostic.rendered(in: refusal.file, color: Terminal.usesColor))
      throw ExitCode(1)
    }
    let source = LessonPages(
      path: path, isFolder: isFolder, templates: templates, dataFolder: dataDir,
      parameters: try parameters.values(for: lessons), jobs: jobs.count, store: cache.store,
      isQuiet: quiet)
    let preview = try listen(source)
    let address = preview.address + "/"
    Terminal.output("\((lessons.count == 1 ? lessons[0] : path).onOneLine) is at \(address)")
    if !quiet { Terminal.error("It follows the files. Ctrl-C ends it.") }
    if open { Browser.open(address) }
    Interruption.expectEnd()
    try await preview.run()
  }

  private func listen(_ source: LessonPages) throws -> Preview {
    do throws(ListenError) {
      guard port == nil, let usual = try? Preview(of: source, host: host, port: Self.defaultPort)
      else { return try Preview(of: source, host: host, port: port ?? 0) }
      return usual
    } catch  where error.isMisuse {
      throw ValidationError("\(error)")
    } catch {
      throw Failure("\(error)")
    }
  }
}
