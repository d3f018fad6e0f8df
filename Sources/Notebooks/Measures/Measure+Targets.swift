import Diagnostics
import Expressions

extension Measure {
  /// What is wrong with asking it of these arguments: right or wrong of numbers, or how far off of
  /// classes. Nil where it suits them, or where that is not known before a run.
  func mismatch(
    _ arguments: [Expression], in excerpt: SourceExcerpt, _ scope: Scope
  ) -> Diagnostic? {
    guard let asks else { return nil }
    for argument in arguments {
      guard let reference = argument.reference(in: excerpt) else { continue }
      let targets = scope.targets(of: reference) ?? scope.targets(ofRun: reference.name)
      guard let targets, targets != asks else { continue }
      let mismatch = TargetMismatch("'\(name)'", asks, of: reference)
      return Diagnostic("targets.kind", mismatch.message, at: reference.range, help: mismatch.help)
    }
    return nil
  }
}
