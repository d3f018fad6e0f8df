import Diagnostics

/// A layer of other programs: here layers are dense.
struct ForeignLayer {
  let name: String
  let range: Range<Int>
  private let help: String

  /// Names that every learner tries, without their endings: `conv2d`, `Conv1D` and `convolution` begin
  /// with `conv`.
  private static let known: [(beginnings: [String], help: String)] = [
    (
      ["conv", "cnn", "depthwise", "separable"],
      "the sums of a convolution can be worked by hand in array code: slices and sums in a cell "
        + "'{compute}'"
    ),
    (
      [
        "pool", "maxpool", "avgpool", "averagepool", "globalpool", "globalmax", "globalaverage",
        "upsampl",
      ],
      "pooling can be worked by hand in array code: max(x[0:2, 0:2]) in a cell '{compute}'"
    ),
    (
      ["batchnorm", "layernorm", "groupnorm", "normali", "norm"],
      "samples are scaled by 'standardize: per-feature' of the cell '{data}'; a normalization can be "
        + "worked by hand in a cell '{compute}'"
    ),
    (["dropout"], "dropout is an option of training: 'dropout: 0.5' in the cell '{train}'"),
    (
      ["rnn", "lstm", "gru", "recurrent", "simplernn", "bidirectional"],
      "a few steps in time can be worked by hand in a cell '{compute}': h1 = tanh(X @ U + h0 @ W)"
    ),
    (
      ["embed"],
      "a row of a matrix is taken by hand in a cell '{compute}': E[3]"
    ),
    (
      ["attention", "multihead", "transformer", "selfattention", "encoder", "decoder"],
      "attention can be worked by hand in a cell '{compute}': softmax(Q @ K.T / sqrt(8)) @ V"
    ),
    (
      ["flatten", "reshape", "input"], "a sample is a row of numbers already: leave this layer out"
    ),
    (["residual", "skip", "concat", "add"], "each layer takes what the one before it gives"),
    (
      ["dense", "linear", "fullyconnected", "fc", "hidden", "output", "affine", "layer"],
      "every layer is a dense one, so its kind is not written"
    ),
  ]

  /// What is written for a layer, if it is one of these: `{convolution: {filters: 2}}`,
  /// `{type: lstm, units: 3}`, `flatten`.
  init?(_ setting: Setting) {
    var named: [(name: String, range: Range<Int>)] = []
    switch setting.content {
    case .text(let text, _): named = [(text, setting.range)]
    case .mapping(let entries):
      for entry in entries {
        let key = entry.key.lowercased()
        if ["type", "kind", "layer", "name", "class"].contains(key),
          case .text(let text, _) = entry.value.content
        {
          named.append((text, entry.value.range))
        } else if !["units", "activation", "init", "bias", "slope"].contains(key) {
          named.append((entry.key, entry.keyRange))
        }
      }
    case .list, .nothing: break
    }
    for (name, range) in named {
      let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
      for (beginnings, help) in Self.known where beginnings.contains(where: plain.hasPrefix) {
        (self.name, self.range, self.help) = (name, range, help)
        return
      }
    }
    return nil
  }

  var diagnostic: Diagnostic {
    Diagnostic(
      "layer.kind", "'\(name.shortened)' is no layer here: layers are dense, f(x W + b)", at: range,
      help: ["write a layer as {units: 20, activation: relu}", help])
  }
}
