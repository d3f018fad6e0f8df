import Glibc

/// The memory of one training run: taken once, zeroed, freed together.
///
/// A step allocates nothing; it only follows pointers into this.
final class Arena {
  private var blocks: [UnsafeMutableRawPointer] = []
  private let scalarSize: Int

  init(scalarSize: Int) {
    self.scalarSize = scalarSize
  }

  deinit {
    for block in blocks { free(block) }
  }

  /// `count` scalars, all zero, starting on a vector's alignment.
  func scalars(_ count: Int) -> UnsafeMutableRawPointer {
    bytes(count * scalarSize)
  }

  /// `count` values of a trivial type, all bits zero.
  func values<Value: BitwiseCopyable>(
    _ count: Int, of type: Value.Type = Value.self
  ) -> UnsafeMutablePointer<Value> {
    bytes(count * MemoryLayout<Value>.stride).bindMemory(to: Value.self, capacity: count)
  }

  private func bytes(_ count: Int) -> UnsafeMutableRawPointer {
    // Zero pages come from the system untouched, so what is never used costs nothing.
    guard let block = calloc(count + Kernels.alignment, 1) else {
      preconditionFailure("no memory for \(count) bytes of a training run")
    }
    blocks.append(block)
    return block.alignedUp(toMultipleOf: Kernels.alignment)
  }
}
