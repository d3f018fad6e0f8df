import Diagnostics
import Foundation

extension JupyterNotebook {
  private struct Version: Decodable {
    let nbformat: Int
  }

  /// Reads a notebook file.
  ///
  /// - Throws: a diagnostic that says what was expected, and in which cell.
  public init(reading data: Data) throws(Diagnostic) {
    try Self.checkVersion(of: data)
    self = try Self.decoded(data)
  }

  private static func checkVersion(of data: Data) throws(Diagnostic) {
    let version: Version = try decoded(data)
    guard version.nbformat == 4 else {
      let older = version.nbformat < 4
      throw Diagnostic(
        "notebook.version",
        "this notebook has the format \(version.nbformat), expected 4",
        help: [
          older
            ? "bring it up to date: jupyter nbconvert --to notebook --nbformat 4 FILE"
            : "save it as version 4 in the program that made it"
        ])
    }
  }

  private static func decoded<Value: Decodable>(_ data: Data) throws(Diagnostic) -> Value {
    do {
      return try JSONDecoder().decode(Value.self, from: data)
    } catch let error as DecodingError {
      throw diagnostic(of: error, in: data)
    } catch {
      throw Diagnostic("notebook.json", "this is no notebook: \(error)")
    }
  }

  private static func diagnostic(of error: DecodingError, in data: Data) -> Diagnostic {
    let (id, message): (String, String)
    var place: Range<Int>?
    switch error {
    case .keyNotFound(let key, let context):
      id = "notebook.member"
      let owner = path(context.codingPath)
      message =
        owner.isEmpty
        ? "this is no Jupyter notebook: it has no '\(key.stringValue)'"
        : "\(owner) has no '\(key.stringValue)'"
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      id = "notebook.type"
      let owner = path(context.codingPath)
      message = "\(owner.isEmpty ? "the notebook" : owner): expected \(words(for: type))"
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      id = "notebook.type"
      message = "\(path(context.codingPath)): \(context.debugDescription)"
    case .dataCorrupted:
      id = "notebook.json"
      let reason = syntaxError(in: data)
      message = "this is no JSON" + (reason.words.isEmpty ? "" : ": \(reason.words)")
      place = reason.place
    @unknown default:
      (id, message) = ("notebook.json", "this is no notebook: \(error)")
    }
    return Diagnostic(
      id, message, at: place,
      help: ["name a notebook that Jupyter saved (nbformat 4); a lesson's file ends in .md"])
  }

  /// `cells[3].source`, counted from 1 as Jupyter does not: the first cell is `cell 1`.
  private static func path(_ keys: [any CodingKey]) -> String {
    var words = ""
    for key in keys {
      if let index = key.intValue {
        words = words == "cells" ? "cell \(index + 1)" : "\(words)[\(index)]"
      } else {
        words += words.isEmpty ? key.stringValue : ", '\(key.stringValue)'"
      }
    }
    return words
  }

  private static func words(for type: any Any.Type) -> String {
    switch type {
    case is Int.Type: "a whole number"
    case is String.Type: "a text"
    case is [Any].Type, is any RandomAccessCollection.Type: "a list"
    default: "an object"
    }
  }

  /// What is wrong with a text that is no JSON, and where: the decoder does not tell, the older
  /// reader says `Invalid value around character 29.`
  private static func syntaxError(in data: Data) -> (words: String, place: Range<Int>?) {
    do {
      _ = try JSONSerialization.jsonObject(with: data)
      return ("", nil)
    } catch {
      let reason = (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String ?? ""
      guard let match = reason.firstMatch(of: /^(.*) around character (\d+)\.?$/),
        let offset = Int(match.2)
      else { return (reason.decapitalized, nil) }
      return (String(match.1).decapitalized, offset..<min(offset + 1, data.count))
    }
  }
}

extension String {
  /// As the messages of diagnostics are written: `Invalid value.` is `invalid value`.
  fileprivate var decapitalized: String {
    (prefix(1).lowercased() + dropFirst()).trimmingCharacters(in: ["."])
  }
}
