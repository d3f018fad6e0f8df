/// How a network does on a set of examples: its loss and how many it classifies rightly.
public struct Evaluation: Sendable, Equatable {
  /// The loss, summed over the examples, without penalties.
  public let lossSum: Double
  /// How many were classified rightly.
  public let hits: Int
  public let count: Int

  public init(lossSum: Double, hits: Int, count: Int) {
    self.lossSum = lossSum
    self.hits = hits
    self.count = count
  }

  /// The mean loss of an example.
  public var loss: Double { lossSum / Double(count) }

  /// The share classified rightly: the largest output, or the side of one half of a single one.
  public var accuracy: Double { Double(hits) / Double(count) }

  public subscript(figure: Stopping.Figure) -> Double {
    figure == .loss ? loss : accuracy
  }
}

extension Evaluation {
  /// The examples run through a network at once; bounds the memory an evaluation takes.
  static let chunk = 1000

  /// Runs the network over all examples, which must fit it.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public init<Scalar: Real>(of network: Network<Scalar>, on examples: Examples) {
    var loss = 0.0
    var hits = 0
    network.forEachChunk(of: examples) { indices, pass, y in
      let last = network.layers.count
      loss += network.loss.value(
        z: pass.z(last), a: pass.output, y: y, activation: network.layers[last - 1].activation)
      hits += zip(pass.output.predictedLabels, indices).count {
        $0 == examples.targets.label($1)
      }
    }
    self.init(lossSum: loss, hits: hits, count: examples.count)
  }
}

extension Network {
  /// Calls `body` with the indices, the forward pass and the targets of chunk after chunk.
  func forEachChunk(
    of examples: Examples,
    _ body: (_ indices: Range<Int>, _ pass: ForwardPass<Scalar>, _ y: Matrix<Scalar>) -> Void
  ) {
    for first in stride(from: 0, to: examples.count, by: Evaluation.chunk) {
      let indices = first..<min(first + Evaluation.chunk, examples.count)
      do throws(ShapeError) {
        body(
          indices, try forward(examples.samples.batch(indices)),
          examples.targets.batch(indices, outputs: outputs))
      } catch {
        preconditionFailure("examples must fit the network, but \(error)")
      }
    }
  }
}

extension Matrix {
  /// The class each row of outputs stands for: the place of the largest, or for a single output
  /// whether it is above one half.
  public var predictedLabels: [Int] {
    columns == 1 ? values.map { $0 > 0.5 ? 1 : 0 } : argmaxOfRows
  }
}
