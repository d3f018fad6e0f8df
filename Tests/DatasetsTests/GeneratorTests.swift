import Neural
import Testing

@testable import Datasets

@Suite("Generated data")
struct GeneratorTests {
  private func make(
    _ name: String, _ settings: [String: Double] = [:], seed: UInt32 = 1
  ) throws -> Dataset {
    var generator = MersenneTwister(seed: seed)
    return try Generator.named(name).dataset(settings, using: &generator)
  }

  @Test("the flower of seed 1 is the lessons' own, as NumPy draws it")
  func flower() throws {
    let flower = try make("flower").part("all")
    guard case .reals(let expected) = try NPY.read(path: fixture("flower.npy")).elements else {
      Issue.record("flower.npy holds no reals")
      return
    }
    let values = flower.samples.matrix(as: Double.self).values
    #expect(values.count == expected.count)
    #expect(zip(values, expected).allSatisfy { abs($0 - $1) <= 1e-13 })
    #expect(
      flower.targets
        == .classes([Int](repeating: 0, count: 200) + [Int](repeating: 1, count: 200), count: 2))
  }

  @Test(
    "every generator repeats itself for a seed and uses all classes",
    arguments: Generator.all.map(\.name))
  func determinism(name: String) throws {
    let dataset = try make(name, seed: 9)
    #expect(try make(name, seed: 9) == dataset)
    let all = try dataset.part("all")
    guard case .classes(let labels, let count) = all.targets else {
      Issue.record("no classes")
      return
    }
    #expect(Set(labels) == Set(0..<count))
    #expect(dataset.classNames.count == count)
    #expect(dataset.featureNames.count == all.samples.features)
    #expect(all.samples.matrix(as: Double.self).values.allSatisfy { $0.isFinite })
  }

  @Test("every generator takes its parameters at both ends of their ranges")
  func ranges() throws {
    for kind in Generator.all {
      for parameter in kind.parameters where parameter.name != "count" {
        for value in [parameter.range.lowerBound, parameter.range.upperBound] {
          let dataset = try make(kind.name, [parameter.name: value])
          #expect(dataset.features > 0, "\(kind.name) \(parameter.name) \(value)")
        }
      }
    }
  }

  @Test("without noise the points lie on their curves")
  func curves() throws {
    for row in try rows(make("circles", ["noise": 0, "factor": 0.25])) {
      let radius = (row.x * row.x + row.y * row.y).squareRoot()
      #expect(abs(radius - (row.label == 0 ? 1 : 0.25)) < 1e-12)
    }
    for row in try rows(make("moons", ["noise": 0])) {
      let (x, y) = row.label == 0 ? (row.x, row.y) : (1 - row.x, 0.5 - row.y)
      #expect(abs(x * x + y * y - 1) < 1e-12)
      #expect(y > -1e-12)
    }
  }

  private func rows(_ dataset: Dataset) throws -> [(x: Double, y: Double, label: Int)] {
    let all = try dataset.part("all")
    let matrix = all.samples.matrix(as: Double.self)
    return (0..<all.count).map { (matrix[$0, 0], matrix[$0, 1], all.targets.label($0) ?? -1) }
  }

  @Test("xor and parity are truth tables")
  func truthTables() throws {
    let xor = try make("xor").part("all")
    #expect(xor.samples == Samples(Matrix([[0, 0], [0, 1], [1, 0], [1, 1]])))
    #expect(xor.targets == .classes([0, 1, 1, 0], count: 2))
    let parity = try make("parity", ["bits": 3]).part("all")
    #expect(parity.targets == .classes([0, 1, 1, 0, 1, 0, 0, 1], count: 2))
    #expect(Array(parity.samples.matrix(as: Double.self).row(6)) == [1, 1, 0])
  }

  @Test("mistakes are named with what is valid")
  func mistakes() throws {
    var generator = MersenneTwister(seed: 1)
    let name = failure { () throws(DatasetError) in try Generator.named("moon") }
    #expect(name?.help == ["did you mean 'moons'?"])
    let unknown = failure { () throws(DatasetError) in
      try Generator.moons.dataset(["nois": 1], using: &generator)
    }
    #expect(unknown?.message == "'moons' has no parameter 'nois'")
    for value in [0, 2.5, -1, .nan, 1e300] {
      let range = failure { () throws(DatasetError) in
        try Generator.moons.dataset(["count": value], using: &generator)
      }
      #expect(range?.message.hasSuffix("expected a whole number from 2 to 100000") == true)
    }
  }

  @Test("the drawings are 209 and 50 pictures of both kinds, the same each time")
  func drawings() throws {
    let drawings = try NamedDataset.drawings.load(from: [])
    #expect(try drawings == NamedDataset.drawings.load(from: []))
    #expect(drawings.pictureSize == PictureSize(height: 64, width: 64, channels: 3))
    #expect(drawings.parts.map(\.examples.count) == [209, 50])
    for part in drawings.parts {
      let cats = (0..<part.examples.count).filter { part.examples.targets.label($0) == 1 }.count
      #expect(cats * 3 > part.examples.count && cats * 3 < 2 * part.examples.count)
    }
  }
}
