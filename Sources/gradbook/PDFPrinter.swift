import Files
import Foundation

/// Prints a page as PDF with an installed Chromium.
///
/// The browser runs without a window and without a network, with a profile of its own that is removed
/// afterwards, and is ended when it takes too long.
struct PDFPrinter {
  private let program: String

  /// Names of Chromium and its kin, in the order tried.
  private static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
  ]
  /// The longest lesson prints in seconds.
  private static let patience: TimeInterval = 120

  init() throws {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let candidates = Self.names.flatMap { name in folders.map { "\($0)/\(name)" } }
    guard let found = candidates.first(where: FileManager.default.isExecutableFile) else {
      throw Failure(
        "no browser was found to print with (\(Self.names.joined(separator: ", ")))",
        help: [
          "install one, for example 'apt-get install chromium', or print the page that "
            + "'gradbook run' writes from your own browser"
        ])
    }
    program = found
  }

  /// The page as PDF.
  func pdf(of html: String) throws -> Data {
    let place = FileManager.default.temporaryDirectory.path
    let work: TemporaryWork
    do throws(FileError) {
      work = try TemporaryWork(in: place)
    } catch {
      throw Failure("no folder can be made in '\(place)'", error)
    }
    let folder = URL(fileURLWithPath: work.folder)
    let page = folder.appendingPathComponent("page.html")
    let output = folder.appendingPathComponent("page.pdf")
    let log = folder.appendingPathComponent("log.txt")
    do throws(FileError) {
      try WholeFile.write(html.utf8, to: page.path)
      try WholeFile.write([], to: log.path)
    } catch {
      throw Failure("'\(folder.path)' cannot be written", error)
    }
    try runBrowser(
      arguments(profile: folder.appendingPathComponent("profile"), page: page, output: output),
      log: log)
    guard let data = FileManager.default.contents(atPath: output.path),
      data.starts(with: Data("%PDF-".utf8))
    else { throw failure("it wrote no PDF", log: log) }
    return data
  }

  private func arguments(profile: URL, page: URL, output: URL) -> [String] {
    let isRoot = geteuid() == 0
    return [
      "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
      "--disable-extensions", "--host-resolver-rules=MAP * ~NOTFOUND",
      "--user-data-dir=\(profile.path)", "--no-pdf-header-footer",
      "--print-to-pdf=\(output.path)",
      // The browser refuses to run as root within its sandbox.
    ] + (isRoot ? ["--no-sandbox"] : []) + [page.absoluteString]
  }

  private func runBrowser(_ arguments: [String], log: URL) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: log)
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do {
      try process.run()
    } catch {
      throw Failure("'\(program)' cannot be started: \(error.localizedDescription)")
    }
    let child = process.processIdentifier
    Interruption.begin(child: child)
    defer { Interruption.end(child: child) }
    guard ended.wait(timeout: .now() + Self.patience) == .success else {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      throw failure("it had not finished after \(Int(Self.patience)) s", log: log)
    }
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw failure("it ended with status \(process.terminationStatus)", log: log)
    }
  }

  /// The browser's own last words are often the only clue.
  private func failure(_ why: String, log: URL) -> any Error {
    let text = FileManager.default.contents(atPath: log.path).map {
      String(decoding: $0, as: UTF8.self)
    }
    let last = (text ?? "").split(separator: "\n").suffix(3)
    return Failure(
      "'\(program)' could not print the page: \(why)", help: last.map { "it said: \($0)" })
  }
}
