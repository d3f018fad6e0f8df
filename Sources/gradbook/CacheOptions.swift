import ArgumentParser
import Diagnostics
import Foundation
import Notebooks
import Reports

/// The arguments of commands that may take cells from earlier runs.
struct CacheOptions: ParsableArguments {
  @Flag(name: .customLong("no-cache"), help: "Run every cell, and keep nothing.")
  var isOff = false

  @Flag(
    name: .customLong("explain-cache"),
    help: "Say of each cell whether it ran, and why, or was kept from an earlier run.")
  var isExplained = false

  /// Nil where every cell is to run.
  var store: CellStore? { isOff ? nil : Self.standard }

  static var standard: CellStore? {
    if let text = CellStore.misreadLimit {
      Terminal.error(
        "warning: GRADBOOK_CACHE_LIMIT is '\(text.withVisibleControls)', expected a number of "
          + "megabytes from 0 to 1000000; a gigabyte is kept at most")
    }
    return CellStore.standard(version: Release.version, program: Bundle.main.executablePath)
  }
}
