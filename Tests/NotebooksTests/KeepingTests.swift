import Foundation
import Testing

@testable import Notebooks

@Suite("What is kept between runs")
struct KeepingTests {
  private let folder = NSTemporaryDirectory() + "gradbook-kept-" + UUID().uuidString

  private func store(limit: Int = CellStore.defaultLimit, engine: String = "one") -> CellStore {
    CellStore(folder: folder + "/cells", engine: engine, limit: limit)
  }

  private func run(_ text: String, store: CellStore? = nil) -> Run {
    let notebook = Fixtures.notebook(text)
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return notebook.run(in: Session(of: notebook, in: folder, store: store ?? self.store()))
  }

  /// The cells that ran, and why.
  private func ran(_ run: Run) -> [String] {
    run.cells.compactMap { cell in
      guard case .ran(let reason) = cell.keeping else { return nil }
      return "\(cell.cell.label?.value ?? cell.cell.name): \(reason)"
    }
  }

  /// What a reader sees: outputs, values in prose, and where the random numbers end.
  private func shown(_ run: Run) -> [String] {
    run.cells.map { "\($0.outputs)" }
      + run.inlineValues.sorted { $0.key < $1.key }.map { "\($0.value)" }
      + ["\(run.session.generator)"]
  }

  private func remove() { try? FileManager.default.removeItem(atPath: folder) }

  static let lesson = """
    ---
    title: Kept
    params: {rate: 0.5}
    ---

    Some prose.

    ```{data} moons
    generate: {moons: {count: 40}}
    test: {count: 10}
    ```

    ```{network} net
    input: 2
    layers:
      - {units: 3, activation: tanh}
      - {units: 1, activation: sigmoid}
    loss: binary-cross-entropy
    ```

    ```{train} fit
    network: net
    data: moons
    learning-rate: ${rate}
    batch: 10
    epochs: 3
    ```

    ```{network} other
    input: 2
    layers:
      - {units: 1, activation: sigmoid}
    loss: binary-cross-entropy
    ```

    ```{train} second
    network: other
    data: moons
    learning-rate: 0.1
    batch: 10
    epochs: 2
    ```

    ```{sweep} rates
    repeat: second
    over: {second.learning-rate: [0.1, 0.2]}
    ```

    ```{gradient-check} check
    network: net
    data: moons
    ```

    ```{notation}
    network: net
    data: moons
    symbols: {X: input, Y: target, W_l: weights, b_l: bias, z_l: preactivation, a_l: activation, P: output, L: loss}
    ```

    ```{derivation} delta
    \\frac{\\partial L}{\\partial z_2} = P - Y
    ```

    ```{compute}
    data: moons
    ---
    z1 = X @ W1 + b1
    mine = sum(z1)
    ```

    ```{plot} boundary
    kind: boundary
    of: net
    data: moons
    ```

    ```{table}
    columns: [what, value]
    rows:
      - [accuracy, "accuracy(net, moons.test):.1%"]
    ```

    It gets {eval}`accuracy(net, moons.test):.1%` right; its code says {eval}`mine`.

    ```{expect}
    loss(fit, last) > 0
    worst(check) < 1e-6
    ```
    """

  private func changed(_ old: String, _ new: String) -> String {
    precondition(Self.lesson.contains(old), "the lesson has '\(old)'")
    return Self.lesson.replacingOccurrences(of: old, with: new)
  }

  @Test("a second run keeps every cell and shows the same")
  func second() {
    defer { remove() }
    let notebook = Fixtures.notebook(Self.lesson)
    let plain = notebook.run(in: Session(of: notebook, in: Fixtures.folder))
    #expect(plain.diagnostics == [])
    #expect(plain.cells.allSatisfy { $0.keeping == nil })
    let first = run(Self.lesson)
    #expect(ran(first).count == first.cells.count)
    let second = run(Self.lesson)
    #expect(ran(second) == [])
    #expect(shown(first) == shown(plain))
    #expect(shown(second) == shown(plain))
    #expect(second.diagnostics == [])
  }

  @Test(
    "what changes only how a lesson looks runs nothing again",
    arguments: [
      ("Some prose.", "Some better prose, which is longer."),
      ("title: Kept", "title: Kept well"),
      ("epochs: 3", "epochs:   3 # three"),
      ("epochs: 3", "epochs: 3\ncaption: The loss."),
      ("epochs: 3", "epochs: 3\necho: false"),
      ("Some prose.", "[A link](https://example.org) and *stress*."),
    ])
  func prose(old: String, new: String) {
    defer { remove() }
    let first = run(Self.lesson)
    let second = run(changed(old, new))
    #expect(ran(second) == [])
    // The statements still say where they stand.
    let places = second.expectations.map {
      second.notebook.file.position(of: $0.range.lowerBound).line
    }
    let lines = second.notebook.file.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(places.map { String(lines[$0 - 1]) } == first.expectations.map(\.statement))
  }

  @Test("a training run that is shown in another way is not repeated")
  func presentation() {
    defer { remove() }
    _ = run(Self.lesson)
    let text = changed("batch: 10\nepochs: 3", "batch: 10\nepochs: 3\nshow: all")
      .replacingOccurrences(of: "over: {", with: "show: [table]\nover: {")
    let second = run(text)
    let how = Dictionary(
      second.cells.compactMap { cell in cell.cell.label.map { ($0.value, cell.keeping) } },
      uniquingKeysWith: { first, _ in first })
    #expect(how["fit"] == .presented)
    #expect(how["rates"] == .presented)
    let notebook = Fixtures.notebook(text)
    #expect(shown(second) == shown(notebook.run(in: Session(of: notebook, in: folder))))
  }

  @Test("an option that changes runs its cell and what rests on it, and nothing else")
  func option() {
    defer { remove() }
    _ = run(Self.lesson)
    let second = run(
      changed(
        "second\nnetwork: other\ndata: moons\nlearning-rate: 0.1",
        "second\nnetwork: other\ndata: moons\nlearning-rate: 0.3"))
    #expect(ran(second) == ["second: its options changed", "rates: 'other', 'second' changed"])
  }

  @Test("a parameter that changes is a reason that is told")
  func parameter() {
    defer { remove() }
    _ = run(Self.lesson)
    let second = run(changed("rate: 0.5", "rate: 0.25"))
    let reasons = ran(second)
    #expect(reasons.first == "fit: its options changed")
    #expect(reasons.contains("boundary: 'net' changed"))
    #expect(!reasons.contains { $0.hasPrefix("second") || $0.hasPrefix("moons") })
  }

  @Test("another seed, precision or program runs everything that draws or computes")
  func circumstances() {
    defer { remove() }
    _ = run(Self.lesson)
    let seed = ran(run(changed("title: Kept", "title: Kept\nseed: 5")))
    #expect(seed.contains("moons: where the random numbers stand changed"))
    #expect(seed.contains { $0.hasPrefix("fit: ") })
    let precision = run(changed("title: Kept", "title: Kept\nprecision: float"))
    #expect(ran(precision).count == precision.cells.count)
    let program = run(Self.lesson, store: store(engine: "two"))
    #expect(ran(program).count == program.cells.count)
    #expect(ran(program).allSatisfy { $0.contains("the program") })
  }

  @Test("a data file that changes is read again; one that is only touched is not")
  func data() throws {
    defer { remove() }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let file = URL(fileURLWithPath: folder + "/mine.csv")
    let text = "```{data} mine\nfile: mine.csv\n```\n\n```{expect}\ncount(mine) >= 2\n```\n"
    try Data("x,y,kind\n1,2,a\n3,4,b\n".utf8).write(to: file)
    #expect(ran(run(text)).count == 2)
    #expect(ran(run(text)) == [])
    try Data("x,y,kind\n1,2,a\n3,4,b\n".utf8).write(to: file)
    #expect(ran(run(text)) == [])
    try Data("x,y,kind\n1,2,a\n3,5,b\n".utf8).write(to: file)
    let changed = run(text)
    #expect(ran(changed).first == "mine: the file '\(folder)/mine.csv' changed")
    #expect(changed.session.dataFiles.map(\.path) == [folder + "/mine.csv"])
  }

  @Test("a statement that fails is kept, too, and told at the place where it stands now")
  func failures() {
    defer { remove() }
    let wrong = changed("loss(fit, last) > 0", "loss(fit, last) > 100")
    #expect(run(wrong).diagnostics.map(\.id) == ["expect.failed"])
    let moved = wrong.replacingOccurrences(of: "Some prose.", with: "Some prose.\n\nAnd more.")
    let again = run(moved)
    #expect(ran(again) == [])
    let plain = Fixtures.notebook(moved)
    #expect(again.diagnostics == plain.run(in: Session(of: plain, in: folder)).diagnostics)
    #expect(again.diagnostics.map(\.id) == ["expect.failed"])
  }

  @Test("a cell that could not be run is run again until it is mended")
  func mending() throws {
    defer { remove() }
    let text = "```{data} mine\nfile: mine.csv\n```\n"
    #expect(run(text).diagnostics.map(\.id) == ["data.missing"])
    try Data("x,y,kind\n1,2,a\n3,4,b\n".utf8).write(to: URL(fileURLWithPath: folder + "/mine.csv"))
    #expect(run(text).diagnostics == [])
  }

  @Test("a file that a cell writes is written where the cell is kept, too")
  func saving() throws {
    defer { remove() }
    let text = changed("batch: 10\nepochs: 3", "batch: 10\nepochs: 3\nsave: net.safetensors")
    _ = run(text)
    let path = folder + "/net.safetensors"
    let first = try #require(FileManager.default.contents(atPath: path))
    try FileManager.default.removeItem(atPath: path)
    #expect(ran(run(text)) == [])
    #expect(FileManager.default.contents(atPath: path) == first)
  }

  @Test("damage to anything that is kept is noticed, and never a wrong value")
  func damage() throws {
    defer { remove() }
    let right = shown(run(Self.lesson))
    let cells = folder + "/cells"
    var generator = SystemRandomNumberGenerator()
    for round in 0..<6 {
      for name in try FileManager.default.contentsOfDirectory(atPath: cells) {
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(cells)/\(name)")))
        guard let place = bytes.indices.randomElement(using: &generator) else { continue }
        switch round % 3 {
        case 0: bytes[place] ^= UInt8.random(in: 1...255, using: &generator)
        case 1: bytes.removeSubrange(place...)
        default: bytes.append(contentsOf: [1, 2, 3])
        }
        try Data(bytes).write(to: URL(fileURLWithPath: "\(cells)/\(name)"))
      }
      let run = run(Self.lesson)
      #expect(shown(run) == right)
      #expect(run.diagnostics == [])
      #expect(ran(run).count == run.cells.count, "every file was damaged")
    }
  }

  @Test("values whose files are gone are made again by those that need them")
  func gone() throws {
    defer { remove() }
    _ = run(Self.lesson)
    let cells = folder + "/cells"
    for name in try FileManager.default.contentsOfDirectory(atPath: cells) where name.contains("-")
    {
      try FileManager.default.removeItem(atPath: "\(cells)/\(name)")
    }
    let text = changed("[accuracy, ", "[accuracy on ten, ")
    let second = run(text)
    #expect(ran(second).count == 1)
    let notebook = Fixtures.notebook(text)
    #expect(shown(second) == shown(notebook.run(in: Session(of: notebook, in: folder))))
  }

  @Test("no more is kept than the limit says, and what was used longest ago goes first")
  func limit() throws {
    defer { remove() }
    let small = store(limit: 3000)
    for number in 0..<10 {
      small.write("\(Fingerprint(of: number))", [UInt8](repeating: 0, count: 900))
      usleep(20_000)
    }
    // The oldest is read, and so used.
    #expect(small.read("\(Fingerprint(of: 0))")?.count == 900)
    small.trim()
    let left = (0..<10).filter { small.has("\(Fingerprint(of: $0))") }
    #expect(left == [0, 8, 9])
    #expect(small.removeAll().files == 3)
  }

  @Test("a folder that cannot be written costs nothing but time")
  func unwritable() throws {
    defer { remove() }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data().write(to: URL(fileURLWithPath: folder + "/cells"))
    let first = run(Self.lesson)
    #expect(first.diagnostics == [])
    #expect(ran(run(Self.lesson)).count == first.cells.count)
  }

  @Test("two runs at once keep and show the same")
  func together() async {
    defer { remove() }
    let right = shown(run(Self.lesson, store: CellStore(folder: folder + "/apart", engine: "one")))
    let lesson = Self.lesson
    await withTaskGroup(of: [String].self) { group in
      for _ in 0..<4 { group.addTask { shown(run(lesson)) } }
      for await found in group { #expect(found == right) }
    }
    #expect(ran(run(lesson)) == [])
  }
}
