import ArgumentParser
import Diagnostics
import Notebooks

/// Parameters given for some lessons.
///
/// A single lesson must have every one of them. Of several each takes those that it has, and one that
/// none of them has is wrong usage.
struct LessonParameters: Sendable {
  private let given: [(name: String, value: String)]
  private let isShared: Bool

  /// For a single lesson.
  init(_ given: [(name: String, value: String)]) {
    self.given = given
    isShared = false
  }

  init(_ given: [(name: String, value: String)], for paths: [String]) throws {
    self.given = given
    isShared = paths.count > 1
    guard isShared, !given.isEmpty else { return }
    var known: Set<String> = []
    for path in paths {
      if case .success(let file) = LessonFiles.read(path) {
        known.formUnion(Parameters(declaredIn: file).names)
      }
    }
    for (name, _) in given where !known.contains(name) {
      let help = NearestName.help(for: name, in: known.sorted(), called: "parameters")
      throw ValidationError(
        (["none of these \(paths.count) lessons has a parameter '\(name)'"] + help)
          .joined(separator: "; "))
    }
  }

  /// The values given, for any lesson.
  var givenValues: [String] { given.map(\.value) }

  /// Those that go to a lesson.
  func values(for lesson: SourceFile) -> [(name: String, value: String)] {
    guard isShared, !given.isEmpty else { return given }
    let names = Set(Parameters(declaredIn: lesson).names)
    return given.filter { names.contains($0.name) }
  }
}
