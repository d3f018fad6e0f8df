import Datasets
import Diagnostics
import Foundation
import Notebooks

/// A folder with files for one test, gone with it.
final class TemporaryFolder {
  let path = FileManager.default.temporaryDirectory.path + "/gradbook-\(UUID().uuidString)"

  init(_ files: [String: [UInt8]] = [:]) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, bytes) in files {
      try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
    }
  }

  convenience init(_ files: [String: String]) throws {
    try self.init(files.mapValues { [UInt8]($0.utf8) })
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Runs a lesson that lies here; one that does not pass the check is not run.
  func run(_ text: String) -> (run: Run?, findings: [Diagnostic]) {
    let notebook = Fixtures.notebook(text)
    guard !notebook.hasErrors else { return (nil, notebook.diagnostics) }
    let run = notebook.run(in: Session(of: notebook, in: path))
    return (run, notebook.diagnostics + run.diagnostics)
  }

  /// What a `data` cell with these options makes, or what is found wrong with it.
  func load(_ options: String) -> (dataset: Dataset?, findings: [Diagnostic]) {
    let (run, findings) = run("```{data} d\n\(options)\n```")
    guard case .dataset(let dataset) = run?.session["d"] else { return (nil, findings) }
    return (dataset, findings)
  }
}
