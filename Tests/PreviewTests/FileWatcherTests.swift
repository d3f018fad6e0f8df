import Foundation
import Testing

@testable import Preview

/// Each is tried with the kernel's notices and by looking from time to time.
@Suite("Files that are watched")
final class FileWatcherTests {
  private let folder: String
  private let pace = FileWatcher.Pace(look: .milliseconds(20))

  init() throws {
    folder = NSTemporaryDirectory() + "gradbook-watched-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder + "/data", withIntermediateDirectories: true)
    try write("one", to: "a.md")
    try write("1,2", to: "data/x.csv")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func write(_ text: String, to name: String, atomically: Bool = false) throws {
    try Data(text.utf8).write(
      to: URL(fileURLWithPath: "\(folder)/\(name)"), options: atomically ? .atomic : [])
  }

  private func watcher(_ usesKernel: Bool) -> FileWatcher {
    FileWatcher(roots: [folder], pace: pace, usesKernel: usesKernel)
  }

  private func names(_ changes: Set<String>?) -> [String]? {
    changes?.map { String($0.dropFirst(folder.count + 1)) }.sorted()
  }

  @Test("are told of when written, replaced, or deleted", arguments: [true, false])
  func waysOfSaving(usesKernel: Bool) async throws {
    var watcher = watcher(usesKernel)
    try write("two", to: "a.md")
    #expect(names(await watcher.changes()) == ["a.md"])
    try write("three", to: "a.md", atomically: true)
    #expect(names(await watcher.changes()) == ["a.md"])
    try write("3,4", to: "data/x.csv")
    #expect(names(await watcher.changes()) == ["data/x.csv"])
    try FileManager.default.removeItem(atPath: folder + "/a.md")
    #expect(names(await watcher.changes()) == ["a.md"])
    // As editors do that move the old file away first.
    try write("four", to: "a.md")
    #expect(names(await watcher.changes()) == ["a.md"])
  }

  @Test("are told of once for a burst of saves, all together", arguments: [true, false])
  func burst(usesKernel: Bool) async throws {
    var watcher = watcher(usesKernel)
    for number in 1...20 {
      try write("\(number)", to: "a.md")
      try write("\(number)", to: "b.md", atomically: true)
    }
    #expect(names(await watcher.changes()) == ["a.md", "b.md"])
    try write("end", to: "end.md")
    #expect(names(await watcher.changes()) == ["end.md"])
  }

  @Test("are told of if they changed while nobody asked", arguments: [true, false])
  func meanwhile(usesKernel: Bool) async throws {
    var watcher = watcher(usesKernel)
    try write("two", to: "a.md")
    _ = await watcher.changes()
    try write("three", to: "a.md")
    try write("five", to: "c.md")
    try await Task.sleep(for: .milliseconds(100))
    #expect(names(await watcher.changes()) == ["a.md", "c.md"])
  }

  @Test("are not told of when the same is written again, or an editor keeps something beside")
  func nothingNew() async throws {
    var watcher = watcher(true)
    try write("two", to: "a.md")
    _ = await watcher.changes()
    try write("two", to: "a.md")
    for name in [".a.md.swp", "a.md~", "#a.md#"] { try write("x", to: name) }
    try await Task.sleep(for: .milliseconds(100))
    try write("x", to: "b.md")
    #expect(names(await watcher.changes()) == ["b.md"])
  }

  @Test(
    "are told of in a folder that was made, moved away, or came back", arguments: [true, false])
  func folders(usesKernel: Bool) async throws {
    var watcher = watcher(usesKernel)
    try FileManager.default.createDirectory(
      atPath: folder + "/more/deep", withIntermediateDirectories: true)
    try write("x", to: "more/deep/y.csv")
    #expect(names(await watcher.changes()) == ["more/deep/y.csv"])
    try write("z", to: "more/deep/y.csv")
    #expect(names(await watcher.changes()) == ["more/deep/y.csv"])

    try FileManager.default.moveItem(atPath: folder, toPath: folder + "-away")
    #expect(names(await watcher.changes()) == ["a.md", "data/x.csv", "more/deep/y.csv"])
    try FileManager.default.moveItem(atPath: folder + "-away", toPath: folder)
    try write("new", to: "a.md")
    #expect(await watcher.changes()?.contains(folder + "/a.md") == true)
  }

  @Test("may include links to nowhere, to folders and in circles")
  func links() async throws {
    let files = FileManager.default
    try files.createSymbolicLink(atPath: folder + "/round", withDestinationPath: folder)
    try files.createSymbolicLink(atPath: folder + "/nowhere", withDestinationPath: "/nowhere/x")
    try files.createSymbolicLink(atPath: folder + "/root", withDestinationPath: "/")
    let snapshot = FileSnapshot(of: [folder])
    #expect(snapshot.files.count == 2)
    #expect(snapshot.folders.count == 2)
  }
}
