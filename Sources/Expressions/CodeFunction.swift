/// A function that code may call, as it is written and what it means; the compiler refuses calls that
/// are written otherwise.
public struct CodeFunction: Sendable {
  public let name: String
  /// As the reference shows it: `sum(x, axis=0, keepdims=True)`.
  public let usage: String
  public let help: String
  /// How many arguments without a name it takes.
  public let arguments: ClosedRange<Int>
  /// The arguments with a name.
  public let options: [String]

  private init(
    _ usage: String, _ arguments: ClosedRange<Int>, options: [String] = [], _ help: String
  ) {
    name = String(usage.prefix { $0 != "(" })
    self.usage = usage
    self.arguments = arguments
    self.options = options
    self.help = help
  }

  /// Every function of the language, in alphabetical order.
  public static let all = (arrays + ElementFunction.all.map(CodeFunction.init)).sorted {
    $0.name < $1.name
  }

  public static func named(_ name: String) -> CodeFunction? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  private init(_ function: ElementFunction) {
    self.init("\(function.name)(x)", 1...1, function.help)
  }

  private static let arrays: [CodeFunction] = [
    CodeFunction(
      "argmax(x, axis=1)", 1...2, options: ["axis"],
      "the position of the largest element, of all or along an axis; of equal ones the first"),
    CodeFunction(
      "argmin(x, axis=1)", 1...2, options: ["axis"],
      "the position of the smallest element, of all or along an axis; of equal ones the first"),
    CodeFunction("dot(a, b)", 2...2, "the product of matrices or vectors, as 'a @ b'"),
    CodeFunction("eye(n)", 1...1, "the unit matrix of n rows and columns"),
    CodeFunction("len(x)", 1...1, "the size of the first axis"),
    CodeFunction("matmul(a, b)", 2...2, "the product of matrices or vectors, as 'a @ b'"),
    CodeFunction(
      "max(x, axis=0, keepdims=True)", 1...2, options: ["axis", "keepdims"],
      "the largest element, of all or along an axis; 'max(a, b)' is 'maximum(a, b)'"),
    CodeFunction("maximum(a, b)", 2...2, "the larger of each two elements"),
    CodeFunction(
      "mean(x, axis=0, keepdims=True)", 1...2, options: ["axis", "keepdims"],
      "the mean of all elements, or along an axis"),
    CodeFunction(
      "min(x, axis=0, keepdims=True)", 1...2, options: ["axis", "keepdims"],
      "the smallest element, of all or along an axis; 'min(a, b)' is 'minimum(a, b)'"),
    CodeFunction("minimum(a, b)", 2...2, "the smaller of each two elements"),
    CodeFunction("norm(x)", 1...1, "the square root of the sum of the squares of all elements"),
    CodeFunction("ones((m, n))", 1...1, "an array of ones, of a size or of several"),
    CodeFunction(
      "prod(x, axis=0, keepdims=True)", 1...2, options: ["axis", "keepdims"],
      "the product of all elements, or along an axis"),
    CodeFunction(
      "reshape(x, (m, -1))", 2...2, "the same elements on other axes; -1 is what is left over"),
    CodeFunction(
      "softmax(x, axis=1)", 1...2, options: ["axis"],
      "exponentials made to sum to 1, over the features of each sample or along an axis"),
    CodeFunction(
      "sum(x, axis=0, keepdims=True)", 1...2, options: ["axis", "keepdims"],
      "the sum of all elements, or along an axis"),
    CodeFunction("transpose(x)", 1...1, "rows as columns, as 'x.T'"),
    CodeFunction(
      "where(condition, a, b)", 3...3, "elements of a where the condition holds, of b elsewhere"),
    CodeFunction("zeros((m, n))", 1...1, "an array of zeros, of a size or of several"),
  ]
}
