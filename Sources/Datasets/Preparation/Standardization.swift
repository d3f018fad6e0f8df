import Neural

/// (x − μ) / σ, with μ and σ over all values together or feature by feature.
///
/// σ is that of the population, √(Σ(x − μ)² / n), as NumPy's `std` computes it.
public struct Standardization: Sendable, Equatable {
  public enum Scope: String, Sendable, CaseIterable {
    /// One μ and one σ for all features.
    case whole
    case perFeature = "per-feature"
  }

  public let scope: Scope
  /// One value, or one for each feature.
  public let means: [Double]
  public let deviations: [Double]

  /// Fits μ and σ to these samples. A feature that never varies keeps σ = 1 and so becomes zero.
  ///
  /// - Throws: `invalid` if there are no samples, or if no value at all varies.
  public init(fitting samples: Samples, scope: Scope) throws(DatasetError) {
    guard samples.count > 0, samples.features > 0 else {
      throw DatasetError(.invalid, "there are no samples to fit a standardization to")
    }
    let groups = scope == .whole ? 1 : samples.features
    let count = Double(samples.count * samples.features / groups)
    var sums = [Double](repeating: 0, count: groups)
    samples.forEachValue { feature, value in sums[feature % groups] += value }
    let means = sums.map { $0 / count }
    var squares = [Double](repeating: 0, count: groups)
    samples.forEachValue { feature, value in
      let difference = value - means[feature % groups]
      squares[feature % groups] += difference * difference
    }
    let deviations = squares.map { ($0 / count).squareRoot() }
    guard deviations.contains(where: { $0 > 0 }) else {
      throw DatasetError(.invalid, "all values are equal, so they have no deviation to divide by")
    }
    self.scope = scope
    self.means = means
    self.deviations = deviations.map { $0 > 0 ? $0 : 1 }
  }

  /// The standardized samples, as real numbers.
  public func callAsFunction(_ samples: Samples) -> Samples {
    precondition(scope == .whole || samples.features == means.count, "as many features as fitted")
    var values = [Double]()
    values.reserveCapacity(samples.count * samples.features)
    let groups = means.count
    samples.forEachValue { feature, value in
      values.append((value - means[feature % groups]) / deviations[feature % groups])
    }
    return Samples(Matrix(rows: samples.count, columns: samples.features, values: values))
  }
}

extension Dataset {
  /// The dataset with every part standardized.
  ///
  /// - Parameter part: what μ and σ are fitted to; nil for every row of every part. Fitting to the
  ///   training part alone keeps the test set unseen; fitting to all counts a row as often as it is
  ///   there, so it comes before a split that draws with replacement.
  public func standardized(
    _ scope: Standardization.Scope, fittedTo part: String?
  ) throws(DatasetError) -> Dataset {
    let fitted: Samples
    if let part {
      fitted = try self.part(part).samples
    } else {
      fitted = Samples(joining: parts.map(\.examples.samples))
    }
    let standardization = try Standardization(fitting: fitted, scope: scope)
    return mappingSamples { standardization($0) }
  }

  /// The dataset with every value divided by 255; bytes stay bytes.
  public func scaledToUnit() -> Dataset {
    mappingSamples { samples in
      switch samples.storage {
      case .dense(let matrix): Samples(matrix.map { $0 / 255 })
      case .bytes(let bytes, .raw):
        Samples(bytes: bytes, count: samples.count, features: samples.features, scale: .unit)
      case .bytes(_, .unit): samples
      }
    }
  }

  private func mappingSamples(_ transform: (Samples) -> Samples) -> Dataset {
    with(
      parts: parts.map {
        Part($0.name, Examples(pairing: transform($0.examples.samples), $0.examples.targets))
      })
  }
}
