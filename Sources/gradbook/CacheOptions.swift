import ArgumentParser
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
    CellStore.standard(version: Release.version, program: Bundle.main.executablePath)
  }
}
