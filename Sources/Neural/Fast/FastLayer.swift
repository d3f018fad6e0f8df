/// One layer of a fast run: its sizes, and where its numbers are in the run's arena.
///
/// A plain value without references: reading one in a step counts nothing.
struct FastLayer {
  let inputs: Int
  let outputs: Int
  let activation: FastActivation

  /// Scalars from one input's weights to the next's; a whole number of vectors where weights are
  /// read by rows.
  let weightStride: Int
  /// Scalars kept for the weights, and for the bias: whole vectors, zero past the last.
  let weightCount: Int
  let biasCount: Int

  /// W and, right behind it, b.
  let weights: UnsafeMutableRawPointer
  let bias: UnsafeMutableRawPointer
  /// ∂L/∂W and ∂L/∂b, laid out as the parameters.
  let weightGradient: UnsafeMutableRawPointer
  let biasGradient: UnsafeMutableRawPointer

  /// Scalars from one row of the four below to the next.
  let stride: Int
  /// Rows of the four below times their stride.
  let size: Int
  /// z, then f(z).
  let value: UnsafeMutableRawPointer
  /// ∂L/∂z.
  let delta: UnsafeMutableRawPointer
  /// Dropout's factors, and f(z) times them; nil where nothing is dropped.
  let mask: UnsafeMutableRawPointer?
  let dropped: UnsafeMutableRawPointer?

  /// What the layer hands on.
  var output: UnsafeMutableRawPointer { dropped ?? value }
}
