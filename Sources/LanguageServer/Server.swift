import Notebooks

/// What answers an editor: it takes messages and returns those to be sent.
///
/// It knows nothing of pipes or threads. Requests are answered in the order in which they come, so a
/// request to cancel one always comes too late, which the protocol allows. Diagnostics are worked out
/// by `publish()`, which is called when no message waits: of ten keystrokes only the last is checked.
public struct Server: Sendable {
  private enum State: Sendable { case fresh, running, shutDown }

  private var state = State.fresh
  /// What the process is to end with, once the client has asked for that.
  public private(set) var exitStatus: Int32?
  private(set) var encoding = PositionEncoding.utf16
  private(set) var documents: [String: OpenDocument] = [:]
  /// The lessons as last read; those that changed since are not among them.
  private var notebooks: [String: Notebook] = [:]
  private var unpublished: [String] = []
  private let version: String

  public init(version: String) { self.version = version }

  /// What to end with when the client is gone: a failure unless it said so before.
  public var statusAtEnd: Int32 { exitStatus ?? (state == .shutDown ? 0 : 1) }

  /// Takes what came and returns what is to be sent at once.
  public mutating func receive(_ frame: Framing.Frame) -> [JSON] {
    switch frame {
    case .unreadable(let why):
      return [Message.Failure(.parseError, "found \(why)").response(to: nil)]
    case .message(let bytes):
      guard let json = JSON(bytes) else {
        let failure = Message.Failure(.parseError, "these \(bytes.count) bytes are not JSON")
        return [failure.response(to: nil)]
      }
      return receive(json)
    }
  }

  private mutating func receive(_ json: JSON) -> [JSON] {
    do throws(Message.Failure) {
      guard let message = try Message(json) else { return [] }
      guard let id = message.id else {
        notify(message)
        return []
      }
      return [Message.response(to: id, try answer(message))]
    } catch {
      return [error.response(to: Message.id(of: json))]
    }
  }

  /// The diagnostics of every lesson that changed.
  public mutating func publish() -> [JSON] {
    guard state == .running else { return [] }
    defer { unpublished = [] }
    return unpublished.map { address in
      guard let document = documents[address] else {
        return Message.notification(
          "textDocument/publishDiagnostics", ["uri": .string(address), "diagnostics": []])
      }
      return Self.diagnostics(of: notebook(of: document), in: document, encoding)
    }
  }

  // MARK: - Requests

  private mutating func answer(_ message: Message) throws(Message.Failure) -> JSON {
    switch (state, message.method) {
    case (.fresh, "initialize"): return initialize(message.parameters)
    case (.fresh, _):
      throw Message.Failure(.serverNotInitialized, "the first request is 'initialize'")
    case (.running, "initialize"):
      throw Message.Failure(.invalidRequest, "'initialize' came a second time")
    case (.running, "shutdown"):
      state = .shutDown
      return .null
    case (.shutDown, _):
      throw Message.Failure(.invalidRequest, "after 'shutdown' only 'exit' follows")
    case (.running, "textDocument/hover"): return try hover(message.parameters)
    case (.running, "textDocument/completion"): return try completion(message.parameters)
    case (.running, "textDocument/definition"): return try definition(message.parameters)
    case (.running, "textDocument/documentSymbol"): return try symbols(message.parameters)
    case (.running, let method):
      throw Message.Failure(.methodNotFound, "'\(method)' is not answered here")
    }
  }

  private mutating func initialize(_ parameters: JSON) -> JSON {
    state = .running
    let offered = parameters["capabilities"]?["general"]?["positionEncodings"]?.array ?? []
    encoding = PositionEncoding(offered: offered.compactMap(\.string))
    return [
      "capabilities": [
        "positionEncoding": .string(encoding.rawValue),
        // 2: what changed, not the whole text.
        "textDocumentSync": ["openClose": true, "change": 2, "save": true],
        "hoverProvider": true, "definitionProvider": true, "documentSymbolProvider": true,
        "completionProvider": ["triggerCharacters": ["{", "@", "`", ":", " ", "("]],
      ],
      "serverInfo": ["name": "gradbook", "version": .string(version)],
    ]
  }

  // MARK: - Notifications

  /// What is wrong with a notification cannot be answered; it is passed over.
  private mutating func notify(_ message: Message) {
    if message.method == "exit" {
      exitStatus = state == .shutDown ? 0 : 1
      return
    }
    guard state == .running, let document = message.parameters["textDocument"],
      let address = document["uri"]?.string
    else { return }
    switch message.method {
    case "textDocument/didOpen":
      guard let text = document["text"]?.string else { return }
      update(OpenDocument(address: address, version: document["version"]?.integer, text: text))
    case "textDocument/didChange":
      guard let open = documents[address], let changes = message.parameters["contentChanges"]?.array
      else { return }
      let version = document["version"]?.integer
      if let changed = try? open.changed(changes, version: version, encoding) { update(changed) }
    case "textDocument/didSave":
      // What a lesson links to may be another now.
      if let open = documents[address] { update(open) }
    case "textDocument/didClose":
      documents[address] = nil
      notebooks[address] = nil
      note(address)
    default: break
    }
  }

  private mutating func update(_ document: OpenDocument) {
    documents[document.address] = document
    notebooks[document.address] = nil
    note(document.address)
  }

  private mutating func note(_ address: String) {
    if !unpublished.contains(address) { unpublished.append(address) }
  }

  mutating func notebook(of document: OpenDocument) -> Notebook {
    if let known = notebooks[document.address] { return known }
    let notebook = document.notebook
    notebooks[document.address] = notebook
    return notebook
  }
}
