import ArgumentParser
import Diagnostics
import Foundation

/// `gradbook clean`: forget what cells made in earlier runs.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Remove what is kept of earlier runs.",
    discussion: """
      A cell whose options, data and predecessors are as they were is not run again: what it made is \
      kept in the user's cache, at most a gigabyte or what GRADBOOK_CACHE_LIMIT says in megabytes, \
      and what was used longest ago goes first. Datasets that were fetched are not touched.
      """)

  func run() throws {
    guard let store = CacheOptions.standard else {
      Terminal.error("there is no cache folder, and so nothing is kept")
      return
    }
    let removed = store.removeAll()
    let size = removed.bytes.formatted(.byteCount(style: .file))
    Terminal.error(
      removed.files == 0
        ? "nothing was kept in \(store.folder)"
        : "removed \(removed.files.counted("file")), \(size), from \(store.folder)")
  }
}
