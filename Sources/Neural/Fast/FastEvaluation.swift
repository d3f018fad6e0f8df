import CKernels

/// Loss and hits of a network on a whole set, a few hundred samples at a time.
struct FastEvaluation {
  private let net: FastNetwork
  private let precision: any Real.Type

  /// Samples run through the network together: their activations stay in the second cache.
  private static let chunk = 256

  /// Nil where the network has what the kernels do not know.
  init?<Scalar: Real>(of network: Network<Scalar>, kernels: Kernels) {
    let arena = Arena(scalarSize: kernels.scalarSize)
    var needs = FastNetwork.Needs(capacity: Self.chunk)
    needs.computesGradients = false
    guard let net = FastNetwork(network, for: needs, in: arena, kernels: kernels) else {
      return nil
    }
    net.load(network)
    self.net = net
    precision = Scalar.self
  }

  /// Nil where hits are not all that is asked: of numbers, and where an output is no number.
  func evaluation(on examples: Examples) -> Evaluation? {
    guard examples.targets.kind == .classes else { return nil }
    let arena = Arena(scalarSize: net.kernels.scalarSize)
    let samples = FastSamples(examples.samples, as: precision, in: arena)
    let targets = FastTargets(examples.targets, in: arena)
    let order = arena.values(examples.count, of: Int32.self)
    for index in 0..<examples.count { order[index] = Int32(index) }
    var loss = 0.0
    var hits = 0
    for first in stride(from: 0, to: examples.count, by: Self.chunk) {
      let count = min(Self.chunk, examples.count - first)
      let batch = UnsafePointer(order + first)
      samples.gather(batch, net.samplePart(0, of: count), into: net)
      targets.gather(batch, count: count, into: net)
      let part = net.samplePart(0, of: count)
      net.forward(from: 0, part)
      hits += net.hits(labels: targets.labels, order: batch, part)
      loss += net.outputLoss(part)
    }
    return Evaluation(lossSum: loss, hits: hits, of: examples.count)
  }
}

extension Evaluation {
  /// What a fast pass counted, where every output was a number: nil where the loss says otherwise.
  init?(lossSum: Double, hits: Int, of count: Int) {
    guard lossSum.isFinite else { return nil }
    self.init(lossSum: lossSum, count: count, judgement: .classes(hits: hits))
  }
}
