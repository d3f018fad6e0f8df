import Diagnostics

/// The parameters of a notebook: their defaults from the front matter, overridden by `-P name:value`.
public struct Parameters: Sendable, Equatable {
  /// A parameter's name, its value as text, and the default the lesson was written for, in the order
  /// declared.
  public private(set) var values: [(name: String, value: String, declared: String)] = []

  public init() {}

  public static func == (left: Parameters, right: Parameters) -> Bool {
    left.values.elementsEqual(right.values, by: ==)
  }

  public var names: [String] { values.map(\.name) }

  /// Those that have another value than the lesson was written for.
  public var changed: [(name: String, value: String, declared: String)] {
    values.filter { !Self.areEqual($0.value, $0.declared) }
  }

  /// Whether two texts are the same value: `0.1` and `0.10` are.
  static func areEqual(_ first: String, _ second: String) -> Bool {
    if first == second { return true }
    guard let first = Double(first), let second = Double(second) else { return false }
    return first == second
  }

  /// The value of a parameter. What is set first is its default, what is set later leaves that as it is.
  public subscript(name: String) -> String? {
    get { values.first { $0.name == name }?.value }
    set {
      values.removeAll { $0.name == name && newValue == nil }
      guard let newValue else { return }
      if let index = values.firstIndex(where: { $0.name == name }) {
        values[index].value = newValue
      } else {
        values.append((name, newValue, newValue))
      }
    }
  }

  /// `text` with every `${name}` replaced; an unknown name is reported at `range`.
  func substituted(
    in text: String, at range: Range<Int>, _ diagnostics: inout [Diagnostic]
  ) -> String {
    guard text.contains("${") else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.range(of: "${"), let close = rest[open.upperBound...].firstIndex(of: "}")
    {
      let name = String(rest[open.upperBound..<close])
      result += rest[..<open.lowerBound]
      if let value = self[name] {
        result += value
      } else {
        diagnostics.append(
          Diagnostic(
            "parameter.unknown", "unknown parameter '\(name.shortened)'", at: range,
            help: values.isEmpty
              ? ["declare it in the front matter: 'params: {\(name): …}'"]
              : NearestName.help(for: name, in: names, called: "parameters")))
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

extension Substring {
  /// The first place where `needle` stands.
  fileprivate func range(of needle: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(needle) {
        return start..<index(start, offsetBy: needle.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
