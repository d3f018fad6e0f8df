extension ChainCheck {
  /// Judges each pair of neighbouring sides; one that could not be read, or has a flaw, is not judged
  /// further.
  func result(
    of kind: CheckedStep.Kind, judging judge: (Chain.Side, Chain.Side) -> Verdict
  ) -> Result {
    var result = Result()
    for (left, right) in zip(chain.sides, chain.sides.dropFirst()) {
      result.steps.append(
        CheckedStep(
          kind: kind, left: left.range, right: right.range,
          verdict: obstacle(left) ?? obstacle(right) ?? judge(left, right), diagnosis: nil))
    }
    return result
  }

  /// Why a side cannot be judged.
  func obstacle(_ side: Chain.Side) -> Verdict? {
    if case .unread(let diagnostic) = side.content { return Self.verdict(of: diagnostic) }
    return side.flaw.map { .shape($0) }
  }
}
