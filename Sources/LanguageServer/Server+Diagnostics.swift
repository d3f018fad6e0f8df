import Diagnostics
import Notebooks

extension Server {
  /// All that is wrong with a lesson, as a client shows it.
  static func diagnostics(
    of notebook: Notebook, in document: OpenDocument, _ encoding: PositionEncoding
  ) -> JSON {
    var parameters: [String: JSON] = [
      "uri": .string(document.address),
      "diagnostics": .array(
        notebook.diagnostics(foreseenIn: document.folder?.path).map {
          json(of: $0, in: document, encoding)
        }),
    ]
    parameters["version"] = document.version.map(JSON.integer)
    return Message.notification("textDocument/publishDiagnostics", .object(parameters))
  }

  private static func json(
    of diagnostic: Diagnostic, in document: OpenDocument, _ encoding: PositionEncoding
  ) -> JSON {
    let file = document.file
    let notes = diagnostic.notes.filter { $0.range == nil }.map { "note: \($0.message)" }
    let help = diagnostic.help.map { "help: \($0)" }
    let related = diagnostic.notes.compactMap { note -> JSON? in
      note.range.map { range in
        [
          "location": [
            "uri": .string(document.address), "range": encoding.range(range, in: file),
          ], "message": .string(note.message),
        ]
      }
    }
    return [
      "range": encoding.range(diagnostic.range ?? file.range(ofLine: 1), in: file),
      "severity": diagnostic.severity == .error ? 1 : 2,
      "code": .string(diagnostic.id), "source": "gradbook",
      "message": .string(([diagnostic.message] + notes + help).joined(separator: "\n")),
      "relatedInformation": .array(related),
    ]
  }
}
