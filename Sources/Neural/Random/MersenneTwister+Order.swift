extension MersenneTwister {
  /// Reorders `elements` in place, from the last place down: `np.random.shuffle(elements)`.
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, integer(below: last + 1))
    }
  }

  /// The numbers 0..<count in random order: `np.random.permutation(count)`.
  public mutating func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    shuffle(&order)
    return order
  }

  /// `count` numbers drawn from 0..<population with replacement:
  /// `np.random.choice(population, count)`.
  public mutating func choice(_ count: Int, from population: Int) -> [Int] {
    (0..<count).map { _ in integer(below: population) }
  }

  /// `count` numbers in [0, 1): `np.random.rand(count)`.
  public mutating func uniform(count: Int) -> [Double] {
    (0..<count).map { _ in uniform() }
  }

  /// `count` standard normal numbers: `np.random.randn(count)`.
  public mutating func normal(count: Int) -> [Double] {
    (0..<count).map { _ in normal() }
  }
}
