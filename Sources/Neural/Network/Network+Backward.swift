extension Network {
  /// Backpropagation: from δ⁽ᴸ⁾ = ∂L/∂z⁽ᴸ⁾ down to the first layer.
  ///
  ///     δ⁽ˡ⁾ = (δ⁽ˡ⁺¹⁾ W⁽ˡ⁺¹⁾ᵀ) ⊙ f′(z⁽ˡ⁾),   ∂L/∂W⁽ˡ⁾ = a⁽ˡ⁻¹⁾ᵀ δ⁽ˡ⁾,   ∂L/∂b⁽ˡ⁾ = Σ_batch δ⁽ˡ⁾
  ///
  /// - Parameters:
  ///   - pass: the forward pass of the batch.
  ///   - y: its targets, `[batch × outputs]`.
  ///   - faults: published mistakes to make on purpose.
  /// - Returns: gradients of the loss summed over the batch.
  /// - Throws: `ShapeError` where the targets or the pass do not fit the network.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func backward(
    _ pass: ForwardPass<Scalar>, _ y: Matrix<Scalar>, faults: Set<Fault> = []
  ) throws(ShapeError) -> Gradients<Scalar> {
    try check(y, against: pass)
    var result: [Gradients<Scalar>.OfLayer] = []
    var upstream = Matrix<Scalar>(rows: 0, columns: 0)
    for number in stride(from: layers.count, through: 1, by: -1) {
      let delta =
        number == layers.count
        ? outputDelta(pass, y, faults: faults)
        : hiddenDelta(number, upstream, pass, faults: faults)
      result.append(
        Gradients.OfLayer(
          weights: pass.a(number - 1).transposedTimes(delta),
          bias: delta.columnSums, delta: delta))
      let handedDown =
        faults.contains(.upstreamWithoutDerivative) && number < layers.count ? upstream : delta
      upstream = handedDown.timesTransposed(layers[number - 1].weights)
    }
    return Gradients(layers: result.reversed())
  }

  /// The gradients for a batch, summed: a forward and a backward pass.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func gradients(
    _ x: Matrix<Scalar>, _ y: Matrix<Scalar>, faults: Set<Fault> = []
  ) throws(ShapeError) -> Gradients<Scalar> {
    try backward(forward(x), y, faults: faults)
  }

  private func outputDelta(
    _ pass: ForwardPass<Scalar>, _ y: Matrix<Scalar>, faults: Set<Fault>
  ) -> Matrix<Scalar> {
    let last = layers.count
    let activation = layers[last - 1].activation
    let (z, a) = (pass.z(last), pass.output)
    if faults.contains(.lastNeuronDerivative), case .elementwise(_, let f) = activation.form {
      var delta = loss.gradient(a: a, y: y)
      for i in 0..<z.rows {
        let slope = Scalar(f(Double(z[i, z.columns - 1]), Double(a[i, z.columns - 1])))
        for j in 0..<z.columns { delta[i, j] *= slope }
      }
      return delta
    }
    return loss.delta(z: z, a: a, y: y, activation: activation)
  }

  private func hiddenDelta(
    _ number: Int, _ upstream: Matrix<Scalar>, _ pass: ForwardPass<Scalar>, faults: Set<Fault>
  ) -> Matrix<Scalar> {
    let activation = layers[number - 1].activation
    let received = pass.masks[number - 1].map { upstream.zipped($0, *) } ?? upstream
    if faults.contains(.missingMask) && !activation.kinks.isEmpty { return received }
    return activation.pullback(received, z: pass.z(number), a: pass.value(number))
  }
}
