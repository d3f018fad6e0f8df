/// The targets a loss has a meaning for.
public enum TargetDomain: Sendable, Equatable {
  /// Any number.
  case numbers
  /// Probabilities: each from 0 to 1.
  case probabilities
  /// Distributions: each from 0 to 1, and those of a sample sum to 1.
  case distributions

  /// As a message says it.
  public var words: String {
    switch self {
    case .numbers: "any number"
    case .probabilities: "a number from 0 to 1"
    case .distributions: "numbers from 0 to 1 that sum to 1 over a sample"
    }
  }
}

/// A target that a loss has no meaning for.
public struct TargetFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// The loss by name.
  public let loss: String
  public let domain: TargetDomain
  /// The sample, counted from 0.
  public let sample: Int
  public let problem: Problem

  public enum Problem: Sendable, Equatable {
    /// One of a sample's targets, its column counted from 0.
    case value(Double, column: Int)
    case sum(Double)
  }

  public var description: String {
    let found =
      switch problem {
      case .value(let value, let column): "target \(column) of sample \(sample) is \(value.short)"
      case .sum(let sum): "the targets of sample \(sample) sum to \(sum.short)"
      }
    return "\(found), but \(loss) has a meaning only for \(domain.words)"
  }
}

extension Double {
  /// `3` for 3.0.
  fileprivate var short: String {
    Int(exactly: self).map(String.init) ?? String(self)
  }
}

extension Loss {
  /// Room for the rounding of probabilities that were written with six digits, or in `Float`.
  private static let rounding = 1e-5

  /// Throws at the first target that the loss has no meaning for: it would fall without end.
  ///
  /// Classes are one-hot rows, or 0 and 1, which suit every loss.
  public func validate(_ targets: Targets) throws(TargetFault) {
    guard self.targets != .numbers, case .values(let matrix) = targets else { return }
    func fault(_ sample: Int, _ problem: TargetFault.Problem) -> TargetFault {
      TargetFault(loss: name, domain: self.targets, sample: sample, problem: problem)
    }
    for sample in 0..<matrix.rows {
      let row = matrix.row(sample)
      if let place = row.firstIndex(where: { !(0...1).contains($0) }) {
        throw fault(sample, .value(row[place], column: place - row.startIndex))
      }
      let sum = row.reduce(0, +)
      if self.targets == .distributions, abs(sum - 1) > Self.rounding {
        throw fault(sample, .sum(sum))
      }
    }
  }
}
