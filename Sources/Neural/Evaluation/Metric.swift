/// A figure by which a network is judged on a set of examples.
public enum Metric: String, Sendable, CaseIterable {
  case loss
  case accuracy
  case rmse
  case mae
  case r2

  /// Those that are asked of a network whose targets are of this kind.
  public static func all(of kind: Targets.Kind) -> [Metric] {
    switch kind {
    case .classes: [.loss, .accuracy]
    case .values: [.loss, .rmse, .mae, .r2]
    }
  }

  /// The kind of target it is asked of; nil if of any.
  public var kind: Targets.Kind? {
    switch self {
    case .loss: nil
    case .accuracy: .classes
    case .rmse, .mae, .r2: .values
    }
  }

  /// The name in headings and series: `RMSE`.
  public var title: String {
    switch self {
    case .loss, .accuracy: rawValue
    case .rmse: "RMSE"
    case .mae: "MAE"
    case .r2: "R²"
    }
  }

  /// What it is, in TeX: for n examples with k outputs a and targets y.
  public var formula: String {
    switch self {
    case .loss: #"\frac{1}{n}\sum_i L_i"#
    case .accuracy: #"\frac{1}{n}\sum_i 1[\hat y_i = y_i]"#
    case .rmse: #"\sqrt{\frac{1}{nk}\sum_{i,j} (a_{ij}-y_{ij})^2}"#
    case .mae: #"\frac{1}{nk}\sum_{i,j} |a_{ij}-y_{ij}|"#
    case .r2: #"1 - \frac{\sum_{i,j} (a_{ij}-y_{ij})^2}{\sum_{i,j} (y_{ij}-\bar y_j)^2}"#
    }
  }

  /// Whether `a` is the better of two values; what is no number is never the better one.
  public func isBetter(_ a: Double, than b: Double) -> Bool {
    guard a.isFinite else { return false }
    guard b.isFinite else { return true }
    switch self {
    case .loss, .rmse, .mae: return a < b
    case .accuracy, .r2: return a > b
    }
  }
}
