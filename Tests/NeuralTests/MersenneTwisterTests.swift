import Testing

@testable import Neural

/// Expected numbers were printed by NumPy 2.4's `np.random` after `np.random.seed(n)`.
@Suite("The generator draws what NumPy's legacy generator draws")
struct MersenneTwisterTests {
  @Test("the words are those of the published MT19937 with its default seed")
  func words() {
    var generator = MersenneTwister(seed: 5489)
    #expect(
      (0..<6).map { _ in generator.nextWord() } == [
        3_499_211_612, 581_869_302, 3_890_346_734, 3_586_334_585, 545_404_204, 4_161_255_391,
      ])
  }

  @Test("the stream is right past its first renewals")
  func renewal() {
    var generator = MersenneTwister(seed: 0)
    #expect(generator.uniform(count: 2000).last == 0.5017731306999452)
  }

  @Test("rand and uniform have NumPy's 53 bits")
  func uniform() {
    var generator = MersenneTwister(seed: 1)
    #expect(
      generator.uniform(count: 4) == [
        0.417022004702574, 0.7203244934421581, 0.00011437481734488664, 0.30233257263183977,
      ])
    generator = MersenneTwister(seed: 3)
    #expect(
      (0..<4).map { _ in generator.uniform(-0.2, 0.2) } == [
        0.020319161029830196, 0.08325912904724192, -0.08363810443482228, 0.004331042079065206,
      ])
    generator = MersenneTwister(seed: .max)
    #expect(generator.uniform(count: 2) == [0.0976320289940138, 0.9123828453026218])
  }

  @Test("randn draws in pairs and keeps the second for the next call")
  func normal() {
    var generator = MersenneTwister(seed: 1)
    #expect(
      generator.normal(count: 3) == [
        1.6243453636632417, -0.6117564136500754, -0.5281717522634557,
      ])
    #expect(generator.uniform() == 0.39676747423066994)
    #expect(generator.normal(count: 2) == [-1.0729686221561705, -2.363468604780012])
  }

  @Test("randint rejects by mask, in 32 bits and in 64, and draws nothing where there is no choice")
  func integers() {
    var generator = MersenneTwister(seed: 7)
    #expect(
      (0..<12).map { _ in generator.integer(below: 10) } == [4, 9, 6, 3, 3, 7, 7, 9, 7, 8, 9, 8])
    generator = MersenneTwister(seed: 1_345_134)
    #expect(
      (0..<3).map { _ in generator.integer(below: 321_242_341) } == [
        201_811_977, 180_675_180, 264_840_062,
      ])
    generator = MersenneTwister(seed: 7)
    #expect(
      (0..<3).map { _ in generator.integer(below: 1 << 40) } == [
        752_595_690_692, 108_744_157_686, 291_964_244_179,
      ])
    #expect(generator.uniform() == 0.7234651778309412)
    generator = MersenneTwister(seed: 7)
    #expect((0..<3).map { _ in generator.integer(below: 1) } == [0, 0, 0])
    #expect(generator.uniform() == 0.07630828937395717)
  }

  @Test("shuffle, permutation and choice give NumPy's orders")
  func orders() {
    var generator = MersenneTwister(seed: 0)
    var order = Array(0..<10)
    generator.shuffle(&order)
    #expect(order == [2, 8, 4, 9, 1, 6, 7, 3, 0, 5])
    #expect(generator.uniform() == 0.4375872112626925)
    generator = MersenneTwister(seed: 2)
    #expect(generator.permutation(8) == [4, 1, 6, 2, 3, 7, 5, 0])
    generator = MersenneTwister(seed: 4)
    #expect(generator.choice(6, from: 150) == [122, 129, 104, 87, 50, 137])
  }
}
