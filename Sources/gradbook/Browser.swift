import Foundation

/// The browser of the person at this machine.
enum Browser {
  private static let opener = "xdg-open"

  /// Opens an address, if there is a program that does.
  static func open(_ address: String) {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let places = folders.split(separator: ":").map { "\($0)/\(opener)" }
    guard let program = places.first(where: FileManager.default.isExecutableFile) else {
      Terminal.error("No browser was opened: \(opener) is not installed (package xdg-utils).")
      return
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = [address]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      Terminal.error("No browser was opened: \(error.localizedDescription)")
    }
  }
}
