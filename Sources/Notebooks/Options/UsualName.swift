import Diagnostics

/// A name that others use for something that has another name here, or that is not here.
///
/// Errors and `gradbook reference` answer by it: `mse` is called `quadratic`.
struct UsualName: Sendable {
  /// What it names, as the reference calls it: `loss`.
  let kind: String
  let names: [String]
  /// The name here; nil if there is no such thing.
  let here: String?
  /// In what it differs, or what to do without it.
  let note: String

  private init(_ kind: String, _ names: String, _ here: String?, _ note: String = "") {
    self.kind = kind
    self.names = names.split(separator: ",").map { String($0).trimmed }
    self.here = here
    self.note = note
  }

  /// What is known of a name, written in any way: `Mean_Squared_Error`.
  static func named(_ name: String, of kind: String? = nil) -> UsualName? {
    let wanted = name.plain
    return all.first { usual in
      (kind == nil || usual.kind == kind) && usual.names.contains { $0.plain == wanted }
    }
  }

  /// `'mse' is called 'quadratic' here: with the factor ½`
  func words(for name: String) -> String {
    let article = "aeiou".contains(kind.first ?? "x") ? "an" : "a"
    let said =
      here.map { "'\(name.shortened)' is called '\($0)' here" }
      ?? "'\(name.shortened)' is \(article) \(kind) that is not here"
    return note.isEmpty ? said : "\(said): \(note)"
  }

  static let all: [UsualName] = losses + activations + optimizers + others

  private static let losses = [
    UsualName(
      "loss", "mse, mean squared error, squared error, sse, l2 loss, rss, sum of squares",
      "quadratic",
      "with the factor ½, summed over the outputs"),
    UsualName(
      "loss",
      "nll, nll loss, negative log likelihood, categorical crossentropy, ce, xent, log softmax, "
        + "softmax cross entropy, sparse categorical crossentropy, cross entropy loss, maximum likelihood",
      "cross-entropy", "after a last layer of softmax"),
    UsualName(
      "loss",
      "bce, log loss, logloss, binary crossentropy, bce with logits, logistic, logistic loss",
      "binary-cross-entropy", "after a last layer of sigmoid, one output for two classes"),
    UsualName(
      "loss", "hinge, hinge loss, svm", nil,
      "two classes are learnt with 'binary-cross-entropy', its value can be worked out in '{compute}'"
    ),
    UsualName(
      "loss",
      "mae, l1, l1 loss, mean absolute error, huber, smooth l1, kl, kl divergence, focal, ctc, "
        + "triplet, contrastive, poisson, log cosh", nil,
      "numbers are learnt with 'quadratic', classes with 'cross-entropy'"),
  ]

  private static let activations = [
    UsualName("activation", "identity, none, id, no activation, affine", "linear", "f(x) = x"),
    UsualName(
      "activation", "lrelu, leakyrelu, leaky", "leaky-relu", "its slope is the option 'slope'"),
    UsualName(
      "activation", "logistic, expit, logsig, sigma, sigm", "sigmoid"),
    UsualName("activation", "rectifier, relu6, ramp", "relu"),
    UsualName("activation", "tansig, hyperbolic tangent", "tanh"),
    UsualName(
      "activation", "swish, silu, gelu, mish", nil,
      "the nearest is 'relu'; its values can be worked out in '{compute}', as x * sigmoid(x)"),
    UsualName(
      "activation",
      "elu, selu, softplus, prelu, hardtanh, hard sigmoid, softsign, maxout, log softmax",
      nil, "the nearest are 'relu', 'leaky-relu' and 'tanh'"),
  ]

  private static let optimizers = [
    UsualName(
      "optimizer", "gd, gradient descent, batch gradient descent, minibatch, vanilla", "sgd"),
    UsualName(
      "optimizer", "sgd momentum, sgd with momentum, momentum sgd, heavy ball, sgdm", "momentum",
      "its share of the last step is '{momentum: {momentum: 0.9}}'"),
    UsualName("optimizer", "nag, nesterov momentum, sgd nesterov", "nesterov"),
    UsualName("optimizer", "rms", "rmsprop"),
    UsualName(
      "optimizer", "nadam, adamax, radam, amsgrad, lion, adadelta, lamb, lars, ftrl, yogi", nil,
      "the nearest is 'adam'"),
    UsualName(
      "optimizer", "lbfgs, bfgs, newton, conjugate gradient, rprop", nil,
      "training follows the gradient: 'sgd', or 'adam'"),
    UsualName("schedule", "cosine annealing, cosine decay", "cosine"),
    UsualName("schedule", "step decay, steplr, multistep, staircase", "step"),
    UsualName("schedule", "exponential decay, exp, exponentiallr", "exponential"),
    UsualName("schedule", "warmup, linear warmup", "warm-up"),
    UsualName("schedule", "fixed, none", "constant"),
    UsualName(
      "schedule",
      "plateau, reduce on plateau, one cycle, cyclic, polynomial, linear, noam, inverse sqrt",
      nil, "the nearest are 'cosine' and 'step'"),
  ]

  private static let others = [
    UsualName("initializer", "glorot, xavier, glorot uniform", "xavier-uniform"),
    UsualName("initializer", "glorot normal", "xavier-normal"),
    UsualName("initializer", "kaiming, he, kaiming normal, msra", "he-normal"),
    UsualName("initializer", "kaiming uniform", "he-uniform"),
    UsualName("initializer", "gaussian, randn, random normal", "normal"),
    UsualName("initializer", "rand, random, random uniform", "uniform"),
    UsualName("initializer", "lecun, lecun uniform", "lecun-normal"),
    UsualName("initializer", "zero", "zeros"),
    UsualName(
      "initializer", "orthogonal, truncated normal, variance scaling", nil,
      "the nearest are 'xavier-normal' and 'he-normal'"),
    UsualName("kind of plot", "loss, loss curve, curve, history, training", "learning-curve"),
    UsualName("kind of plot", "decision boundary, decision, contour, regions", "boundary"),
    UsualName("kind of plot", "confusion matrix, heatmap", "confusion"),
    UsualName("kind of plot", "architecture, graph, model", "network"),
    UsualName("kind of plot", "images, pictures, digits", "samples"),
    UsualName("directive", "model, net, layers", "network"),
    UsualName("directive", "fit, training", "train"),
    UsualName("directive", "dataset, load", "data"),
    UsualName("directive", "test, validate, score", "evaluate"),
    UsualName("directive", "assert, require", "expect"),
    UsualName("directive", "python, code, numpy, run, exec", "compute"),
    UsualName("directive", "figure, chart, graph", "plot"),
    UsualName("directive", "symbols, variables", "notation"),
    UsualName("directive", "proof, equation, derive step", "derivation"),
    UsualName("directive", "grid, grid search, hyperparameters, tune", "sweep"),
    UsualName("measure", "acc, score, accuracy score", "accuracy"),
    UsualName("measure", "cost, error, objective", "loss"),
    UsualName("measure", "sensitivity, tpr, hit rate", "recall"),
    UsualName("measure", "ppv", "precision"),
    UsualName("measure", "f score, f1 score", "f1"),
    UsualName("measure", "size, samples", "count"),
    UsualName("function", "ln", "log"),
    UsualName("function", "average, avg", "mean"),
    UsualName("function", "logistic, expit", "sigmoid"),
    UsualName("function", "length, shape", "len"),
    UsualName("function", "inner, mm, bmm", "matmul"),
    UsualName("function", "product", "prod"),
    UsualName("function", "absolute, fabs", "abs"),
    UsualName("function", "identity matrix", "eye"),
    UsualName("function", "select, ifelse", "where"),
    UsualName("function", "amax", "max"),
    UsualName("function", "amin", "min"),
    UsualName("function", "pow, power", nil, "a power is written 'x ** 2'"),
    UsualName(
      "function", "var, variance, std, stdev", nil,
      "write mean(square(x - mean(x))), and its sqrt"),
    UsualName("function", "array, asarray, tensor", nil, "an array is written [1, 2, 3]"),
    UsualName(
      "function", "concatenate, vstack, hstack, stack, append", nil,
      "an array is written from its elements: [a[0], a[1], b[0]]"),
    UsualName(
      "function", "arange, linspace, range", nil, "an array is written from its elements: [0, 1, 2]"
    ),
  ]
}

extension String {
  /// Its letters and digits alone, small.
  fileprivate var plain: String { lowercased().filter { $0.isLetter || $0.isNumber } }

  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

extension NearestName {
  /// As `help(for:in:called:)`, with what others call by this name before all else.
  static func help(
    for name: String, in candidates: some Collection<String>, called words: String, kind: String
  ) -> [String] {
    guard let usual = UsualName.named(name, of: kind) else {
      return help(for: name, in: candidates, called: words)
    }
    if let here = usual.here, !candidates.contains(here) {
      return help(for: name, in: candidates, called: words)
    }
    let rest = usual.here == nil ? ["\(words): \(candidates.joined(separator: ", "))"] : []
    return [usual.words(for: name)] + rest
  }
}
