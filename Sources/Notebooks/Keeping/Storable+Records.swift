import Neural

// What training runs and sweeps left behind, as bytes.

extension TrainingRecord.Ending: Storable {
  func write(to bytes: inout ByteWriter) {
    switch self {
    case .completed: bytes.writeByte(0)
    case .reachedTarget(let epoch):
      bytes.writeByte(1)
      bytes.write(epoch)
    case .lostPatience(let epoch):
      bytes.writeByte(2)
      bytes.write(epoch)
    case .diverged(let step):
      bytes.writeByte(3)
      bytes.write(step)
    }
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    switch try bytes.readByte() {
    case 0: self = .completed
    case 1: self = .reachedTarget(epoch: try bytes.read())
    case 2: self = .lostPatience(epoch: try bytes.read())
    case 3: self = .diverged(step: try bytes.read())
    default: throw DamagedBytes()
    }
  }
}

/// A training record without the choices it was trained by, which its cell knows.
extension TrainingRecord {
  func write(to bytes: inout ByteWriter) {
    bytes.write(network)
    bytes.write(history)
    bytes.write(ending)
    bytes.write(steps)
    bytes.write(bestEpoch)
    bytes.write(stepsPerEpoch)
  }

  init(from bytes: inout ByteReader, by directive: TrainDirective) throws(DamagedBytes) {
    self.init(
      network: try bytes.read(), history: try bytes.read(), ending: try bytes.read(),
      steps: try bytes.read(), bestEpoch: try bytes.read(), stepsPerEpoch: try bytes.read(),
      training: directive.training, faults: directive.faults)
  }
}

extension SweepRecord.Value: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(text)
    bytes.write(number)
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    self.init(text: try bytes.read(), number: try bytes.read())
  }
}

extension SweepRecord {
  func write(to bytes: inout ByteWriter) {
    bytes.write(parameters)
    bytes.write(cases.count)
    for one in cases {
      bytes.write(one.values)
      bytes.write(one.network)
      bytes.write(one.trials.count)
      for trial in one.trials {
        bytes.write(trial.seed)
        trial.training.write(to: &bytes)
        bytes.write(trial.onTraining)
        bytes.write(trial.onTest)
      }
    }
  }

  /// - Parameter trainings: what each case trained by, in their order.
  init(from bytes: inout ByteReader, by trainings: [TrainDirective]) throws(DamagedBytes) {
    let parameters = try bytes.read([String].self)
    guard try bytes.readCount(of: 4) == trainings.count else { throw DamagedBytes() }
    var cases: [Case] = []
    for training in trainings {
      let values = try bytes.read([Value].self)
      let network = try bytes.read(LiveNetwork.self)
      var trials: [Trial] = []
      for _ in 0..<(try bytes.readCount(of: 4)) {
        trials.append(
          Trial(
            seed: try bytes.read(), training: try TrainingRecord(from: &bytes, by: training),
            onTraining: try bytes.read(), onTest: try bytes.read()))
      }
      cases.append(Case(values: values, trials: trials, network: network))
    }
    self.init(parameters: parameters, cases: cases)
  }
}
