import Notebooks

/// What a page says of its lesson in few words, for an index to take from it.
///
/// There is no time in it: the same lesson gives the same page and the same index, whoever runs it.
public struct LessonSummary: Sendable, Equatable, Codable {
  let title: String
  let subtitle: String?
  let language: String
  let facts: [String]
  let succeeded: Bool
  let curve: Curve

  public init(of run: Run) {
    let front = run.notebook.frontMatter
    title = run.notebook.title
    subtitle = front.subtitle
    language = front.language
    facts = Words.of(front.language).summary(of: run)
    succeeded = run.succeeded
    curve = Curve(run.firstLossCurve)
  }

  /// A curve with as many points as a thumbnail can show.
  struct Curve: Sendable, Equatable, Codable {
    /// Nil is a gap, where the value is no number: JSON has no word for that.
    private let points: [Double?]

    var values: [Double] { points.map { $0 ?? .nan } }

    /// A thumbnail is 120 pixels wide.
    private static let most = 120

    init(_ values: [Double]) {
      guard values.count > Self.most else {
        points = values.map(Self.rounded)
        return
      }
      // Of each stretch its lowest and its highest value, so that no peak is lost.
      let stretches = Self.most / 2
      points = (0..<stretches).flatMap { index -> [Double?] in
        let range = index * values.count / stretches..<(index + 1) * values.count / stretches
        let numbers = range.filter { values[$0].isFinite }
        guard let low = numbers.min(by: { values[$0] < values[$1] }),
          let high = numbers.max(by: { values[$0] < values[$1] })
        else { return [nil, nil] }
        return [min(low, high), max(low, high)].map { Self.rounded(values[$0]) }
      }
    }

    init(from decoder: any Decoder) throws {
      points = try decoder.singleValueContainer().decode([Double?].self)
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(points)
    }

    /// Four digits are finer than a pixel; nil for what is no number.
    private static func rounded(_ value: Double) -> Double? {
      value.isFinite ? Double(value.significant(4)) : nil
    }
  }
}

extension Words {
  /// How long a lesson takes to read and how much of it was checked, in a few phrases.
  func summary(of run: Run) -> [String] {
    let counts = run.counts
    let steps = run.verifiedSteps
    let facts: [String?] = [
      readingTime(ReadingTime(of: run.notebook).minutes),
      steps.verified > 0 ? stepsVerified(steps.verified, steps.claimed) : nil,
      run.errata > 0 ? errataShown(run.errata) : nil,
      counts.held > 0 ? expectationsHeld(counts.held, counts.held + counts.failed) : nil,
      counts.notChecked > 0 ? expectationsOpen(counts.notChecked) : nil,
    ]
    return facts.compactMap(\.self)
  }
}
