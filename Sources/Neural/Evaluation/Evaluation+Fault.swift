import Glibc

extension Evaluation {
  /// The evaluation with softmax taken over the samples instead of over the classes: the mistake
  /// of the lessons' first document (`Fault.softmaxOverBatch`), figure by figure.
  ///
  /// All pre-activations are shifted by the largest of them all, each *column* is divided by its
  /// sum, and the loss is −Σ y log(p + 10⁻⁹).
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public static func overBatch<Scalar: Real>(
    of network: Network<Scalar>, on examples: Examples
  ) -> Evaluation {
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
    let hits = powers.predictedLabels.enumerated().count {
      $0.element == examples.targets.label($0.offset)
    }
    return Evaluation(lossSum: loss, hits: hits, count: examples.count)
  }
}
