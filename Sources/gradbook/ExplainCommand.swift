import ArgumentParser
import Diagnostics
import Notebooks

/// `gradbook explain ID`: what a diagnostic means and how to mend it.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say what a diagnostic means, with an example and its mend.",
    discussion: """
      The ID stands in brackets at the end of every diagnostic, as in [option.unknown]. Without one, \
      all of them are listed.
      """)

  @Argument(
    help: ArgumentHelp("What stands in brackets after a diagnostic.", valueName: "id"),
    completion: .custom(Completions.diagnostics))
  var id: String?

  func run() throws {
    guard let id else { return Terminal.output(ExplanationPage.index) }
    // As it is copied from a message.
    let name = id.trimming { "[]".contains($0) }
    guard let explanation = Explanation.of(name) else {
      let family = Explanation.all.filter { $0.family == name }.map(\.id)
      let near = NearestName.nearest(to: name, in: Explanation.all.map(\.id))
      let help =
        family.isEmpty
        ? near.map { "did you mean '\($0)'?" } ?? "'gradbook explain' lists all"
        : "of this family there are: \(family.joined(separator: ", "))"
      throw ValidationError("there is no diagnostic '\(name)'; \(help)")
    }
    Terminal.output(ExplanationPage(explanation).text(color: Terminal.usesOutputColor))
  }
}

extension String {
  fileprivate func trimming(_ isDropped: (Character) -> Bool) -> String {
    String(String(drop(while: isDropped).reversed()).drop(while: isDropped).reversed())
  }
}
