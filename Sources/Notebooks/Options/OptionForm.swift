/// What may be written for an option beyond what its words say: the reference page lists it and an
/// editor offers it.
public struct OptionForm: Sendable, Equatable {
  /// The words of which it is one.
  public var choices: [String] = []
  /// What a name may be given, where it is a mapping of names of the author's own.
  public var values: [String] = []
  /// The kinds of labels it may be.
  public var labels: Set<LabelKind.Tag> = []
  /// The options within it, where it is a mapping such as a layer.
  public var parts: [OptionDescription] = []
  /// The options of one of its words: those of `adam` in `{adam: {beta1: 0.9}}`.
  public var variants: [Variant] = []

  public struct Variant: Sendable, Equatable {
    public let name: String
    public let parts: [OptionDescription]
  }

  public init(choices: [String] = []) { self.choices = choices }

  init(labels: Set<LabelKind.Tag>) { self.labels = labels }

  init(parts: [OptionDescription]) { self.parts = parts }

  /// What is of this form or of another.
  func or(_ other: OptionForm) -> OptionForm {
    var both = self
    both.choices += other.choices.filter { !choices.contains($0) }
    both.values += other.values
    both.labels.formUnion(other.labels)
    both.parts += other.parts
    both.variants += other.variants
    return both
  }

  /// The options inside the mapping that `names` leads to: `[adam]` to those of adam.
  public func parts(at names: some Collection<String>) -> [OptionDescription] {
    guard let name = names.first else { return parts }
    let rest = names.dropFirst()
    if let variant = variants.first(where: { $0.name == name }) {
      return rest.isEmpty ? variant.parts : OptionForm(parts: variant.parts).parts(at: rest)
    }
    return parts.first { $0.name == name }?.form.parts(at: rest) ?? []
  }
}
