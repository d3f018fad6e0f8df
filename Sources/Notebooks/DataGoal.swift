import Diagnostics
import Neural

/// What a network is to answer to the samples of a `data` cell: a class, numbers, or the samples.
struct DataGoal: Sendable {
  /// Whether the labels are numbers to be predicted.
  let isRegression: Bool
  /// Whether the samples are their own targets, whatever labels there are.
  let isInput: Bool

  private enum Target: String, Sendable, CaseIterable {
    case label
    case input
  }

  init(_ options: Options) {
    isRegression = options.value(
      "regression", .flag, default: false,
      "the labels are numbers to be predicted, not classes; judged by RMSE, MAE and R²")
    isInput =
      options.value(
        "target", .choice("target"), default: Target.label, shown: "label",
        "what the network is to answer: the label, or the input itself, as an autoencoder does")
      == .input
  }

  /// Whether a network is to answer with a class or with numbers.
  var kind: Targets.Kind { isRegression || isInput ? .values : .classes }

  /// Reports what has no effect on the samples named or generated.
  func check(_ options: Options) {
    if isRegression, let origin = ["source", "generate"].first(where: options.has) {
      options.reportUnused(
        "regression", "the labels of '\(origin)' are classes",
        help: ["leave it out, or read numbers to be predicted from a file of your own"])
    }
    if isRegression, isInput {
      options.reportConflict(
        "regression", "target", "with 'target: input' there is no label to be a number")
    }
  }
}
