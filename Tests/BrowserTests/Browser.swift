import Foundation
import Glibc

/// Debian's Chromium without a window, spoken to over its DevTools protocol.
///
/// The browser reads commands from its descriptor 3 and writes answers and events to its descriptor 4:
/// JSON texts, each followed by a zero byte. Every wait ends after `patience`.
final class Browser {
  /// Where Chromium is installed; nil where it is not.
  static let program = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    .first(where: FileManager.default.isExecutableFile)

  private static let patience: Int32 = 30_000

  private let process: pid_t
  private let commands: Int32
  private let answers: Int32
  private let profile: String
  private var unread: [UInt8] = []
  private var lastIdentifier = 0
  private var session: String?
  /// Every event so far, with the name of its method.
  private(set) var events: [(method: String, parameters: [String: Any])] = []

  /// Starts a browser with one empty page.
  init() throws(BrowserError) {
    guard let program = Self.program else { throw BrowserError("there is no browser") }
    // A browser that has gone away is an error of the next command, not the end of the tests.
    signal(SIGPIPE, SIG_IGN)
    let (read, toBrowser) = try Self.pipe()
    let (fromBrowser, write) = try Self.pipe()
    defer {
      close(read)
      close(write)
    }
    profile = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    let arguments = [
      program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--no-first-run", "--hide-scrollbars", "--disable-background-networking",
      "--user-data-dir=\(profile)", "--remote-debugging-pipe", "about:blank",
    ]
    process = try Self.spawn(arguments, reading: read, writing: write)
    commands = toBrowser
    answers = fromBrowser
    try openPage()
  }

  deinit {
    close(commands)
    close(answers)
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    try? FileManager.default.removeItem(atPath: profile)
  }

  private func openPage() throws(BrowserError) {
    let target = try send("Target.createTarget", ["url": "about:blank"])
    guard let identifier = target["targetId"] else { throw BrowserError("no page was opened") }
    let attached = try send("Target.attachToTarget", ["targetId": identifier, "flatten": true])
    session = attached["sessionId"] as? String
    for domain in ["Page", "Runtime", "Log", "Network"] { try send("\(domain).enable") }
  }

  /// Loads a file and waits until its load event.
  func load(_ path: String) throws(BrowserError) {
    try visit(URL(fileURLWithPath: path).absoluteString)
  }

  /// Loads the page at an address and waits until its load event.
  func visit(_ address: String) throws(BrowserError) {
    events = []
    try send("Page.navigate", ["url": address])
    while !events.contains(where: { $0.method == "Page.loadEventFired" }) { _ = try receive() }
  }

  /// The page as on a screen of this width, in light or dark colours.
  func show(width: Int, isDark: Bool = false) throws(BrowserError) {
    try send(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false])
    try send(
      "Emulation.setEmulatedMedia",
      ["features": [["name": "prefers-color-scheme", "value": isDark ? "dark" : "light"]]])
  }

  /// What a function of JavaScript without parameters finds: a list of sentences.
  func findings(of function: String) throws(BrowserError) -> [String] {
    let answer = try send(
      "Runtime.evaluate", ["expression": "(\(function))()", "returnByValue": true])
    if let failure = answer["exceptionDetails"] { throw BrowserError("\(failure)") }
    guard let result = answer["result"] as? [String: Any],
      let sentences = result["value"] as? [String]
    else { throw BrowserError("the script answered \(answer)") }
    return sentences
  }

  @discardableResult
  func send(
    _ method: String, _ parameters: [String: Any] = [:]
  ) throws(BrowserError) -> [String: Any] {
    lastIdentifier += 1
    var message: [String: Any] = ["id": lastIdentifier, "method": method, "params": parameters]
    message["sessionId"] = session
    guard let data = try? JSONSerialization.data(withJSONObject: message) else {
      throw BrowserError("\(method) cannot be written as JSON")
    }
    try write(Array(data) + [0])
    while true {
      let answer = try receive()
      guard answer["id"] as? Int == lastIdentifier else { continue }
      if let error = answer["error"] { throw BrowserError("\(method): \(error)") }
      return answer["result"] as? [String: Any] ?? [:]
    }
  }

  private func write(_ bytes: [UInt8]) throws(BrowserError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(commands, $0.baseAddress, $0.count) }
      guard count > 0 else { throw BrowserError("the browser does not listen any more") }
      rest = rest.dropFirst(count)
    }
  }

  /// The next message; an event is kept besides.
  private func receive() throws(BrowserError) -> [String: Any] {
    while true {
      if let end = unread.firstIndex(of: 0) {
        let text = Data(unread[..<end])
        unread.removeSubrange(...end)
        guard let message = try? JSONSerialization.jsonObject(with: text) as? [String: Any] else {
          throw BrowserError("the browser wrote no JSON")
        }
        if let method = message["method"] as? String {
          events.append((method, message["params"] as? [String: Any] ?? [:]))
        }
        return message
      }
      var wait = pollfd(fd: answers, events: Int16(POLLIN), revents: 0)
      guard poll(&wait, 1, Self.patience) > 0 else { throw BrowserError("the browser is silent") }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = buffer.withUnsafeMutableBytes { read(answers, $0.baseAddress, $0.count) }
      guard count > 0 else { throw BrowserError("the browser has gone away") }
      unread += buffer[..<count]
    }
  }

  /// A pipe whose ends are closed in every child and lie above the numbers the child will use.
  private static func pipe() throws(BrowserError) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw BrowserError("no pipe is to be had") }
    defer { for end in ends { close(end) } }
    let moved = ends.map { fcntl($0, F_DUPFD_CLOEXEC, 10) }
    guard moved.allSatisfy({ $0 >= 0 }) else { throw BrowserError("no pipe is to be had") }
    return (moved[0], moved[1])
  }

  private static func spawn(
    _ arguments: [String], reading read: Int32, writing write: Int32
  ) throws(BrowserError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, read, 3)
    posix_spawn_file_actions_adddup2(&actions, write, 4)
    for output in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
    }
    // Copies that live until the child has its own.
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    guard posix_spawn(&process, arguments[0], &actions, nil, &words, environ) == 0 else {
      throw BrowserError("\(arguments[0]) cannot be started")
    }
    return process
  }
}

struct BrowserError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
