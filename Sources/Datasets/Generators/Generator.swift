import Diagnostics
import Neural

/// A dataset that is computed from a seed.
public struct Generator: Sendable {
  /// A number that a notebook may set.
  public struct Parameter: Sendable, Equatable {
    public let name: String
    public let standard: Double
    public let range: ClosedRange<Double>
    public let isWhole: Bool

    static func whole(_ name: String, _ standard: Int, in range: ClosedRange<Int>) -> Parameter {
      Parameter(
        name: name, standard: Double(standard),
        range: Double(range.lowerBound)...Double(range.upperBound), isWhole: true)
    }

    static func real(
      _ name: String, _ standard: Double, in range: ClosedRange<Double>
    ) -> Parameter {
      Parameter(name: name, standard: standard, range: range, isWhole: false)
    }

    /// How many samples to make.
    static func count(_ standard: Int) -> Parameter { whole("count", standard, in: 2...100_000) }
    /// The standard deviation of the normal noise on every coordinate.
    static func noise(_ standard: Double) -> Parameter { real("noise", standard, in: 0...1_000) }
  }

  /// The values of a generator's parameters, each given or standard.
  struct Settings {
    fileprivate let values: [String: Double]

    subscript(_ name: String) -> Double {
      guard let value = values[name] else { preconditionFailure("no parameter '\(name)'") }
      return value
    }

    /// A whole parameter.
    subscript(whole name: String) -> Int { Int(self[name]) }
  }

  /// Points and the class of each.
  struct Points {
    private(set) var values = [Double]()
    private(set) var labels = [Int]()

    mutating func append(_ coordinates: Double..., label: Int) {
      values += coordinates
      labels.append(label)
    }

    mutating func append(_ coordinates: [Double], label: Int) {
      values += coordinates
      labels.append(label)
    }
  }

  /// The name a notebook uses: `moons`.
  public let name: String
  public let summary: String
  public let parameters: [Parameter]
  private let make: @Sendable (Settings, inout MersenneTwister) -> Points

  init(
    _ name: String, _ summary: String, _ parameters: [Parameter],
    make: @escaping @Sendable (Settings, inout MersenneTwister) -> Points
  ) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.make = make
  }

  /// Every generator; a new one is one file and one entry here.
  public static let all: [Generator] = [flower, moons, circles, spirals, blobs, xor, parity]

  /// The generator of this name.
  public static func named(_ name: String) throws(DatasetError) -> Generator {
    guard let generator = all.first(where: { $0.name == name }) else {
      throw DatasetError(
        .missing, "there is no generator '\(name)'",
        help: NearestName.help(for: name, in: all.map(\.name), called: "the generators"))
    }
    return generator
  }

  /// Makes the dataset, in one part called `all`.
  ///
  /// - Parameter given: values of parameters by name; those left out are standard.
  /// - Throws: for an unknown parameter, and for a value out of range or not whole.
  public func dataset(
    _ given: [String: Double] = [:], using generator: inout MersenneTwister
  ) throws(DatasetError) -> Dataset {
    let points = make(try settings(given), &generator)
    let features = points.values.count / points.labels.count
    let classes = (points.labels.max() ?? 0) + 1
    let samples = Samples(
      Matrix(rows: points.labels.count, columns: features, values: points.values))
    return Dataset(
      name: name,
      parts: [
        Dataset.Part(
          Dataset.whole, Examples(pairing: samples, .classes(points.labels, count: classes)))
      ],
      featureNames: (1...features).map { "x\($0)" }, classNames: (0..<classes).map(String.init))
  }

  private func settings(_ given: [String: Double]) throws(DatasetError) -> Settings {
    for name in given.keys.sorted() where !parameters.contains(where: { $0.name == name }) {
      throw DatasetError(
        .invalid, "'\(self.name)' has no parameter '\(name)'",
        help: NearestName.help(for: name, in: parameters.map(\.name), called: "its parameters"))
    }
    var values = [String: Double]()
    for parameter in parameters {
      let value = given[parameter.name] ?? parameter.standard
      let range = parameter.range
      guard range.contains(value), !parameter.isWhole || value == value.rounded() else {
        let sort = parameter.isWhole ? "a whole number" : "a number"
        throw DatasetError(
          .invalid,
          "'\(parameter.name)' is \(value.short), expected \(sort) from \(range.lowerBound.short) to "
            + range.upperBound.short)
      }
      values[parameter.name] = value
    }
    return Settings(values: values)
  }
}

extension Double {
  /// `3` for 3.0.
  fileprivate var short: String {
    Int(exactly: self).map(String.init) ?? String(self)
  }
}
