import Diagnostics

/// What one kind of diagnostic means, with a small lesson that has the mistake and the same one mended.
///
/// Nothing of how a diagnostic looks is written down here: `gradbook explain` reads and runs the
/// example, and a test holds every example to its id.
public struct Explanation: Sendable {
  public let id: String
  /// In whole sentences: what it means, and what to do.
  public let meaning: String
  /// Nil where no lesson by itself can bring it about: a file, a disk or the machine must be so.
  public let example: Example?

  public struct Example: Sendable {
    /// What the lesson has above.
    public let surroundings: Surroundings
    public let mistake: String
    public let mended: String

    /// The whole lesson with the mistake.
    public var lesson: String { surroundings.text + mistake + "\n" }
    /// The whole lesson without it.
    public var mendedLesson: String { surroundings.text + mended + "\n" }
  }

  /// The cells that an example takes for granted.
  public enum Surroundings: Sendable {
    case nothing
    case cells
    case formulas
  }

  init(
    _ id: String, _ meaning: String, in surroundings: Surroundings = .nothing,
    _ mistake: String, mended: String
  ) {
    self.id = id
    self.meaning = meaning
    example = Example(surroundings: surroundings, mistake: mistake, mended: mended)
  }

  /// A diagnostic that no lesson by itself can bring about.
  init(_ id: String, _ meaning: String) {
    (self.id, self.meaning, example) = (id, meaning, nil)
  }

  /// One that shows where a piece of a longer text is written otherwise.
  init(
    _ id: String, _ meaning: String, in surroundings: Surroundings = .nothing,
    _ mistake: String, _ wrong: String, to right: String
  ) {
    self.init(
      id, meaning, in: surroundings, mistake, mended: mistake.replacing(wrong, with: right))
  }

  /// One about a formula of the prose.
  static func tex(_ id: String, _ meaning: String, _ mistake: String, mended: String) -> Self {
    Self(id, meaning, "$$\n\(mistake)\n$$", mended: "$$\n\(mended)\n$$")
  }

  /// One about a derivation.
  static func formula(_ id: String, _ meaning: String, _ mistake: String, mended: String) -> Self {
    func cell(_ tex: String) -> String { "```{derivation} step\n\(tex)\n```" }
    return Self(id, meaning, in: .formulas, cell(mistake), mended: cell(mended))
  }

  /// One about array code.
  static func code(_ id: String, _ meaning: String, _ mistake: String, mended: String) -> Self {
    func cell(_ code: String) -> String { "```{compute}\n\(code)\n```" }
    return Self(id, meaning, in: .formulas, cell(mistake), mended: cell(mended))
  }
}

extension Explanation {
  /// Every diagnostic there is; a test names what is missing.
  public static let all =
    settings + structure + files + prose + formulas + commands + reading + names + shapes + code
    + cells + training + checks + measures + diagrams

  /// The part of the id before the full stop, which names its family.
  public var family: String { String(id.prefix { $0 != "." }) }

  /// The explanation of an id.
  public static func of(_ id: String) -> Explanation? { all.first { $0.id == id } }
}

extension Explanation.Surroundings {
  /// Its cells in words, as they go into 'in a lesson that has …'.
  public var words: String? {
    switch self {
    case .nothing: nil
    case .cells: "a dataset 'moons', a network 'net' and a training run 'fit'"
    case .formulas: "a network 'net' of two layers, and a notation for it"
    }
  }

  var text: String {
    switch self {
    case .nothing: ""
    case .cells: Self.cellsText + "\n"
    case .formulas: Self.formulasText + "\n"
    }
  }

  private static let cellsText = """
    ```{data} moons
    generate: {moons: {count: 20}}
    test: {count: 5}
    show: false
    ```

    ```{network} net
    input: 2
    layers:
      - {units: 3, activation: tanh}
      - {units: 1, activation: sigmoid}
    loss: binary-cross-entropy
    ```

    ```{train} fit
    network: net
    data: moons
    learning-rate: 0.1
    steps: 3
    ```

    """

  private static let formulasText = """
    ```{network} net
    input: 2
    layers:
      - {units: 3, activation: relu}
      - {units: 2, activation: softmax}
    loss: cross-entropy
    ```

    ```{notation}
    network: net
    symbols: {X: input, Y: target, W_l: weights, b_l: bias, z_l: preactivation, a_l: activation, P: output, L: loss}
    ```

    """
}
