import Diagnostics

/// The sentences that tell who cannot see a picture what it shows, in the language of the page.
///
/// Numbers come written; names are those of the lesson or terms in its language.
public struct Sentences: Sendable {
  /// How a series runs from its first to its last value.
  public enum Course: Sendable {
    case falls, rises
    /// Every value is the same.
    case stays
    /// It ends where it began, and was elsewhere.
    case returns
    /// Its last value is no number.
    case breaks

    public init(of values: [Double]) {
      guard let first = values.first, let last = values.last else {
        self = .stays
        return
      }
      if !first.isFinite || !last.isFinite {
        self = .breaks
      } else if last != first {
        self = last < first ? .falls : .rises
      } else {
        self = values.allSatisfy { $0 == first } ? .stays : .returns
      }
    }
  }

  /// A value with the place where it was taken, both as written.
  public typealias Place = (value: String, unit: String, place: String)

  /// One value is said as one value.
  public let single: @Sendable (_ name: String, Place) -> String
  public let course: @Sendable (_ name: String, Course, _ from: Place, _ to: Place) -> String
  public let goes: @Sendable (_ name: String, _ first: String, _ last: String) -> String
  /// How many of how many examples a network got right.
  public let rightly: @Sendable (_ right: String, _ count: Int) -> String
  public let sides: @Sendable (_ name: String, _ share: String) -> String
  public let spread: @Sendable (_ count: Int, _ mean: String, _ deviation: String) -> String
  public let curves: @Sendable (_ name: String, _ low: String, _ high: String) -> String
  public let diagram: @Sendable (_ sizes: String) -> String
  public let step: @Sendable (_ sample: Int, _ cost: String) -> String
  public let leastError: @Sendable (_ name: String, _ error: String, _ step: String) -> String
  public let weights: @Sendable (_ unit: Int, _ largest: String) -> String
  public let sample: @Sendable (_ index: Int, _ name: String) -> String
  /// Titles with a name in them.
  public let network: @Sendable (_ name: String) -> String
  public let stepOf: @Sendable (_ name: String) -> String
  public let weightsOf: @Sendable (_ name: String) -> String
  public let samplesOf: @Sendable (_ name: String) -> String
  public let by: @Sendable (_ measure: String, _ parameter: String) -> String

  static let english = Sentences(
    single: { "\($0) is \($1.value) at \($1.unit) \($1.place)." },
    course: { name, course, from, to in
      let start = "\(from.value) at \(from.unit) \(from.place)"
      let end = "\(to.value) at \(to.unit) \(to.place)"
      return switch course {
      case .falls: "\(name) falls from \(start) to \(end)."
      case .rises: "\(name) rises from \(start) to \(end)."
      case .stays: "\(name) is \(from.value) from \(from.unit) \(from.place) to \(to.place)."
      case .returns:
        "\(name) begins with \(start) and ends with the same at \(to.unit) \(to.place)."
      case .breaks: "\(name) begins with \(start) and ends with \(end)."
      }
    },
    goes: { "\($0) goes from \($1) to \($2)." },
    rightly: { "\($0) of \($1.counted("example")) classified rightly." },
    sides: { "\($0) puts \($1) of the points on the right side." },
    spread: { "\($0.counted("value")), mean \($1), deviation \($2)." },
    curves: { "\($0) and its derivative from \($1) to \($2)." },
    diagram: { "\($0), every unit joined with all of the layer before it." },
    step: {
      "On sample \($0) the cost is \($1); on each arrow stands the derivative of the cost that comes "
        + "back along it."
    },
    leastError: { "\($0): least error \($1) at a step of \($2)." },
    weights: { "Weights of unit \($0), the largest \($1)." }, sample: { "Sample \($0): \($1)." },
    network: { "The network \($0)" }, stepOf: { "One training step of \($0)" },
    weightsOf: { "Weights of the units of '\($0)'" }, samplesOf: { "Samples of '\($0)'" },
    by: { "\($0) by \($1)" })

  static let chinese = Sentences(
    single: { "\($0)：第 \($1.place) \($1.unit)为 \($1.value)。" },
    course: { name, course, from, to in
      let start = "第 \(from.place) \(from.unit)的 \(from.value)"
      let end = "第 \(to.place) \(to.unit)的 \(to.value)"
      return switch course {
      case .falls: "\(name)：从 \(start) 降至 \(end)。"
      case .rises: "\(name)：从 \(start) 升至 \(end)。"
      case .stays: "\(name)：从第 \(from.place) 到第 \(to.place) \(from.unit)始终为 \(from.value)。"
      case .returns: "\(name)：以 \(start) 开始，第 \(to.place) \(to.unit)回到同一数值。"
      case .breaks: "\(name)：以 \(start) 开始，以 \(end) 结束。"
      }
    },
    goes: { "\($0)：从 \($1) 到 \($2)。" },
    rightly: { "\($1) 个样本中 \($0) 分类正确。" }, sides: { "\($0) 把 \($1) 的点分在正确的一侧。" },
    spread: { "\($0) 个数值，均值 \($1)，标准差 \($2)。" },
    curves: { "\($0) 及其导数，从 \($1) 到 \($2)。" }, diagram: { "\($0)，每个单元与前一层的所有单元相连。" },
    step: { "样本 \($0) 的代价为 \($1)；每个箭头上是沿它传回的代价的导数。" },
    leastError: { "\($0)：步长 \($2) 时误差最小，为 \($1)。" },
    weights: { "单元 \($0) 的权重，最大为 \($1)。" }, sample: { "样本 \($0)：\($1)。" },
    network: { "网络 \($0)" }, stepOf: { "\($0) 的一步训练" }, weightsOf: { "“\($0)”各单元的权重" },
    samplesOf: { "“\($0)”的样本" }, by: { "\($0)（按 \($1)）" })

  static let russian = Sentences(
    single: { "\($0): \($1.unit) \($1.place) — \($1.value)." },
    course: { name, course, from, to in
      let start = "\(from.value) (\(from.unit) \(from.place))"
      let end = "\(to.value) (\(to.unit) \(to.place))"
      return switch course {
      case .falls: "\(name): падает от \(start) до \(end)."
      case .rises: "\(name): растёт от \(start) до \(end)."
      case .stays: "\(name): всё время \(from.value) (\(from.unit) \(from.place)–\(to.place))."
      case .returns: "\(name): сначала \(start), в конце снова \(end)."
      case .breaks: "\(name): сначала \(start), в конце \(end)."
      }
    },
    goes: { "\($0): от \($1) до \($2)." },
    rightly: { "Распознано верно: \($0), всего примеров: \($1)." },
    sides: { "\($0): на верной стороне \($1) точек." },
    spread: { "Значений: \($0), среднее \($1), отклонение \($2)." },
    curves: { "\($0) и производная от \($1) до \($2)." },
    diagram: { "\($0), каждый нейрон соединён со всеми нейронами предыдущего слоя." },
    step: { "На примере \($0) функция потерь равна \($1); на каждой стрелке — её производная." },
    leastError: { "\($0): наименьшая ошибка \($1) при шаге \($2)." },
    weights: { "Веса нейрона \($0), наибольший \($1)." }, sample: { "Пример \($0): \($1)." },
    network: { "Сеть \($0)" }, stepOf: { "Один шаг обучения: \($0)" },
    weightsOf: { "Веса нейронов «\($0)»" }, samplesOf: { "Примеры «\($0)»" },
    by: { "\($0) (\($1))" })
}
