import Glibc

extension Evaluation {
  /// The evaluation with softmax taken over the samples instead of over the classes: the mistake
  /// of the lessons' first document (`Fault.softmaxOverBatch`), figure by figure.
  ///
  /// All pre-activations are shifted by the largest of them all, each *column* is divided by its
  /// sum, and the loss is −Σ y log(p + 10⁻⁹). Nil where the targets are no classes.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public static func overBatch<Scalar: Real>(
    of network: Network<Scalar>, on examples: Examples
  ) -> Evaluation? {
    guard let labels = examples.targets.labels else { return nil }
    let outputs = network.outputs
    var powers = Matrix<Double>(rows: examples.count, columns: outputs)
    network.forEachChunk(of: examples) { indices, pass, _ in
      let z = pass.z(pass.depth)
      for (row, index) in indices.enumerated() {
        for column in 0..<outputs { powers[index, column] = Double(z[row, column]) }
      }
    }
    let largest = powers.values.max() ?? 0
    powers = powers.map { exp($0 - largest) }
    let sums = powers.columnSums
    var loss = 0.0
    for row in 0..<powers.rows {
      let y: Matrix<Double> = examples.targets.batch(row...row, outputs: outputs)
      for column in 0..<outputs {
        powers[row, column] /= sums[0, column]
        loss -= y[0, column] * log(powers[row, column] + 1e-9)
      }
    }
    let answers = powers.answers
    let hits = zip(answers, labels).count { $0 == $1 }
    return Evaluation(
      lossSum: loss, count: examples.count, unanswered: answers.count { $0 == nil },
      judgement: .classes(hits: hits))
  }
}
