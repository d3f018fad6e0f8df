import Glibc

/// The memory of one training run: taken once, zeroed, freed together.
///
/// A step allocates nothing; it only follows pointers into this.
final class Arena {
  private var blocks: [UnsafeMutableRawPointer] = []
  private var mappings: [(start: UnsafeMutableRawPointer, count: Int)] = []
  private let scalarSize: Int

  /// Blocks of this size and more are asked for in large pages: samples are visited in random
  /// order, and with small pages each visit would first wait for the page table.
  private static let largeBlock = 4 << 20
  private static let largePage = 2 << 20

  init(scalarSize: Int) {
    self.scalarSize = scalarSize
  }

  deinit {
    for block in blocks { free(block) }
    for mapping in mappings { munmap(mapping.start, mapping.count) }
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
    if count >= Self.largeBlock, let block = largePages(count) { return block }
    // Zero pages come from the system untouched, so what is never used costs nothing.
    guard let block = calloc(count + Kernels.alignment, 1) else {
      preconditionFailure("no memory for \(count) bytes of a training run")
    }
    blocks.append(block)
    return block.alignedUp(toMultipleOf: Kernels.alignment)
  }

  private func largePages(_ count: Int) -> UnsafeMutableRawPointer? {
    let size = count + Self.largePage
    guard
      let mapping = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      mapping != MAP_FAILED
    else { return nil }
    mappings.append((mapping, size))
    let block = mapping.alignedUp(toMultipleOf: Self.largePage)
    // Advice only: where the system has no large pages, small ones serve as well.
    madvise(block, count, MADV_HUGEPAGE)
    return block
  }
}
