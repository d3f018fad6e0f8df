import Diagnostics
import Notebooks

extension Server {
  /// What stands at a position: its documentation as Markdown.
  mutating func hover(_ parameters: JSON) throws(Message.Failure) -> JSON {
    let (document, offset) = try position(parameters)
    guard let place = notebook(of: document).place(at: offset) else { return .null }
    return [
      "contents": ["kind": "markdown", "value": .string(place.documentation)],
      "range": encoding.range(place.range, in: document.file),
    ]
  }

  /// Where what stands at a position is defined.
  mutating func definition(_ parameters: JSON) throws(Message.Failure) -> JSON {
    let (document, offset) = try position(parameters)
    guard let target = notebook(of: document).place(at: offset)?.definition else { return .null }
    return [
      "uri": .string(document.address), "range": encoding.range(target, in: document.file),
    ]
  }

  /// What may be written at a position.
  func completion(_ parameters: JSON) throws(Message.Failure) -> JSON {
    let (document, offset) = try position(parameters)
    let items = Notebook.completions(in: document.file, at: offset).enumerated().map {
      item($1, number: $0, in: document.file)
    }
    return ["isIncomplete": false, "items": .array(items)]
  }

  private func item(_ completion: Completion, number: Int, in file: SourceFile) -> JSON {
    let order = String(number)
    return [
      "label": .string(completion.name), "kind": .integer(completion.kind.number),
      "detail": .string(completion.detail),
      "documentation": ["kind": "markdown", "value": .string(completion.documentation)],
      // The order of the declarations, not of the alphabet.
      "sortText": .string(String(repeating: "0", count: max(0, 4 - order.count)) + order),
      "filterText": .string(completion.name),
      "textEdit": [
        "range": encoding.range(completion.range, in: file), "newText": .string(completion.text),
      ],
    ]
  }

  /// The headings of a lesson, each with what stands below it.
  mutating func symbols(_ parameters: JSON) throws(Message.Failure) -> JSON {
    let document = try document(parameters)
    return .array(notebook(of: document).outline.map { symbol($0, in: document.file) })
  }

  private func symbol(_ item: OutlineItem, in file: SourceFile) -> JSON {
    [
      "name": .string(item.name), "detail": .string(item.detail),
      // A heading is a 'String' (15), as editors show those of Markdown; a cell an 'Object' (19).
      "kind": item.isHeading ? 15 : 19, "range": encoding.range(item.range, in: file),
      "selectionRange": encoding.range(item.nameRange, in: file),
      "children": .array(item.children.map { symbol($0, in: file) }),
    ]
  }

  // MARK: - Parameters

  private func document(_ parameters: JSON) throws(Message.Failure) -> OpenDocument {
    guard let address = parameters["textDocument"]?["uri"]?.string else {
      throw Message.Failure(.invalidParameters, "a 'textDocument' with its 'uri' is needed")
    }
    guard let document = documents[address] else {
      throw Message.Failure(.invalidParameters, "'\(address)' is not open")
    }
    return document
  }

  private func position(
    _ parameters: JSON
  ) throws(Message.Failure) -> (document: OpenDocument, offset: Int) {
    let document = try document(parameters)
    guard let offset = encoding.offset(of: parameters["position"], in: document.file) else {
      throw Message.Failure(.invalidParameters, "a 'position' has a 'line' and a 'character'")
    }
    return (document, offset)
  }
}

extension Completion.Kind {
  /// Its `CompletionItemKind`.
  fileprivate var number: Int {
    switch self {
    case .function: 3
    case .label, .parameter: 6
    case .directive: 7
    case .option: 10
    case .value: 12
    case .reference: 18
    }
  }
}
