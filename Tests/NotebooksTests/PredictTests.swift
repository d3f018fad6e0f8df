import Datasets
import Diagnostics
import Foundation
import Markup
import Testing

@testable import Notebooks

@Suite("Predictions")
struct PredictTests {
  private static let iris = """
    ```{data} iris
    source: iris
    ```

    ```{network} mlp
    input: 4
    layers:
      - {units: 3, activation: softmax}
    loss: cross-entropy
    ```

    """

  private static let drawings = """
    ```{data} drawings
    source: drawings
    unit: true
    ```

    ```{network} net
    input: 12288
    layers:
      - {units: 1, activation: sigmoid}
    loss: binary-cross-entropy
    ```

    """

  /// A folder of its own with a picture `mine.png`; removed afterwards.
  private static func withFolder(_ work: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "predict-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let size = PictureSize(height: 30, width: 50, channels: 3)
    let picture = Datasets.Picture(
      size: size, pixels: (0..<size.count).map { UInt8($0 % 251) })
    try Data(PNG.encode(picture)).write(to: URL(fileURLWithPath: folder + "/mine.png"))
    try work(folder)
  }

  private static func run(_ text: String, in folder: String) -> Run {
    let notebook = Fixtures.notebook(text)
    return notebook.run(in: Session(of: notebook, in: folder))
  }

  private static func figure(_ run: Run) throws -> String {
    try #require(run.diagnostics == [])
    for case .figure(let figure) in run.cells.last?.outputs ?? [] {
      return figure.picture.nodes.html
    }
    throw CellFailure("test", "there is no picture")
  }

  @Test("chosen samples are named by their numbers, with the class that is right")
  func chosen() throws {
    let page = try Self.figure(
      Fixtures.run(
        Self.iris + "```{predict}\nnetwork: mlp\ndata: iris\nsamples: [0, 149]\n```\n"))
    #expect(page.contains("actual setosa"))
    #expect(page.contains("149 · predicted"))
    #expect(page.contains("actual virginica"))
  }

  @Test("a picture of the reader's own is brought to the size of the dataset's")
  func own() throws {
    try Self.withFolder { folder in
      let page = try Self.figure(
        Self.run(
          Self.drawings + "```{predict}\nnetwork: net\ndata: drawings\npicture: mine.png\n```\n",
          in: folder))
      #expect(page.contains("mine.png · predicted"))
      #expect(page.contains("data:image/png;base64,"))
    }
  }

  @Test("only pictures beside the notebook are read")
  func outside() throws {
    try Self.withFolder { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/out", withDestinationPath: NSTemporaryDirectory())
      let paths = ["/etc/passwd", "../x.png", "a/../../x.png", "", "out/x.png"]
      let cells = paths.map {
        "```{predict}\nnetwork: net\ndata: drawings\npicture: \"\($0)\"\n```\n"
      }
      let run = Self.run(Self.drawings + cells.joined(separator: "\n"), in: folder)
      #expect(run.diagnostics.map(\.id) == paths.map { _ in "file.outside" })
    }
  }

  @Test("a missing or broken picture is an error at its name")
  func unreadable() throws {
    try Self.withFolder { folder in
      try Data("no picture".utf8).write(to: URL(fileURLWithPath: folder + "/text.png"))
      let cells = ["none.png", "text.png"].map {
        "```{predict}\nnetwork: net\ndata: drawings\npicture: \($0)\n```\n"
      }
      let text = Self.drawings + cells.joined(separator: "\n")
      let run = Self.run(text, in: folder)
      #expect(run.diagnostics.map(\.id) == ["data.missing", "data.unsupported"])
      let places = run.diagnostics.compactMap(\.range)
      #expect(
        places.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) } == [
          "none.png", "text.png",
        ])
    }
  }

  @Test(
    "what cannot be predicted says why",
    arguments: [
      ("samples: [3, 150]", "samples.range", "there is no sample 150"),
      ("picture: mine.png", "data.pictures", "the samples of 'iris' are no pictures"),
    ])
  func failures(_ option: String, _ id: String, _ message: String) {
    let run = Fixtures.run(Self.iris + "```{predict}\nnetwork: mlp\ndata: iris\n\(option)\n```\n")
    #expect(run.diagnostics.map(\.id) == [id])
    #expect(run.diagnostics.map(\.message) == [message])
  }

  @Test(
    "options that make no sense are found before anything runs",
    arguments: [
      ("samples: last 5", "option.type"), ("samples: first 0", "option.type"),
      ("samples: [1]\npicture: x.png", "option.conflict"), ("invert: true", "option.conflict"),
    ])
  func mistakes(_ options: String, _ id: String) {
    let text = Self.iris + "```{predict}\nnetwork: mlp\ndata: iris\n\(options)\n```\n"
    #expect(Fixtures.notebook(text).diagnostics.map(\.id) == [id])
  }

  @Test(
    "a pipe in place of a file is refused at its name, and nothing waits for it",
    .timeLimit(.minutes(1)), arguments: [false, true])
  func pipe(_ isKept: Bool) throws {
    try Self.withFolder { folder in
      try #require(mkfifo(folder + "/pipe", 0o600) == 0)
      let text =
        Self.drawings + "```{predict}\nnetwork: net\ndata: drawings\npicture: pipe\n```\n\n"
        + "```{data} rows\nfile: pipe\n```\n\n"
        + "```{data} arrays\nfile: pipe\nlabels: pipe\nsamples: x\n```\n\n"
        + "```{network} other\ninput: 2\nlayers:\n  - {units: 1, activation: sigmoid}\n"
        + "loss: binary-cross-entropy\nload: pipe\n```\n"
      let notebook = Fixtures.notebook(text)
      let store = CellStore(folder: folder + "/cells", engine: "test")
      let run = notebook.run(in: Session(of: notebook, in: folder, store: isKept ? store : nil))
      let messages = run.diagnostics.map(\.message)
      #expect(
        messages.count == 4 && messages.allSatisfy { $0.contains("regular file") }, "\(messages)")
      let shown = Notebook(
        parsing: SourceFile(name: "a.md", text: "![A pipe](pipe)"), in: LessonFolder(folder))
      #expect(shown.diagnostics.map(\.message) == ["'pipe' is a device or a pipe, not a picture"])
    }
  }

  @Test("a name that joins with the slash before it leads out of the folder no more than another")
  func joinedNames() throws {
    try Self.withFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/in", withIntermediateDirectories: true)
      let text =
        Self.iris.replacingOccurrences(of: "source: iris", with: "generate: blobs")
        .replacingOccurrences(of: "input: 4", with: "input: 2")
        + "```{train}\nnetwork: mlp\ndata: iris\nlearning-rate: 0.01\nsteps: 1\nsave: SAVED\n```\n"
      let out = text.replacingOccurrences(of: "SAVED", with: "../\u{301}x.safetensors")
      #expect(Self.run(out, in: folder + "/in").diagnostics.map(\.id) == ["file.outside"])
      let within = text.replacingOccurrences(of: "SAVED", with: "\u{301}x.safetensors")
      #expect(Self.run(within, in: folder + "/in").diagnostics == [])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/in").count == 1)

      try FileManager.default.copyItem(
        atPath: folder + "/mine.png", toPath: folder + "/in/\u{301}mine.png")
      let picture = Notebook(
        parsing: SourceFile(name: "a.md", text: "![Mine](\u{301}mine.png)"),
        in: LessonFolder(folder + "/in"))
      #expect(picture.diagnostics == [])
    }
  }

  @Test("a network that was saved and loaded answers as before")
  func saved() throws {
    try Self.withFolder { folder in
      let training =
        "```{train}\nnetwork: mlp\ndata: iris\nlearning-rate: 0.01\nsteps: 5\n"
        + "save: mlp.safetensors\n```\n"
      let source = Self.iris.replacingOccurrences(of: "source: iris", with: "generate: blobs")
        .replacingOccurrences(of: "input: 4", with: "input: 2")
      let first = Self.run(source + training, in: folder)
      #expect(first.diagnostics == [])
      let loading = source.replacingOccurrences(
        of: "input: 2", with: "input: 2\nload: mlp.safetensors")
      let second = Self.run(loading, in: folder)
      #expect(second.diagnostics == [])
      guard case .network(.double(let kept))? = first.session["mlp"],
        case .network(.double(let loaded))? = second.session["mlp"]
      else { throw CellFailure("test", "there is no network") }
      #expect(kept == loaded)

      let other = loading.replacingOccurrences(of: "softmax", with: "sigmoid")
        .replacingOccurrences(of: "loss: cross-entropy", with: "loss: binary-cross-entropy")
      #expect(
        Self.run(other, in: folder).diagnostics.map(\.message) == [
          "the file holds 2-3 softmax, cross-entropy, not 2-3 sigmoid, binary-cross-entropy"
        ])
    }
  }
}
