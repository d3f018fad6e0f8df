import Foundation
import Notebooks
import Testing

@Suite("Data from files of arrays")
struct ArrayFileTests {
  /// A folder with four samples of three bytes each, and their labels, as IDX files.
  private static func folder() throws -> String {
    let folder = FileManager.default.temporaryDirectory.path + "/gradbook-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let samples: [UInt8] = [0, 0, 8, 2, 0, 0, 0, 4, 0, 0, 0, 3] + (0..<12)
    let labels: [UInt8] = [0, 0, 8, 1, 0, 0, 0, 4, 0, 1, 1, 0]
    try Data(samples).write(to: URL(fileURLWithPath: folder + "/x.idx"))
    try Data(labels).write(to: URL(fileURLWithPath: folder + "/y.idx"))
    return folder
  }

  private static func run(_ text: String, in folder: String) -> Run {
    let notebook = Fixtures.notebook(text)
    return notebook.run(in: Session(of: notebook, in: folder))
  }

  @Test("samples and labels may lie in files of their own")
  func pair() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let run = Self.run(
      """
      ```{data} small
      file: x.idx
      labels: y.idx
      test: {count: 1, order: sequential}
      ```

      ```{expect}
      count(small.train) == 3
      count(small.test) == 1
      ```
      """, in: folder)
    #expect(run.diagnostics == [])
    #expect(run.counts.held == 2)
  }

  @Test("labels that do not fit the samples are refused with both sizes")
  func mismatch() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let run = Self.run(
      """
      ```{data} small
      file: x.idx
      labels: x.idx
      ```
      """, in: folder)
    let messages = run.diagnostics.map(\.message)
    #expect(messages.count == 1)
    #expect(messages.first?.contains("for 4 samples") == true)
  }

  @Test("a file outside the notebook's folder is refused")
  func outside() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let run = Self.run("```{data} small\nfile: x.idx\nlabels: ../y.idx\n```\n", in: folder)
    #expect(run.diagnostics.map(\.id) == ["file.outside"])
  }
}
