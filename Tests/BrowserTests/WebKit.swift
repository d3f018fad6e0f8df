import Foundation
import Glibc

/// WebKit, the engine of every iPhone, spoken to over WebDriver (the W3C's recommendation): HTTP with JSON.
///
/// The driver opens WebKitGTK's small browser on a screen that only the X server in memory has.
final class WebKit {
  private static let driver = "/usr/bin/WebKitWebDriver"
  private static let screen = "/usr/bin/Xvfb"
  private static let window =
    ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/libexec", "/usr/lib64"]
    .flatMap { ["\($0)/webkit2gtk-4.1/MiniBrowser", "\($0)/webkitgtk-6.0/MiniBrowser"] }
    .first(where: FileManager.default.isExecutableFile)

  /// Whether everything it takes is installed.
  static let isInstalled =
    window != nil
    && [driver, screen].allSatisfy(FileManager.default.isExecutableFile)

  private let display: Process
  private let process: Process
  private let port: UInt16
  private var session = ""

  /// How often, every tenth of a second, a program is asked whether it is there.
  private static let patience = 300

  init() throws(BrowserError) {
    guard let window = Self.window else { throw BrowserError("there is no WebKit") }
    signal(SIGPIPE, SIG_IGN)
    let number = Pipe()
    display = try Self.start(
      Self.screen, ["-displayfd", "1", "-screen", "0", "2000x1600x24"], output: number)
    // The server says the number of the display that it took.
    let line = number.fileHandleForReading.availableData
    let name = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    port = try LocalPort.free()
    process = try Self.start(
      Self.driver, ["--port=\(port)"],
      environment: [
        "DISPLAY": ":\(name)", "LIBGL_ALWAYS_SOFTWARE": "1",
        // A sandbox in a container has no namespaces to be had.
        "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
      ])
    for _ in 0..<Self.patience {
      if (try? send("GET", "/status")) != nil { break }
      usleep(100_000)
    }
    let options: [String: Any] = ["binary": window, "args": ["--automation"]]
    let wanted = ["capabilities": ["alwaysMatch": ["webkitgtk:browserOptions": options]]]
    let answer = try send("POST", "/session", wanted)
    guard let identifier = (answer as? [String: Any])?["sessionId"] as? String else {
      throw BrowserError("WebKit gave no session: \(answer)")
    }
    session = "/session/\(identifier)"
  }

  deinit {
    _ = try? send("DELETE", session)
    for program in [process, display] {
      // Neither heeds a polite signal from here.
      kill(program.processIdentifier, SIGKILL)
      program.waitUntilExit()
    }
  }

  /// Loads a file and waits until its load event.
  func load(_ path: String) throws(BrowserError) {
    try send("POST", "\(session)/url", ["url": URL(fileURLWithPath: path).absoluteString])
  }

  /// The page in a window of this size.
  func show(width: Int, height: Int = 900) throws(BrowserError) {
    try send("POST", "\(session)/window/rect", ["width": width, "height": height])
  }

  /// What a function of JavaScript without parameters finds: a list of sentences.
  func findings(of function: String) throws(BrowserError) -> [String] {
    let answer = try send(
      "POST", "\(session)/execute/sync", ["script": "return (\(function))()", "args": [Any]()])
    guard let sentences = answer as? [String] else {
      throw BrowserError("the script answered \(answer)")
    }
    return sentences
  }

  /// What is seen, as a PNG.
  func screenshot() throws(BrowserError) -> Data {
    let answer = try send("GET", "\(session)/screenshot")
    guard let text = answer as? String, let data = Data(base64Encoded: text) else {
      throw BrowserError("WebKit took no picture")
    }
    return data
  }

  @discardableResult
  private func send(
    _ method: String, _ path: String, _ body: [String: Any] = [:]
  ) throws(BrowserError) -> Any {
    var text = Data()
    if method == "POST" {
      guard let written = try? JSONSerialization.data(withJSONObject: body) else {
        throw BrowserError("\(path) cannot be written as JSON")
      }
      text = written
    }
    let answer = try LocalPort.answer(of: port, method, path, text)
    guard let object = try? JSONSerialization.jsonObject(with: answer) as? [String: Any],
      let value = object["value"]
    else { throw BrowserError("\(path): WebKit wrote no JSON") }
    if let failure = value as? [String: Any], let error = failure["error"] {
      throw BrowserError("\(path): \(error), \(failure["message"] ?? "")")
    }
    return value
  }

  private static func start(
    _ program: String, _ arguments: [String], environment: [String: String] = [:],
    output: Pipe? = nil
  ) throws(BrowserError) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let output {
      process.standardOutput = output
    } else {
      process.standardOutput = FileHandle.nullDevice
    }
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw BrowserError("\(program) cannot be started: \(error)")
    }
    return process
  }
}

/// HTTP to a program on this machine, one connection for each request.
private enum LocalPort {
  /// Seconds that an answer may take.
  private static let patience = 60

  /// A port that nothing listens on.
  static func free() throws(BrowserError) -> UInt16 {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = Self.address(of: 0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, size) == 0 && getsockname(socket, $0, &size) == 0
      }
    }
    guard isBound else { throw BrowserError("no port is to be had") }
    return UInt16(bigEndian: address.sin_port)
  }

  private static func address(of port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return address
  }

  static func answer(
    of port: UInt16, _ method: String, _ path: String, _ body: Data
  ) throws(BrowserError) -> Data {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var wait = timeval(tv_sec: patience, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
    var address = Self.address(of: port)
    let isOpen = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isOpen else { throw BrowserError("nothing listens on port \(port)") }
    let head =
      "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
      + "Content-Type: application/json\r\nContent-Length: \(body.count)\r\n\r\n"
    var rest = Array(head.utf8) + Array(body)
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(socket, $0.baseAddress, $0.count) }
      guard count > 0 else { throw BrowserError("port \(port) does not listen any more") }
      rest.removeFirst(count)
    }
    var answer = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(socket, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      answer += buffer[..<count]
    }
    guard let end = answer.range(of: Data("\r\n\r\n".utf8)) else {
      throw BrowserError("port \(port) is silent")
    }
    return answer[end.upperBound...]
  }
}
