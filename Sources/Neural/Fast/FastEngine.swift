import CKernels

/// The state of a fast training run, in raw memory of one precision.
///
/// Not generic: what depends on the precision is behind the kernels, so nothing here needs to be
/// specialized by its callers to be fast.
final class FastEngine {
  let net: FastNetwork
  let input: FastInput
  let targets: FastTargets
  let examples: Examples
  let update: FastUpdate
  let memory: FastMemory
  let regularization: Regularization
  /// Every step sees all samples, in the order in which they stand.
  let isWhole: Bool
  let isMean: Bool
  /// Plain descent without penalties or bounds can move parameters before all gradients are known.
  let isFused: Bool

  /// What each part of the last batch added to its report.
  let reports: UnsafeMutablePointer<PartReport>
  /// The threads that share a step's parts, where steps are long enough.
  let team: Team?
  /// Whatever else the process trains, and however long it takes.
  let isAlwaysShared: Bool
  var pace = Pace()
  private let claim = Cores.Claim()

  /// The samples of the epoch, or of the step where no epoch was announced.
  let order: UnsafeMutablePointer<Int32>
  let orderCapacity: Int
  var announced = 0

  var kernels: Kernels { net.kernels }

  init?<Scalar: Real>(
    _ network: Network<Scalar>, examples: Examples, training: Training, kernels: Kernels,
    threading: Threading
  ) {
    let arena = Arena(scalarSize: kernels.scalarSize)
    // What makes no sense is refused when the training is run; here it must only not be allocated.
    let capacity = max(1, min(training.batchSize(of: examples.count), examples.count))
    let regularization = training.regularization
    let update = FastUpdate(training.optimizer)
    // Dropout is drawn for the samples in the order in which they come.
    let isWhole =
      capacity == examples.count && training.order != .withReplacement
      && regularization.dropout == 0
    let samples = examples.samples
    var needs = FastNetwork.Needs(capacity: capacity)
    needs.dropsOut = regularization.dropout > 0

    let isGram =
      isWhole && update.isLinear && regularization == .none
      && GramInput.pays(samples: capacity, features: samples.features)
      && capacity >= FastNetwork.fewestSamplesInLanes
    let sparse = isGram ? nil : SparseSamples(samples, in: arena, kernels: kernels)
    if isGram { needs.inputs = capacity }
    needs.readsFirstWeightsByRows = sparse != nil
    needs.gathersInput = sparse == nil
    let firstInputs = isGram ? capacity : sparse?.meanEntries ?? samples.features
    needs.isShared =
      Self.work(of: network, capacity: capacity, firstInputs: firstInputs) >= threading.leastWork
    guard let net = FastNetwork(network, for: needs, in: arena, kernels: kernels) else {
      return nil
    }
    net.load(network, skipsFirstWeights: isGram)

    self.net = net
    self.examples = examples
    self.update = update
    self.regularization = regularization
    isMean = training.reduction == .mean
    self.isWhole = isWhole
    isFused =
      update.isDescent && regularization.l1 == 0 && regularization.l2 == 0
      && regularization.clipping == nil
    targets = FastTargets(examples.targets, in: arena)
    memory = FastMemory(for: update, count: net.parameterCount, in: arena)
    orderCapacity = (examples.count + capacity - 1) / capacity * capacity
    reports = arena.values(net.partCount)
    let threads = threading.threads ?? min(Cores.count, Threading.most)
    team = net.isShared ? Team(threads: threads) : nil
    isAlwaysShared = threading.threads != nil
    order = arena.values(orderCapacity, of: Int32.self)
    for index in 0..<examples.count { order[index] = Int32(index) }

    if isGram {
      input = .gram(GramInput(network, samples: samples, net: net, in: arena))
    } else if let sparse {
      input = .sparse(
        SparseInput(
          sparse, features: samples.features, for: net, isFused: isFused, as: Scalar.self,
          in: arena))
    } else {
      let gathered = FastSamples(samples, as: Scalar.self, in: arena)
      if isWhole {
        for index in 0..<net.partCount {
          gathered.gather(order, net.samplePart(index, of: capacity), into: net)
        }
      }
      input = isWhole ? .whole : .gathered(gathered)
    }
    if isWhole { targets.gather(order, count: capacity, into: net) }
  }

  /// The network as it stands, its kind taken from the one the run began with.
  func network<Scalar: Real>(from initial: Network<Scalar>) -> Network<Scalar> {
    var parameters: [Matrix<Scalar>] = []
    for (index, layer) in initial.layers.enumerated() {
      if index == 0, case .gram(let gram) = input {
        parameters.append(gram.weights(from: layer.weights, net: net))
      } else {
        parameters.append(net.weights(ofLayer: index))
      }
      parameters.append(net.bias(ofLayer: index))
    }
    var result = initial
    result.updateParameters { index, value in value = parameters[index] }
    return result
  }
}
