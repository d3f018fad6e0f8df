import Glibc

/// How a cell of a run came to its outcome.
public enum Keeping: Sendable, Equatable {
  /// It was kept from an earlier run.
  case kept
  /// Its values were kept, and shown in another way.
  case presented
  /// It ran, for this reason.
  case ran(because: String)
}

/// What the cells of a notebook rested on when it was last run, so that a cell that runs again can
/// say why.
struct KeyHistory {
  private let file: String
  private var last: [String: [CellKey.Part]] = [:]
  private var now: [(cell: String, parts: [CellKey.Part])] = []
  private var unlabelled: [String: Int] = [:]

  init(of notebook: Notebook, in store: CellStore) {
    let path = realpath(notebook.file.name, nil).map { real in
      defer { free(real) }
      return String(cString: real)
    }
    file = "\(Fingerprint(of: "cells of " + (path ?? notebook.file.name)))-cells"
    guard let bytes = store.read(file) else { return }
    var reader = ByteReader(bytes)
    guard let count = try? reader.readCount(of: 2) else { return }
    for _ in 0..<count {
      guard let cell = try? reader.read(String.self),
        let parts = try? reader.read([CellKey.Part].self)
      else { return }
      last[cell] = parts
    }
  }

  mutating func note(_ plan: CellKeeper.Plan) {
    now.append((name(of: plan.source, counting: &unlabelled), plan.key.parts))
  }

  func save(in store: CellStore) {
    guard !now.isEmpty else { return }
    var bytes = ByteWriter()
    bytes.write(now.count)
    for (cell, parts) in now {
      bytes.write(cell)
      bytes.write(parts)
    }
    store.write(file, bytes.bytes)
  }

  /// Why a cell of which nothing is kept must run: `'net' changed, its options changed`.
  func reason(_ plan: CellKeeper.Plan) -> String {
    var unlabelled = unlabelled
    guard let before = last[name(of: plan.source, counting: &unlabelled)] else {
      return "it is new, or nothing was kept of it"
    }
    let known = Dictionary(before.map { ($0.name, $0.fingerprint) }, uniquingKeysWith: { $1 })
    let changed = plan.key.parts.filter { known[$0.name] != $0.fingerprint }.map(\.name)
    if changed.isEmpty {
      let gone = Set(known.keys).subtracting(plan.key.parts.map(\.name)).sorted()
      return gone.isEmpty
        ? "what was kept of it is gone"
        : "it rests no longer on \(gone.joined(separator: ", "))"
    }
    return "\(changed.joined(separator: ", ")) changed"
  }

  /// `train fit`, or `plot 2` for the second plot without a label.
  private func name(of source: CellSource, counting unlabelled: inout [String: Int]) -> String {
    guard source.label.isEmpty else { return "\(source.type.name) \(source.label)" }
    unlabelled[source.type.name, default: 0] += 1
    return "\(source.type.name) \(unlabelled[source.type.name, default: 0])"
  }
}

extension Keeping {
  /// As `--explain-cache` says it.
  public var words: String {
    switch self {
    case .kept: "kept"
    case .presented: "kept, and shown in another way"
    case .ran(let reason): "ran: \(reason)"
    }
  }
}
