import Diagnostics
import Neural

/// Which samples of a part a cell is about.
enum SampleSelection: Sendable {
  /// By their numbers, counted from 0 as in NumPy.
  case indices([Located<Int>])
  case first(Int)

  /// The numbers of the samples, of a part with so many.
  func indices(among count: Int) throws(CellFailure) -> [Int] {
    switch self {
    case .first(let number): return Array(0..<min(number, count))
    case .indices(let indices):
      for index in indices where index.value >= count {
        throw CellFailure(
          "samples.range", "there is no sample \(index.value)", at: index.range,
          help: ["samples count from 0 to \(count - 1)"])
      }
      return indices.map(\.value)
    }
  }

  /// A page shows this many at most.
  static let most = 500
}

extension Examples {
  /// The numbers of the first so many samples.
  ///
  /// - Parameter range: where it is said how many, for the error if there are fewer.
  func first(_ wanted: Int, at range: Range<Int>) throws(CellFailure) -> Range<Int> {
    guard wanted <= count else {
      throw CellFailure(
        "samples.range", "\(wanted) samples of \(count) cannot be taken", at: range,
        help: ["set 'samples' to at most \(count)"])
    }
    return 0..<wanted
  }
}

extension OptionType where Value == SampleSelection {
  /// `14`, `[0, 14, 25]` or `first 10`.
  static let samples = OptionType(
    "numbers of samples, such as [0, 14], or 'first 10'", standIn: .first(1)
  ) { setting, context in
    if case .text(let text, _) = setting.content {
      let words = text.split(separator: " ")
      if words.count == 2, words[0] == "first", let count = Int(words[1]), count > 0 {
        guard count <= SampleSelection.most else { return report(count, setting, context) }
        return .first(count)
      }
    }
    let numbers = OptionType<[Located<Int>]>.list(
      "a list of numbers", of: OptionType<Int>.natural.located)
    guard let indices = numbers.read(setting, context) else { return nil }
    guard indices.count <= SampleSelection.most else {
      return report(indices.count, setting, context)
    }
    return .indices(indices)
  }

  private static func report(
    _ count: Int, _ setting: Setting, _ context: OptionContext
  ) -> SampleSelection? {
    context.report(
      Diagnostic(
        "option.type",
        "\(count) samples are more than the \(SampleSelection.most) that a cell shows",
        at: setting.range, help: ["take fewer, at most \(SampleSelection.most)"]))
    return nil
  }
}

extension LiveNetwork {
  /// What the network answers to these samples, a row for each. Throws where they do not fit it.
  func outputs(_ samples: Samples, _ indices: [Int]) throws(ShapeError) -> Matrix<Double> {
    switch self {
    case .float(let network): try network(samples.batch(indices)).converted()
    case .double(let network): try network(samples.batch(indices))
    }
  }

  /// The same as probabilities of classes: two where it has a single output.
  func probabilities(_ samples: Samples, _ indices: [Int]) throws(ShapeError) -> [[Double]] {
    let outputs = try outputs(samples, indices)
    return (0..<outputs.rows).map { row in
      let values = Array(outputs.row(row))
      return values.count == 1 ? [1 - values[0], values[0]] : values
    }
  }
}
