extension Explanation {
  /// Networks, plots and tables.
  static let cells: [Explanation] = [
    Explanation(
      "network.activation",
      "Softmax turns a row into probabilities, which is what the last layer gives. Within a network it is rare.",
      "```{network} net\ninput: 2\nlayers:\n  - {units: 3, activation: softmax}\n"
        + "  - {units: 2, activation: softmax}\nloss: cross-entropy\n```",
      "units: 3, activation: softmax", to: "units: 3, activation: tanh"),
    Explanation(
      "layer.kind",
      """
      The networks of lessons are made of dense layers, f(x W + b), of which every formula can be \
      checked. Convolutions, recurrent layers, attention and the like can be worked by hand on small \
      arrays, in a cell '{compute}'.
      """,
      "```{network} net\ninput: 16\nlayers:\n  - {convolution: {filters: 2, size: 3}}\n"
        + "  - {units: 2, activation: softmax}\nloss: cross-entropy\n```",
      "{convolution: {filters: 2, size: 3}}", to: "{units: 8, activation: relu}"),
    Explanation(
      "network.loss",
      """
      The loss and the last layer do not go together: probabilities over one output are always 1, and \
      a logarithm of what may be negative has no value. Two classes need one sigmoid with \
      binary-cross-entropy, or two outputs of softmax with cross-entropy.
      """,
      "```{network} net\ninput: 2\nlayers:\n  - {units: 1, activation: softmax}\n"
        + "loss: cross-entropy\n```",
      mended: "```{network} net\ninput: 2\nlayers:\n  - {units: 1, activation: sigmoid}\n"
        + "loss: binary-cross-entropy\n```"),
    Explanation(
      "network.size",
      "The parameters of the network would take more memory than a lesson may.",
      "```{network} net\ninput: 100000\nlayers:\n  - {units: 1000000, activation: relu}\n"
        + "loss: quadratic\n```",
      mended: "```{network} net\ninput: 10\nlayers:\n  - {units: 100, activation: relu}\n"
        + "loss: quadratic\n```"),
    Explanation(
      "network.load",
      """
      The file has no network that 'save' wrote, or one of another architecture. The layers of the cell \
      and of the file must be the same.
      """,
      "```{network} net\ninput: 2\nlayers:\n  - {units: 1, activation: sigmoid}\n"
        + "loss: binary-cross-entropy\nload: nothing.safetensors\n```",
      "load: nothing.safetensors\n", to: ""),
    Explanation(
      "network.save",
      """
      The file cannot be written: its folder does not exist or may not be written to, its name does not \
      end in '.safetensors', or something else than a saved network stands there, which is left as it is.
      """,
      in: .cells,
      "```{train} more\nnetwork: net\ndata: moons\nlearning-rate: 0.1\nsteps: 3\n"
        + "save: no-such-folder/net.safetensors\n```",
      "save: no-such-folder/net.safetensors\n", to: ""),
    Explanation(
      "plot.features",
      """
      A picture of a plane needs two features, and weights are shown as pictures of what goes in. \
      The network and the data are of other sizes.
      """,
      in: .cells,
      "```{network} wide\ninput: 3\nlayers:\n  - {units: 1, activation: sigmoid}\n"
        + "loss: binary-cross-entropy\n```\n\n```{plot}\nkind: boundary\nof: wide\ndata: moons\n```",
      "of: wide", to: "of: net"),
    Explanation(
      "plot.series",
      """
      The run did not record this series. 'record-epochs: 1' has every figure recorded, 'validation' the \
      losses of a validation set, and the message names those there are.
      """, in: .cells,
      "```{plot}\nkind: learning-curve\nof: fit\nmeasure: accuracy\n```", "accuracy", to: "loss"),
    Explanation(
      "plot.answers",
      """
      An output of the network is NaN or infinite, so it says nothing, neither rightly nor wrongly. \
      Training diverged, or the weights are beyond all measure.
      """, in: .cells,
      "```{network} wild\ninput: 2\nlayers:\n"
        + "  - {units: 3, activation: linear, init: {constant: 1e200}}\n"
        + "  - {units: 2, activation: softmax, init: {constant: 1e200}}\nloss: cross-entropy\n```\n\n"
        + "```{plot}\nkind: confusion\nof: wild\ndata: moons\n```",
      "1e200", to: "0.5"),
    Explanation(
      "plot.shape",
      "The samples of the data have another number of features than the network takes.",
      in: .cells,
      "```{network} wide\ninput: 3\nlayers:\n  - {units: 1, activation: sigmoid}\n"
        + "loss: binary-cross-entropy\n```\n\n```{plot}\nkind: confusion\nof: wide\ndata: moons\n```",
      "of: wide", to: "of: net"),
    Explanation(
      "plot.layer", "The network has no such layer; layers count from 1.", in: .cells,
      "```{plot}\nkind: histogram\nof: net\ndata: moons\nlayer: 9\n```", "9", to: "1"),
    Explanation(
      "plot.size",
      "The picture would show every quantity of the network by itself, which only a small one allows.",
      in: .cells,
      "```{network} wide\ninput: 2\nlayers:\n  - {units: 60, activation: relu}\n"
        + "  - {units: 1, activation: sigmoid}\nloss: binary-cross-entropy\n```\n\n"
        + "```{plot}\nkind: step-graph\nof: wide\ndata: moons\n```",
      "60", to: "2"),
    Explanation(
      "plot.run",
      "There is no training run of this label. A check before the run finds it, so no lesson gets here."
    ),
    Explanation(
      "table.row", "Every row of a table has as many cells as the table has columns.",
      "```{table} t\ncolumns: [a, b]\nrows:\n  - [1]\n```", "[1]", to: "[1, 2]"),
    Explanation(
      "table.words",
      """
      The cell would be worked out if all its names stood for something. A cell is an expression where it \
      calls something, says how to write its value, or is made of arrays of the code above.
      """,
      "```{compute}\nv = [1, 2]\n```\n\n```{table}\ncolumns: [sum]\nrows: [[\"v[0] + w\"]]\n```",
      "v[0] + w", to: "v[0] + v[1]"),
    Explanation(
      "samples.range", "Samples count from 0, and there are fewer than this.", in: .cells,
      "```{predict}\nnetwork: net\ndata: moons\nsamples: [99]\n```", "99", to: "0"),
    Explanation(
      "cell.shape",
      """
      The engine was given matrices that do not fit together. The cells check shapes before they use \
      them, so this is a mistake of Gradbook; please report it with the lesson.
      """),
    Explanation(
      "cell.failed",
      """
      The cell met an error that no one foresaw, which the message quotes: of the system, or a mistake \
      of Gradbook. Please report it with the lesson.
      """),
  ]

  /// Training, sweeps and what looks at a network.
  static let training: [Explanation] = [
    Explanation(
      "train.shape",
      "The network takes another number of features, or has another number of outputs, than the data.",
      in: .cells,
      "```{network} wide\ninput: 3\nlayers:\n  - {units: 1, activation: sigmoid}\n"
        + "loss: binary-cross-entropy\n```\n\n"
        + "```{train}\nnetwork: wide\ndata: moons\nlearning-rate: 0.1\nsteps: 3\n```",
      "network: wide", to: "network: net"),
    Explanation(
      "targets.kind",
      """
      A class is right or wrong, a number is more or less far off: accuracy, precision, recall, f1, top, \
      confusion and mistakes ask the one, rmse, mae and r2 the other.
      """, in: .cells, "{eval}`rmse(net, moons)`", "rmse", to: "accuracy"),
    Explanation(
      "targets.domain",
      """
      The loss has no meaning for this target: cross-entropies are of probabilities, from 0 to 1, and \
      without a bound elsewhere. Numbers to be predicted go with the loss 'quadratic'.
      """,
      "```{data} copies\ngenerate: {moons: {count: 20}}\ntarget: input\n```\n\n"
        + "```{network} auto\ninput: 2\nlayers:\n  - {units: 2, activation: sigmoid}\n"
        + "loss: binary-cross-entropy\n```\n\n```{evaluate}\nnetwork: auto\ndata: copies\n```",
      "binary-cross-entropy", to: "quadratic"),
    Explanation(
      "train.option", "An option cannot be met with these data: a batch larger than the set, say.",
      in: .cells,
      "```{train}\nnetwork: net\ndata: moons\nbatch: 500\nlearning-rate: 0.1\nsteps: 3\n```", "500",
      to: "5"),
    Explanation(
      "train.diverged",
      """
      The loss, or what the network answers after its last step, grew beyond all numbers. Nearly always the \
      learning rate is too large for inputs of this size. Scale the data ('standardize: per-feature', for \
      pictures 'unit: true'), start with smaller weights, or clip the gradient ('clip: {norm: 1}').
      """, in: .cells,
      "```{network} line\ninput: 2\nlayers:\n  - {units: 1, activation: linear}\nloss: quadratic\n```\n\n"
        + "```{train}\nnetwork: line\ndata: moons\nlearning-rate: 1000\nsteps: 500\n```",
      "1000", to: "0.01"),
    Explanation(
      "data.width",
      """
      The samples have another number of features than the network takes, or their targets another \
      number of classes or values than the network has outputs. Two classes also fit a single output.
      """,
      in: .cells,
      "```{network} wide\ninput: 2\nlayers:\n  - {units: 3, activation: softmax}\n"
        + "loss: cross-entropy\n```\n\n```{evaluate}\nnetwork: wide\ndata: moons\n```",
      "units: 3", to: "units: 2"),
    Explanation(
      "evaluate.shape",
      "The samples of the data have another number of features than the network takes.",
      in: .cells,
      "```{network} wide\ninput: 3\nlayers:\n  - {units: 1, activation: sigmoid}\n"
        + "loss: binary-cross-entropy\n```\n\n```{evaluate}\nnetwork: wide\ndata: moons\n```",
      "network: wide", to: "network: net"),
    Explanation(
      "predict.shape",
      "The samples of the data have another number of features than the network takes.",
      in: .cells,
      "```{network} wide\ninput: 3\nlayers:\n  - {units: 1, activation: sigmoid}\n"
        + "loss: binary-cross-entropy\n```\n\n```{predict}\nnetwork: wide\ndata: moons\n```",
      "network: wide", to: "network: net"),
    Explanation(
      "predict.prepared",
      """
      The data were standardized by their own mean and spread, which a picture of the reader's does not \
      have. Scale them by 'unit: true', which can be done to any picture.
      """,
      "```{data} faces\nsource: drawings\nstandardize: whole\nshow: false\n```\n\n"
        + "```{network} net\ninput: 12288\nlayers:\n  - {units: 1, activation: sigmoid}\n"
        + "loss: binary-cross-entropy\n```\n\n```{predict}\nnetwork: net\ndata: faces\npicture: mine.png\n```",
      "standardize: whole", to: "unit: true"),
    Explanation(
      "gradient-check.shape",
      "The samples of the data have another number of features than the network takes.", in: .cells,
      "```{network} wide\ninput: 3\nlayers:\n  - {units: 1, activation: sigmoid}\n"
        + "loss: binary-cross-entropy\n```\n\n```{gradient-check}\nnetwork: wide\ndata: moons\n```",
      "network: wide", to: "network: net"),
    Explanation(
      "sweep.path",
      "A sweep changes an option of an earlier cell, written as the label, a full stop and the option.",
      in: .cells,
      "```{sweep} rates\nrepeat: fit\nover: {learning-rate: [0.1, 1]}\n```", "{learning",
      to: "{fit.learning"),
    Explanation(
      "sweep.size",
      "The sweep would train more often than a lesson may. Take fewer values or seeds.",
      in: .cells,
      "```{sweep} rates\nrepeat: fit\nover: {fit.learning-rate: [0.1, 1]}\nseeds: 0..999\n```",
      "999",
      to: "1"),
    Explanation(
      "sweep.unrelated",
      "The cell that is repeated does not rest on the one whose option changes, so nothing would change.",
      in: .cells,
      "```{data} rings\ngenerate: circles\n```\n\n"
        + "```{sweep} sizes\nrepeat: fit\nover: {rings.limit: [10, 20]}\n```",
      "rings.limit", to: "moons.limit"),
  ]
}
