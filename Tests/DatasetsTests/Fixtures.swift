import Foundation
import Neural

@testable import Datasets

/// A file that `Fixtures/make.py` wrote.
func fixture(_ name: String, file: String = #filePath) -> String {
  URL(fileURLWithPath: file).deletingLastPathComponent()
    .appendingPathComponent("Fixtures/\(name)").path
}

func fixtureBytes(_ name: String) throws -> [UInt8] {
  [UInt8](try Data(contentsOf: URL(fileURLWithPath: fixture(name))))
}

/// The repository's own `notebooks/data`.
func notebookData(file: String = #filePath) -> String {
  URL(fileURLWithPath: file).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("notebooks/data").path
}

/// A directory that is removed when the test ends.
final class TemporaryDirectory {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("datasets-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders above it, and returns its path.
  func write(_ bytes: some Collection<UInt8>, to name: String) throws -> String {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }
}

/// What a call throws, or nil if it returns.
func failure<Value>(_ call: () throws(DatasetError) -> Value) -> DatasetError? {
  do throws(DatasetError) {
    _ = try call()
    return nil
  } catch {
    return error
  }
}

/// Random damage: some bytes replaced, the end cut off at times.
func damaged(_ bytes: [UInt8], using generator: inout MersenneTwister) -> [UInt8] {
  var result = bytes
  for _ in 0...generator.integer(below: 8) where !result.isEmpty {
    // Headers are where damage does most.
    let reach = generator.integer(below: 2) == 0 ? min(64, result.count) : result.count
    result[generator.integer(below: reach)] = UInt8(generator.integer(below: 256))
  }
  if generator.integer(below: 3) == 0 {
    result.removeLast(generator.integer(below: result.count + 1))
  }
  return result
}
