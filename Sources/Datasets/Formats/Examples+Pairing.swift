import Neural

extension Examples {
  /// Samples and targets that were counted together.
  init(pairing samples: Samples, _ targets: Targets) {
    do {
      try self.init(samples, targets)
    } catch {
      preconditionFailure("samples and targets are counted together: \(error)")
    }
  }
}
