import Diagnostics
import Notebooks

/// A lesson and everything that came of it.
struct JSONLesson: Encodable {
  let file: String
  let title: String?
  let page: String?
  let succeeded: Bool
  let time: Time
  let diagnostics: [Finding]
  let cells: [JSONCell]
  let values: [InlineValue]

  /// Seconds; what was not done is left out.
  struct Time: Encodable {
    let reading: Double
    let running: Double?
    let rendering: Double?
  }

  struct Finding: Encodable {
    let id: String
    let severity: String
    let message: String
    let place: JSONPlace?
    let notes: [Note]
    let help: [String]

    struct Note: Encodable {
      let message: String
      let place: JSONPlace?
    }

    init(_ diagnostic: Diagnostic, in file: SourceFile) {
      id = diagnostic.id
      severity = diagnostic.severity.rawValue
      message = diagnostic.message
      place = diagnostic.range.map { JSONPlace($0, in: file) }
      notes = diagnostic.notes.map { note in
        Note(message: note.message, place: note.range.map { JSONPlace($0, in: file) })
      }
      help = diagnostic.help
    }
  }

  /// What `{eval}` stands for in the prose; without a value if its cell failed.
  struct InlineValue: Encodable {
    let query: String
    let place: JSONPlace
    let value: String?

    init(at offset: Int, _ value: Run.InlineValue, in file: SourceFile) {
      let line = file.range(ofLine: file.position(of: offset).line)
      let query = file[offset..<line.upperBound].prefix { $0 != "`" }
      self.query = String(query)
      place = JSONPlace(offset..<offset + query.utf8.count, in: file)
      self.value = if case .value(let text) = value { text } else { nil }
    }
  }

  init(_ result: LessonResult) {
    let file = result.file
    self.file = file.name
    title = result.notebook?.title
    page = result.page
    succeeded = result.succeeded
    time = Time(
      reading: result.time.reading, running: result.time.running,
      rendering: result.time.rendering)
    diagnostics = result.diagnostics.map { Finding($0, in: file) }
    if let run = result.run {
      cells = run.cells.map { JSONCell($0, of: run) }
      values = run.inlineValues.sorted { $0.key < $1.key }.map {
        InlineValue(at: $0.key, $0.value, in: file)
      }
    } else {
      cells = (result.notebook?.cells ?? []).compactMap { cell in
        guard case .directive(let cell) = cell else { return nil }
        return JSONCell(cell, in: file)
      }
      values = []
    }
  }
}
