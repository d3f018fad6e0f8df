import Diagnostics
import Files
import Foundation
import Notebooks
import Preview
import Reports

/// One lesson, or all lessons of a folder, as the pages of a preview.
actor LessonPages: PageSource {
  nonisolated let folders: [String]
  nonisolated let root: String
  private let path: String
  private let isFolder: Bool
  private let templates: String?
  private let dataFolder: String?
  private let parameters: LessonParameters
  private let jobs: Int
  private let store: CellStore?
  private let isQuiet: Bool
  /// What became of each lesson, by its path, and its entry in the index from when it last ran.
  private var lessons: [String: (result: LessonResult, entry: Index.Entry?)] = [:]

  init(
    path: String, isFolder: Bool, templates: String?, dataFolder: String?,
    parameters: LessonParameters, jobs: Int, store: CellStore?, isQuiet: Bool
  ) {
    folders = [isFolder ? path : PathName.folder(of: path)] + [templates].compactMap(\.self)
    root = isFolder ? IndexWriter.name : LessonRunner.pageName(of: path)
    self.path = path
    self.isFolder = isFolder
    self.templates = templates
    self.dataFolder = dataFolder
    self.parameters = parameters
    self.jobs = jobs
    self.store = store
    self.isQuiet = isQuiet
  }

  func makePages(
    after changes: Set<String>?, publish: @escaping @Sendable (PageNews) async -> Void
  ) async {
    let found: [String]
    let templates: Templates
    do {
      found = isFolder ? try LessonFiles.find([path]) : [path]
      if isFolder { try LessonFiles.checkNames(found) }
      templates = try TemplateFolder.load(self.templates)
    } catch {
      return await publishEverywhere(
        (error as? Failure)?.text ?? "error: \("\(error)".onOneLine)", publish)
    }
    if lessons.isEmpty { await publish(.begun(name: root)) }
    let gone = isFolder ? lessons.keys.filter { !found.contains($0) } : []
    await make(affected(by: changes, of: found) + gone.sorted(), with: templates, publish)
    for lesson in gone { lessons[lesson] = nil }
    if isFolder { await publish(.made(index(of: found, with: templates))) }
  }

  /// The lessons to run again: those that changed, those that name a file that did, and all if the
  /// templates changed.
  private func affected(by changes: Set<String>?, of found: [String]) -> [String] {
    guard let changes = changes.map({ Set($0.map(Self.absolute)) }) else { return found }
    if let templates = templates.map(Self.absolute),
      changes.contains(where: { $0.hasPrefix(templates + "/") })
    {
      return found
    }
    // A link to a lesson asks only whether it is there, and which headings and labels it has: those are
    // looked at again when the lesson with the link is run.
    let others = changes.subtracting(found.filter { lessons[$0] != nil }.map(Self.absolute))
    return found.filter { path in
      guard !changes.contains(Self.absolute(path)), let lesson = lessons[path] else { return true }
      let text = lesson.result.file.text + parameters.givenValues.joined(separator: "\n")
      return others.contains { Self.names($0, in: text) }
    }
  }

  /// Whether a text names a file, perhaps with a parameter in the name: `${digits}.csv`.
  private static func names(_ path: String, in text: String) -> Bool {
    let file = URL(fileURLWithPath: path)
    let name = file.lastPathComponent
    let encoded = name.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? name
    return text.contains(name) || text.contains(encoded)
      || !file.pathExtension.isEmpty && text.contains("}." + file.pathExtension)
  }

  private func make(
    _ paths: [String], with templates: Templates,
    _ publish: @escaping @Sendable (PageNews) async -> Void
  ) async {
    let progress = ProgressBar(isShown: Terminal.isErrorTerminal && !isQuiet && jobs == 1)
    let runner = LessonRunner(
      templates: templates, outputFolder: "", dataFolder: dataFolder, parameters: parameters,
      failFast: false, store: store, progress: progress)
    for path in paths { await publish(.begun(name: LessonRunner.pageName(of: path))) }
    let isQuiet = isQuiet
    let queue = LessonQueue(jobs: jobs, stopsAtFailure: false) { path in
      let (result, html) = await onOwnThread { runner.make(path) }
      progress.clear()
      result.tell(isQuiet: isQuiet)
      let page = Page(
        name: LessonRunner.pageName(of: path), html: html,
        problem: html == nil ? result.problem : nil)
      await publish(.made(page))
      return result
    }
    var results: [LessonResult] = []
    await queue.forEach(of: paths) { results.append($0) }
    for (path, result) in zip(paths, results) {
      let entry = result.run.map {
        Index.Entry(page: LessonRunner.pageName(of: path), summary: LessonSummary(of: $0))
      }
      lessons[path] = (result, entry ?? lessons[path]?.entry?.stale)
    }
  }

  /// The page that leads to the others, with what keeps lessons out of it.
  private func index(of found: [String], with templates: Templates) -> Page {
    let made = found.compactMap { lessons[$0] }
    let problems = made.filter { $0.entry == nil }.map(\.result.problem)
    do {
      let html = try templates.page(for: Index(made.compactMap(\.entry)))
      return Page(
        name: IndexWriter.name, html: html,
        problem: problems.isEmpty ? nil : problems.joined(separator: "\n\n"))
    } catch {
      return Page(name: IndexWriter.name, html: nil, problem: "error: \(error)")
    }
  }

  /// Says what keeps every page from being made.
  private func publishEverywhere(
    _ problem: String, _ publish: @Sendable (PageNews) async -> Void
  ) async {
    Terminal.error(problem)
    let names = Set(lessons.keys.map(LessonRunner.pageName)).union([root])
    for name in names.sorted() {
      await publish(.made(Page(name: name, html: nil, problem: problem)))
    }
  }

  private static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }
}

extension LessonResult {
  /// Its diagnostics as a page shows them.
  fileprivate var problem: String { renderedDiagnostics(color: false).joined(separator: "\n\n") }
}
