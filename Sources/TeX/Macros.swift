/// Commands that a lesson defines for itself by `\newcommand`.
///
/// They are handed from one formula of a lesson to the next.
public struct Macros: Sendable, Equatable {
  /// What a command stands for.
  struct Definition: Sendable, Equatable {
    /// How many arguments it takes, 0 to 9, an optional first one included.
    let arity: Int
    /// What the first argument is if it is left out; nil if it may not be.
    let defaultArgument: [Token]?
    /// The replacement, with `#1` to `#9`.
    let body: [Token]
  }

  private var definitions: [String: Definition] = [:]

  public init() {}

  /// The names of the commands, without backslash, in alphabetical order.
  public var names: [String] { definitions.keys.sorted() }

  subscript(name: String) -> Definition? { definitions[name] }

  mutating func define(_ name: String, as definition: Definition) {
    definitions[name] = definition
  }
}
