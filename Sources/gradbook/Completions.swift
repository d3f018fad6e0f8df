import Bench
import Notebooks

/// What a shell may complete a word by; worked out when it asks, not at every start.
enum Completions {
  /// `name:` for each parameter of the lessons that are named before.
  @Sendable static func parameters(
    _ words: [String], _ index: Int, _ prefix: String
  ) -> [String] {
    let paths = words.filter { $0.hasSuffix(".md") }
    let names = paths.flatMap { path -> [String] in
      guard case .success(let file) = LessonFiles.read(path) else { return [] }
      return Parameters(declaredIn: file).names
    }
    return Set(names).sorted().map { $0 + ":" }
  }

  @Sendable static func diagnostics(
    _ words: [String], _ index: Int, _ prefix: String
  ) -> [String] {
    Explanation.all.map(\.id).sorted()
  }

  @Sendable static func works(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    Work.all.map(\.name)
  }
}
