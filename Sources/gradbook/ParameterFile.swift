import ArgumentParser
import Diagnostics
import Notebooks

/// A file of parameters: YAML, of which JSON is a part, that maps names to values.
struct ParameterFile {
  let values: [(name: String, value: String)]

  init(_ path: String) throws {
    switch LessonFiles.read(path, expecting: "a file of parameters, YAML or JSON") {
    case .failure(let unreadable): throw Self.failure([unreadable.diagnostic], in: unreadable.file)
    case .success(let file):
      do throws(DiagnosticList) {
        values = try Parameters(reading: file).values.map { ($0.name, $0.value) }
      } catch {
        throw Self.failure(error.diagnostics, in: file)
      }
    }
  }

  /// A file that a command line names is part of the usage.
  private static func failure(_ diagnostics: [Diagnostic], in file: SourceFile) -> any Error {
    for diagnostic in diagnostics {
      Terminal.error(diagnostic.rendered(in: file, color: Terminal.usesColor))
    }
    return ExitCode.validationFailure
  }
}
