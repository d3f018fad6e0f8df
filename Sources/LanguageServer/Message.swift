/// What a client sent: a request wants an answer, a notification none.
struct Message: Sendable {
  /// Of a request: a number or a text.
  let id: JSON?
  let method: String
  let parameters: JSON

  /// A message that is none of the protocol, or a failure to answer one.
  struct Failure: Error, Sendable {
    enum Code: Int, Sendable {
      case parseError = -32700
      case invalidRequest = -32600
      case methodNotFound = -32601
      case invalidParameters = -32602
      case serverNotInitialized = -32002
    }

    let code: Code
    let message: String

    init(_ code: Code, _ message: String) {
      self.code = code
      self.message = message
    }

    func response(to id: JSON?) -> JSON {
      [
        "jsonrpc": "2.0", "id": id ?? .null,
        "error": ["code": .integer(code.rawValue), "message": .string(message)],
      ]
    }
  }

  /// Nil for a response, which nothing here waits for.
  init?(_ json: JSON) throws(Failure) {
    guard json.isObject else {
      throw Failure(.invalidRequest, "a message is an object; batches are not part of the protocol")
    }
    guard let method = json["method"]?.string else {
      if json["result"] != nil || json["error"] != nil { return nil }
      throw Failure(.invalidRequest, "a message needs a 'method'")
    }
    id = Self.id(of: json)
    guard id != nil || json["id"] == nil else {
      throw Failure(.invalidRequest, "an 'id' is a whole number or a text")
    }
    self.method = method
    parameters = json["params"] ?? .null
  }

  /// The id of a message, if it is one.
  static func id(of json: JSON) -> JSON? {
    switch json["id"] {
    case .string(let text): .string(text)
    case .integer(let number): .integer(number)
    default: nil
    }
  }

  static func response(to id: JSON, _ result: JSON) -> JSON {
    ["jsonrpc": "2.0", "id": id, "result": result]
  }

  static func notification(_ method: String, _ parameters: JSON) -> JSON {
    ["jsonrpc": "2.0", "method": .string(method), "params": parameters]
  }
}
