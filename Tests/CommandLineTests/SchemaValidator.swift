import Foundation

/// Holds a JSON value to the parts of JSON Schema that `gradbook schema` uses.
struct SchemaValidator {
  struct Unsupported: Error, CustomStringConvertible {
    let keyword: String
    var description: String { "the schema uses '\(keyword)', which is not checked here" }
  }

  private let root: [String: Any]

  init(_ text: String) throws {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    root = value as? [String: Any] ?? [:]
  }

  /// What does not fit, each with its place; empty if everything does.
  func problems(in text: String) throws -> [String] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try problems(value, root, at: "$")
  }

  private static let known: Set<String> = [
    "$schema", "$defs", "$ref", "title", "description", "type", "const", "enum", "oneOf",
    "properties",
    "required", "additionalProperties", "items",
  ]

  private func problems(_ value: Any, _ schema: [String: Any], at path: String) throws -> [String] {
    if let unknown = schema.keys.first(where: { !Self.known.contains($0) }) {
      throw Unsupported(keyword: unknown)
    }
    var found: [String] = []
    if let name = schema["$ref"] as? String {
      let definitions = root["$defs"] as? [String: Any] ?? [:]
      guard let target = definitions[String(name.dropFirst("#/$defs/".count))] as? [String: Any]
      else { return ["\(path): the schema has no \(name)"] }
      found += try problems(value, target, at: path)
    }
    if let branches = schema["oneOf"] as? [[String: Any]] {
      let tries = try branches.map { try problems(value, $0, at: path) }
      let fitting = tries.count { $0.isEmpty }
      if fitting != 1 {
        let nearest = tries.min { $0.count < $1.count } ?? []
        found.append("\(path): fits \(fitting) of \(tries.count) forms; \(nearest.prefix(3))")
      }
    }
    let types = schema["type"] as? [String] ?? [schema["type"] as? String].compactMap(\.self)
    if !types.isEmpty, !types.contains(where: { Self.isOf($0, value) }) {
      found.append("\(path): \(value) is no \(types.joined(separator: " or "))")
    }
    if let constant = schema["const"] as? String, value as? String != constant {
      found.append("\(path): not '\(constant)'")
    }
    if let choices = schema["enum"] as? [String], !choices.contains(value as? String ?? "") {
      found.append("\(path): \(value) is none of \(choices)")
    }
    if let object = value as? [String: Any] { found += try inside(object, schema, at: path) }
    if let list = value as? [Any], let item = schema["items"] as? [String: Any] {
      for (index, element) in list.enumerated() {
        found += try problems(element, item, at: "\(path)[\(index)]")
      }
    }
    return found
  }

  private func inside(
    _ object: [String: Any], _ schema: [String: Any], at path: String
  ) throws -> [String] {
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    var found = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }.map {
      "\(path): '\($0)' is missing"
    }
    for (key, value) in object {
      if let property = properties[key] {
        found += try problems(value, property, at: "\(path).\(key)")
      } else if schema["additionalProperties"] as? Bool == false {
        found.append("\(path): '\(key)' is not in the schema")
      }
    }
    return found
  }

  private static func isOf(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "null": value is NSNull
    case "boolean": (value as? NSNumber).map(isBoolean) ?? false
    case "number": (value as? NSNumber).map { !isBoolean($0) } ?? false
    case "integer":
      (value as? NSNumber).map { !isBoolean($0) && Int(exactly: $0.doubleValue) != nil } ?? false
    default: false
    }
  }

  private static func isBoolean(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c"
  }
}
