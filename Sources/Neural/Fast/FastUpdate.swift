import CKernels
import Glibc

/// An optimizer as the kernels carry it out.
enum FastUpdate {
  case descend
  case momentum(Double)
  case nesterov(Double)
  case rmsprop(decay: Double, epsilon: Double)
  case adagrad(epsilon: Double)
  case adam(Adam, decay: Double)
  /// Any other: its own rule, number by number.
  case rule(any Optimizer)

  init(_ optimizer: any Optimizer) {
    self =
      switch optimizer {
      case is SGD: .descend
      case let momentum as Momentum: .momentum(momentum.momentum)
      case let nesterov as Nesterov: .nesterov(nesterov.momentum)
      case let rmsprop as RMSProp: .rmsprop(decay: rmsprop.decay, epsilon: rmsprop.epsilon)
      case let adagrad as AdaGrad: .adagrad(epsilon: adagrad.epsilon)
      case let adam as Adam: .adam(adam, decay: 0)
      case let adamW as AdamW: .adam(adamW.adam, decay: adamW.decay)
      default: .rule(optimizer)
      }
  }

  /// Whether a step depends on the gradients linearly, past ones included, and on nothing else.
  var isLinear: Bool {
    switch self {
    case .descend, .momentum, .nesterov: true
    default: false
    }
  }

  /// Numbers remembered for each parameter.
  var memorySize: Int {
    switch self {
    case .descend: 0
    case .momentum, .nesterov, .rmsprop, .adagrad: 1
    case .adam, .rule: 2
    }
  }

  var isDescent: Bool {
    if case .descend = self { true } else { false }
  }
}

/// What an optimizer remembers, laid out as the parameters are.
struct FastMemory {
  let first: UnsafeMutableRawPointer
  let second: UnsafeMutableRawPointer

  init(for update: FastUpdate, count: Int, in arena: Arena) {
    first = arena.scalars(update.memorySize > 0 ? count : 0)
    second = arena.scalars(update.memorySize > 1 ? count : 0)
  }
}

extension FastNetwork {
  /// Moves a part of the parameters by their gradients.
  func update(
    _ part: ParameterPart, by update: FastUpdate, _ memory: FastMemory, rate: Double, step: Int
  ) {
    var settings = kernel_update()
    settings.rate = rate
    let table = kernels.table
    let offset = part.offset * kernels.scalarSize
    let (w, g, count) = (parameters + offset, gradients + offset, part.count)
    // Where there is less to remember, less is read.
    let (first, second) = (memory.first + offset, memory.second + offset)
    switch update {
    case .descend: table.pointee.descend(w, g, settings, count)
    case .momentum(let momentum):
      settings.beta1 = momentum
      table.pointee.momentum(w, g, first, settings, count)
    case .nesterov(let momentum):
      settings.beta1 = momentum
      table.pointee.nesterov(w, g, first, settings, count)
    case .rmsprop(let decay, let epsilon):
      settings.beta1 = decay
      settings.epsilon = epsilon
      table.pointee.rmsprop(w, g, first, settings, count)
    case .adagrad(let epsilon):
      settings.epsilon = epsilon
      table.pointee.adagrad(w, g, first, settings, count)
    case .adam(let adam, let decay):
      settings.beta1 = adam.beta1
      settings.beta2 = adam.beta2
      settings.epsilon = adam.epsilon
      settings.correction1 = 1 - pow(adam.beta1, Double(step))
      settings.correction2 = 1 - pow(adam.beta2, Double(step))
      settings.decay = decay
      table.pointee.adam(w, g, first, second, settings, count)
    case .rule(let optimizer):
      let rule = optimizer.rule(rate: rate, step: step)
      if kernels.scalarSize == MemoryLayout<Float>.size {
        follow(rule, part, memory, as: Float.self)
      } else {
        follow(rule, part, memory, as: Double.self)
      }
    }
  }

  private func follow<Scalar: Real>(
    _ rule: UpdateRule, _ part: ParameterPart, _ memory: FastMemory, as scalar: Scalar.Type
  ) {
    // Each of the four holds `parameterCount` scalars of this type.
    let w = parameters.assumingMemoryBound(to: Scalar.self)
    let g = gradients.assumingMemoryBound(to: Scalar.self)
    let first = memory.first.assumingMemoryBound(to: Scalar.self)
    let second = memory.second.assumingMemoryBound(to: Scalar.self)
    for place in part.offset..<part.offset + part.count {
      var parameter = Double(w[place])
      var remembered = OptimizerMemory()
      remembered.first = Double(first[place])
      remembered.second = Double(second[place])
      rule(&parameter, Double(g[place]), &remembered)
      w[place] = Scalar(parameter)
      first[place] = Scalar(remembered.first)
      second[place] = Scalar(remembered.second)
    }
  }
}
