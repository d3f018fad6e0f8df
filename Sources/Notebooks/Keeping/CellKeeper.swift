import Diagnostics
import Neural

/// Takes cells from what is kept of earlier runs, and keeps what cells make.
///
/// Every cell has a key of all its outcome rests on: the program, its own options and text, the
/// files it reads, where the random numbers stand, and for each label it refers to the key of the cell
/// that made that. So whether two outcomes are the same is known without comparing them, and a cell
/// is run again exactly where something it rests on has changed.
struct CellKeeper {
  let store: CellStore
  private let sources: [Int: CellSource]
  private let circumstances: [CellKey.Part]
  /// What each label's value rests on, all the way down.
  private var lineages: [String: Fingerprint] = [:]
  /// The same for all arrays together; nil once that cannot be told.
  private var arrays: Fingerprint? = Fingerprint(of: "no arrays")
  private let language: String
  private(set) var history: KeyHistory
  private(set) var hasWritten = false

  init(store: CellStore, notebook: Notebook) {
    self.store = store
    sources = Dictionary(
      notebook.scope.sources.map { ($0.head.lowerBound, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let front = notebook.frontMatter
    circumstances = [
      .init("the program", Fingerprint(of: store.engine)),
      .init("the precision", Fingerprint(of: front.precision.rawValue)),
    ]
    language = front.language
    history = KeyHistory(of: notebook, in: store)
  }

  /// A cell with its key, before it has run.
  struct Plan {
    let source: CellSource
    let key: CellKey
    /// The session as the cell finds it; nil where no label stands for what it makes, so that
    /// nothing is to be made again. Holding a session makes the next change copy it.
    let before: Session?
    /// Where the random numbers stand before it.
    fileprivate let generator: MersenneTwister
    /// The files it reads, as they are.
    fileprivate let files: [(path: String, stamp: FileStamp)]
    /// The labels whose values it makes or changes.
    var labels: [String] { source.valueLabels }
    /// Where the places in its outputs are counted from.
    fileprivate var start: Int {
      source.content.map { $0.offset(inFile: 0) } ?? source.head.lowerBound
    }
    fileprivate func file(of label: Int) -> String { "\(key.work)-\(label)" }
  }

  /// What a cell rests on; nil if that cannot be told, so that it must run.
  func plan(_ cell: DirectiveCell, in session: Session) -> Plan? {
    guard let source = sources[cell.head.lowerBound],
      let foundations = try? cell.directive.foundations(in: session)
    else { return nil }
    let meaning = source.meaning
    var parts = circumstances
    parts.append(.init("its kind", Fingerprint(of: source.type.name)))
    parts.append(.init("its label", Fingerprint(of: source.label)))
    parts.append(.init("its options", meaning.work))
    if let content = source.content {
      parts.append(.init("its text", Fingerprint(of: content.text)))
    }
    parts.append(.init("where the random numbers stand", session.generator.fingerprint))
    for label in cell.needs.sorted() {
      guard let lineage = lineages[label] else { return nil }
      parts.append(.init("'\(label)'", lineage))
    }
    var files: [(path: String, stamp: FileStamp)] = []
    for foundation in foundations {
      switch foundation {
      case .file(let path):
        guard let stamp = FileStamp(path: path), let digest = store.digest(ofFile: path) else {
          return nil
        }
        files.append((path, stamp))
        parts.append(.init("the file '\(path)'", Fingerprint(of: digest)))
      case .arrays:
        guard let arrays else { return nil }
        parts.append(.init("an array of the code above", arrays))
      case .notation(let words):
        parts.append(.init("the lesson's notation", Fingerprint(of: words)))
      case .circumstance(let words):
        parts.append(.init("what it is meant for", Fingerprint(of: words)))
      }
    }
    let (language, pictures) = (language, session.pictures)
    let presentation = Fingerprint { bytes in
      bytes.write(meaning.presentation)
      bytes.write(language)
      bytes.write(pictures)
      // Places within the text are kept, and line ends as on Windows or a deeper indent move them.
      if let content = source.content {
        bytes.write(content.offset(inFile: content.text.utf8.count) - content.offset(inFile: 0))
      }
    }
    return Plan(
      source: source, key: CellKey(parts: parts, presentation: presentation),
      before: source.valueLabels.isEmpty ? nil : session, generator: session.generator, files: files
    )
  }

  /// Brings the session to where running the cell would leave it.
  ///
  /// - Returns: what the cell shows; nil if nothing is kept of it.
  mutating func restore(_ plan: Plan, into session: inout Session) throws -> (
    outputs: [Output], how: Keeping
  )? {
    let directive = plan.source.directive
    if let bytes = store.read("\(plan.key.shown)"),
      let kept = KeptCell(bytes, of: directive, from: plan.start)
    {
      apply(kept, of: plan, to: &session)
      session.pictures = kept.pictures
      return (kept.outputs, .kept)
    }
    guard !plan.source.type.presentation.isEmpty, let bytes = store.read("\(plan.key.work)"),
      let kept = KeptCell(bytes, of: directive, from: plan.start)
    else { return nil }
    apply(kept, of: plan, to: &session)
    guard let outputs = try directive.present(in: &session) else {
      if let before = plan.before { session = before }
      return nil
    }
    write(
      KeptCell(
        generator: kept.generator, standIn: kept.standIn, arrays: kept.arrays,
        curve: kept.curve, pictures: session.pictures, outputs: outputs), as: plan.key.shown, plan)
    return (outputs, .presented)
  }

  private func apply(_ kept: KeptCell, of plan: Plan, to session: inout Session) {
    if let generator = kept.generator { session.generator = generator }
    for (index, label) in plan.labels.enumerated() {
      guard let before = plan.before else { break }
      let value = value(of: index, label, plan, after: before)
      session.defer(label, to: value)
      // A network that is loaded is loaded now: a cell below may write its file anew.
      if plan.source.directive is NetworkDirective, !plan.files.isEmpty { _ = value.value }
    }
    for array in kept.arrays { session.arrays[array.name] = array.value }
    session.curves[plan.source.label] = kept.curve
    if let data = plan.source.directive as? DataDirective {
      session.standIns[plan.source.label] = kept.standIn
      session.note(files: (try? data.files(in: session).found) ?? [], of: plan.source.label)
    }
  }

  /// A value as it is kept, or made again by running the cell where it is not.
  private func value(
    of index: Int, _ label: String, _ plan: Plan, after before: Session
  ) -> Deferred {
    let (store, directive, name) = (store, plan.source.directive, plan.file(of: index))
    // What is read needs nothing before it.
    let previous = type(of: directive).keepsValues ? nil : before.deferred(label)
    return Deferred(after: previous) {
      if let bytes = store.read(name), let value = KeptValue.value(bytes, of: directive) {
        return value
      }
      var again = before
      _ = try? directive.run(in: &again)
      return again[label]
    }
  }

  /// Keeps what a cell made that ran and did not fail.
  mutating func keep(_ outputs: [Output], of plan: Plan, in session: Session) {
    // What was read may not be what was hashed.
    guard plan.files.allSatisfy({ FileStamp(path: $0.path) == $0.stamp }) else { return }
    let directive = plan.source.directive
    if type(of: directive).keepsValues {
      for (index, label) in plan.labels.enumerated() {
        guard let bytes = session[label].flatMap(KeptValue.bytes) else { continue }
        store.write(plan.file(of: index), bytes)
      }
    }
    let kept = KeptCell(
      generator: session.generator == plan.generator ? nil : session.generator,
      standIn: session.standIns[plan.source.label],
      arrays: directive.arrays.compactMap { made in
        session.arrays[made.name].map { (made.name, $0) }
      },
      curve: session.curves[plan.source.label], pictures: session.pictures, outputs: outputs)
    write(kept, as: plan.key.shown, plan)
    if !plan.source.type.presentation.isEmpty { write(kept, as: plan.key.work, plan) }
  }

  private mutating func write(_ kept: KeptCell, as name: Fingerprint, _ plan: Plan) {
    store.write("\(name)", kept.bytes(from: plan.start))
    hasWritten = true
  }

  /// Notes what the labels stand for after a cell, whether it ran or was kept; without a plan,
  /// nothing is known of them any more.
  mutating func follow(_ cell: DirectiveCell, _ plan: Plan?) {
    guard let plan else {
      for label in sources[cell.head.lowerBound]?.valueLabels ?? [] { lineages[label] = nil }
      if !cell.directive.arrays.isEmpty { arrays = nil }
      return
    }
    for label in plan.labels {
      lineages[label] = Fingerprint {
        $0.write(plan.key.work)
        $0.write(label)
      }
    }
    if !plan.source.directive.arrays.isEmpty, let before = arrays {
      arrays = Fingerprint {
        $0.write(before)
        $0.write(plan.key.work)
      }
    }
    history.note(plan)
  }

  /// Ends a run: what it rested on is noted for the next one's reasons, the store kept in its bounds.
  mutating func finish() {
    history.save(in: store)
    if hasWritten { store.trim() }
  }
}

// MARK: - Values in prose

extension CellKeeper {
  /// What the values of a piece of prose rest on; nil if that cannot be told.
  func key(ofTexts texts: [String], labels: Set<String>) -> Fingerprint? {
    guard let arrays else { return nil }
    var parts = circumstances
    parts.append(.init("an array of the code above", arrays))
    for label in labels.sorted() {
      guard let lineage = lineages[label] else { return nil }
      parts.append(.init(label, lineage))
    }
    return Fingerprint { bytes in
      bytes.write("prose")
      bytes.write(parts)
      bytes.write(texts)
    }
  }

  func values(_ key: Fingerprint, count: Int) -> [String]? {
    guard let bytes = store.read("\(key)") else { return nil }
    var reader = ByteReader(bytes)
    guard let values = try? reader.read([String].self), values.count == count else { return nil }
    return values
  }

  mutating func keep(values: [String], as key: Fingerprint) {
    var bytes = ByteWriter()
    bytes.write(values)
    store.write("\(key)", bytes.bytes)
    hasWritten = true
  }
}
