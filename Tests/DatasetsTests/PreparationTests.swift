import Neural
import Testing

@testable import Datasets

@Suite("Splits and scales")
struct PreparationTests {
  /// Samples [i, 10 i] with the class i mod 2.
  private func dataset(_ count: Int) -> Dataset {
    let values = (0..<count).flatMap { [Double($0), 10 * Double($0)] }
    let samples = Samples(Matrix(rows: count, columns: 2, values: values))
    let targets = Targets.classes((0..<count).map { $0 % 2 }, count: 2)
    return Dataset(
      name: "counted", parts: [Dataset.Part("all", Examples(pairing: samples, targets))])
  }

  private func numbers(_ dataset: Dataset, _ part: String) throws -> [Int] {
    let examples = try dataset.part(part)
    let matrix = examples.samples.matrix(as: Double.self)
    return (0..<examples.count).map { index in
      #expect(examples.targets.label(index) == Int(matrix[index, 0]) % 2)
      return Int(matrix[index, 0])
    }
  }

  @Test("a shuffled split is NumPy's permutation, the share its end")
  func shuffled() throws {
    var generator = MersenneTwister(seed: 1)
    let split = try dataset(10).splitting(Split(.count(3)), using: &generator)
    // np.random.seed(1); np.random.permutation(10)
    #expect(try numbers(split, "train") == [2, 9, 6, 4, 0, 3, 1])
    #expect(try numbers(split, "test") == [7, 8, 5])
  }

  @Test("a sequential split sets the last samples apart")
  func sequential() throws {
    var generator = MersenneTwister(seed: 1)
    let split = try dataset(10).splitting(
      Split(.fraction(0.25), order: .sequential), using: &generator)
    #expect(try numbers(split, "train") == Array(0..<7))
    #expect(try numbers(split, "test") == [7, 8, 9])
  }

  @Test("a drawn split is NumPy's choice with replacement")
  func drawn() throws {
    var generator = MersenneTwister(seed: 1)
    let split = try dataset(6).splitting(
      Split(.count(5), order: .drawn(keepingDrawn: false)), using: &generator)
    // np.random.seed(1); np.random.choice(6, 5)
    #expect(try numbers(split, "test") == [5, 3, 4, 0, 1])
    #expect(try numbers(split, "train") == [2])
    var again = MersenneTwister(seed: 1)
    let kept = try dataset(6).splitting(
      Split(.count(5), order: .drawn(keepingDrawn: true)), using: &again)
    #expect(try numbers(kept, "train") == Array(0..<6))
  }

  @Test("a validation part is split off what is left to train on")
  func validation() throws {
    var generator = MersenneTwister(seed: 2)
    let dataset = try dataset(20)
      .splitting(Split(.count(5)), using: &generator)
      .splitting(Split(.count(4)), as: "validation", using: &generator)
    #expect(dataset.parts.map(\.name) == ["train", "validation", "test"])
    let all = try ["train", "validation", "test"].flatMap { try numbers(dataset, $0) }
    #expect(all.sorted() == Array(0..<20))
    let twice = failure { () throws(DatasetError) in
      try dataset.splitting(Split(.count(1)), as: "test", using: &generator)
    }
    #expect(twice?.message == "'counted' has a part 'test' already")
  }

  /// Samples 0, 1, 2, … of these classes.
  private func dataset(labels: [Int]) -> Dataset {
    let samples = Samples(Matrix(column: labels.indices.map(Double.init)))
    let targets = Targets.classes(labels, count: 3)
    return Dataset(
      name: "sorted", parts: [Dataset.Part("all", Examples(pairing: samples, targets))],
      classNames: ["a", "b", "c"])
  }

  @Test("a stratified split has the same share of every class in both parts")
  func stratified() throws {
    let dataset = dataset(labels: (0..<60).map { $0 < 40 ? 0 : $0 < 50 ? 1 : 2 })
    for order in [Split.Order.shuffled, .sequential] {
      for seed in 0..<5 {
        var generator = MersenneTwister(seed: UInt32(seed))
        let split = try dataset.splitting(
          Split(.fraction(0.3), order: order, isStratified: true), using: &generator)
        let test = try split.part("test")
        let counts = (0..<3).map { label in
          (0..<test.count).filter { test.targets.label($0) == label }.count
        }
        #expect(counts == [12, 3, 3])
        let all = try ["train", "test"].flatMap {
          try split.part($0).samples.matrix(as: Double.self).values
        }
        #expect(all.sorted() == (0..<60).map(Double.init))
      }
    }
    // One of three is rounded where the fraction is largest: of 40·7/60 = 4.67, 1.17 and 1.17.
    var generator = MersenneTwister(seed: 0)
    let split = try dataset.splitting(
      Split(.count(7), order: .sequential, isStratified: true), using: &generator)
    #expect(
      try split.part("test").samples.matrix(as: Double.self).values == [35, 36, 37, 38, 39, 49, 59])
  }

  @Test("a class that a stratified split would put wholly into one part is named")
  func stratifiedTooFew() {
    var generator = MersenneTwister(seed: 0)
    let error = failure { () throws(DatasetError) in
      try dataset(labels: [0, 0, 0, 0, 1]).splitting(
        Split(.count(2), isStratified: true), using: &generator)
    }
    #expect(
      error?.message
        == "class 'b' has 1 of 5 samples, so a stratified share of 2 takes none of them")
    let values = failure { () throws(DatasetError) in
      let samples = Samples(Matrix(column: [1, 2, 3]))
      let data = Dataset(
        name: "numbers",
        parts: [
          Dataset.Part("all", Examples(pairing: samples, .values(Matrix(column: [1, 2, 3]))))
        ])
      return try data.splitting(Split(.count(1), isStratified: true), using: &generator)
    }
    #expect(values?.message == "a stratified split needs classes, and the targets are numbers")
  }

  @Test(
    "a split that leaves a part empty is refused",
    arguments: [
      Split.Amount.count(0), .count(-1), .count(10), .count(11), .fraction(0.01), .fraction(0.99),
      .fraction(0), .fraction(1), .fraction(-1), .fraction(.nan), .fraction(.infinity),
    ])
  func emptySplit(amount: Split.Amount) {
    var generator = MersenneTwister(seed: 1)
    let error = failure { () throws(DatasetError) in
      try dataset(10).splitting(Split(amount), using: &generator)
    }
    #expect(error?.kind == .invalid)
  }

  @Test("a part that is not there is named with those that are")
  func missingPart() {
    let error = failure { () throws(DatasetError) in try dataset(3).part("train") }
    #expect(error?.message == "'counted' has no part 'train'")
    #expect(error?.help == ["its parts: all"])
  }

  @Test("a limit keeps the first samples, of all parts or of one")
  func limit() throws {
    var generator = MersenneTwister(seed: 1)
    let split = try dataset(10).splitting(
      Split(.count(4), order: .sequential), using: &generator)
    #expect(try numbers(split.limited(to: 2), "test") == [6, 7])
    #expect(try split.limited(to: 2, part: "train").parts.map(\.examples.count) == [2, 4])
    #expect(try split.limited(to: 100) == split)
    #expect(failure { () throws(DatasetError) in try split.limited(to: 0) }?.kind == .invalid)
  }

  @Test("whole standardization has one mean and one deviation, NumPy's")
  func whole() throws {
    // x = np.array([[0, 0], [1, 10], [2, 20.]]); x.mean(), x.std() = 5.5, 7.342796923970229
    let standardized = try dataset(3).standardized(.whole, fittedTo: nil).part("all")
    let values = standardized.samples.matrix(as: Double.self).values
    let expected = [0, 0, 1, 10, 2, 20].map { ($0 - 5.5) / 7.342796923970229 }
    #expect(zip(values, expected).allSatisfy { abs($0 - $1) < 1e-14 })
  }

  @Test("standardization feature by feature is fitted to the training part and applied to all")
  func perFeature() throws {
    var generator = MersenneTwister(seed: 1)
    let split = try dataset(6).splitting(
      Split(.count(3), order: .sequential), using: &generator)
    let standardized = try split.standardized(.perFeature, fittedTo: "train")
    let deviation = (2.0 / 3).squareRoot()
    let train = try standardized.part("train").samples.matrix(as: Double.self)
    let test = try standardized.part("test").samples.matrix(as: Double.self)
    for column in 0..<2 {
      for row in 0..<3 {
        #expect(abs(train[row, column] - (Double(row) - 1) / deviation) < 1e-14)
        #expect(abs(test[row, column] - (Double(row) + 2) / deviation) < 1e-14)
      }
    }
  }

  @Test("a feature that never varies becomes zero, data that never vary are refused")
  func constant() throws {
    let samples = Samples(Matrix([[1, 5], [2, 5]]))
    let standardized = try Standardization(fitting: samples, scope: .perFeature)(samples)
    #expect(standardized == Samples(Matrix([[-1, 0], [1, 0]])))
    let same = failure { () throws(DatasetError) in
      try Standardization(fitting: Samples(Matrix([[3, 3]])), scope: .whole)
    }
    #expect(same?.kind == .invalid)
  }

  @Test("division by 255 keeps bytes as bytes")
  func unit() throws {
    let raw = Samples(bytes: [0, 51, 255], count: 3, features: 1, scale: .raw)
    let dataset = Dataset(
      name: "bytes",
      parts: [
        Dataset.Part("all", Examples(pairing: raw, .values(Matrix(column: [1, 2, 3]))))
      ])
    let scaled = try dataset.scaledToUnit().part("all").samples
    #expect(scaled == Samples(bytes: [0, 51, 255], count: 3, features: 1, scale: .unit))
    #expect(scaled.matrix() == Matrix<Double>([[0], [0.2], [1]]))
  }

  @Test("samples are shown as pictures")
  func pictures() {
    let size = PictureSize(height: 1, width: 3, channels: 1)
    let bytes = Samples(bytes: [9, 1, 2, 3], count: 1, features: 4, scale: .unit)
    #expect(
      bytes.picture(0, size: PictureSize(height: 2, width: 2, channels: 1)).pixels == [9, 1, 2, 3])
    #expect(Samples(Matrix([[0, 0.2, 1]])).picture(0, size: size).pixels == [0, 51, 255])
    #expect(Samples(Matrix([[-1, 0, 1]])).picture(0, size: size).pixels == [0, 128, 255])
  }
}
