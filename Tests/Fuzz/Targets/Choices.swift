/// Choices that the bytes of the fuzzer make, one byte each; where they end, the first is taken.
struct Choices {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

  var areLeft: Bool { !bytes.isEmpty }

  mutating func below(_ bound: Int) -> Int { Int(bytes.popFirst() ?? 0) % max(1, bound) }

  mutating func one<Item>(of items: [Item]) -> Item { items[below(items.count)] }

  /// True once in `count` times.
  mutating func oncePer(_ count: Int) -> Bool { below(count) == count - 1 }
}
