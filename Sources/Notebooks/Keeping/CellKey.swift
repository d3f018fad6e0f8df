import Diagnostics
import Neural

/// What a cell's outcome rests on besides its options, the labels it refers to and the random
/// numbers.
public enum Foundation: Sendable {
  /// The content of a file.
  case file(String)
  /// The arrays that code has made so far.
  case arrays
  /// How the lesson writes what the cell shows, in words.
  case notation(String)
  /// Something else, in words.
  case circumstance(String)
}

/// All that the outcome of a cell rests on, as fingerprints by name.
///
/// Two cells with the same key have the same outcome, so one that was kept stands for the other.
struct CellKey {
  struct Part: Storable {
    /// In words, as in "'net' changed".
    let name: String
    let fingerprint: Fingerprint

    init(_ name: String, _ fingerprint: Fingerprint) {
      self.name = name
      self.fingerprint = fingerprint
    }

    func write(to bytes: inout ByteWriter) {
      bytes.write(name)
      bytes.write(fingerprint)
    }

    init(from bytes: inout ByteReader) throws(DamagedBytes) {
      name = try bytes.read()
      fingerprint = try bytes.read()
    }
  }

  /// What the cell's values rest on.
  let parts: [Part]
  /// Names the cell's values.
  let work: Fingerprint
  /// Names what it shows, which also depends on options of presentation.
  let shown: Fingerprint

  init(parts: [Part], presentation: Fingerprint) {
    self.parts = parts
    let work = Fingerprint(of: parts)
    self.work = work
    shown = Fingerprint {
      $0.write(work)
      $0.write(presentation)
    }
  }
}

extension CellSource {
  /// The labels whose values the cell makes or changes, each once.
  var valueLabels: [String] {
    let own = directive.definition == nil ? [] : [label]
    return own + directive.changes.filter { !own.contains($0) }
  }

  /// Options that only say how a cell is shown on the page.
  private static let displayOptions: Set<String> = ["caption", "alt", "echo", "include"]

  /// The options that say what is done, and those that say how the outcome looks.
  var meaning: (work: Fingerprint, presentation: Fingerprint) {
    let entries = entries.filter { !Self.displayOptions.contains($0.key) }
    let presentation = type.presentation
    return (
      Fingerprint { bytes in
        entries.filter { !presentation.contains($0.key) }.writeMeaning(to: &bytes)
      },
      Fingerprint { bytes in
        entries.filter { presentation.contains($0.key) }.writeMeaning(to: &bytes)
      }
    )
  }
}

extension MersenneTwister {
  var fingerprint: Fingerprint { Fingerprint(of: self) }
}
