/// Commands that a lesson defines for itself, by `\newcommand` or in its front matter.
public struct Macros: Sendable, Equatable {
  /// What a command stands for.
  struct Definition: Sendable, Equatable {
    /// How many arguments it takes, 0 to 9, an optional first one included.
    let arity: Int
    /// What the first argument is if it is left out; nil if it may not be.
    let defaultArgument: String?
    /// The replacement, with `#1` to `#9`.
    let body: String
  }

  private(set) var definitions: [String: Definition] = [:]

  public init() {}

  /// The names of the commands, without backslash, in alphabetical order.
  public var names: [String] { definitions.keys.sorted() }

  mutating func define(_ name: String, as definition: Definition) {
    definitions[name] = definition
  }
}
