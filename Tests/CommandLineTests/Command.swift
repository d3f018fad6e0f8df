import Foundation
import Testing

/// The built `gradbook`, run as a process in a folder of its own.
struct Command {
  let folder: TemporaryFolder
  /// Where it keeps what cells made: not among the user's own.
  private let cache: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    cache = try TemporaryFolder()
  }

  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The program beside the bundle of these tests.
  static let program: String = {
    let bundle = Bundle.allBundles.map(\.bundlePath) + [CommandLine.arguments[0]]
    let folders =
      bundle.map { ($0 as NSString).deletingLastPathComponent } + [packageFolder + "/.build/debug"]
    return folders.map { $0 + "/gradbook" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
      ?? "gradbook"
  }()

  static let packageFolder: String = {
    let tests = ((#filePath as NSString).deletingLastPathComponent as NSString)
      .deletingLastPathComponent
    return (tests as NSString).deletingLastPathComponent
  }()

  /// Runs it to its end.
  func callAsFunction(_ arguments: String..., in inner: String? = nil) throws -> Outcome {
    try outcome(of: arguments, in: inner)
  }

  func outcome(of arguments: [String], in inner: String? = nil) throws -> Outcome {
    let process = process(arguments, in: inner)
    // Files, since a pipe that nobody empties would stop the program.
    let names = ["output", "errors"].map { "\(folder.path)/.\($0)-\(UUID().uuidString)" }
    let handles = try names.map { name in
      FileManager.default.createFile(atPath: name, contents: nil)
      return try #require(FileHandle(forWritingAtPath: name))
    }
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    try process.run()
    process.waitUntilExit()
    let texts = try names.map { name in
      defer { try? FileManager.default.removeItem(atPath: name) }
      return try String(contentsOfFile: name, encoding: .utf8)
    }
    #expect(process.terminationReason == .exit, "it ends by itself: \(arguments)")
    return Outcome(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }

  /// The process, not started yet.
  func process(_ arguments: [String], in inner: String? = nil) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(
      fileURLWithPath: inner.map { "\(folder.path)/\($0)" } ?? folder.path)
    process.standardInput = FileHandle.nullDevice
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["XDG_CACHE_HOME": cache.path], uniquingKeysWith: { _, own in own })
    return process
  }

  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  func write(_ data: Data, to name: String) throws {
    let path = "\(folder.path)/\(name)"
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try data.write(to: URL(fileURLWithPath: path))
  }

  func contents(of name: String) -> Data? {
    FileManager.default.contents(atPath: "\(folder.path)/\(name)")
  }

  func files(in name: String = ".") -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/\(name)")) ?? [])
      .sorted()
  }
}

/// A folder that is gone when the test is over.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "gradbook-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
