import Datasets
import Testing

@Suite("Data of a lesson")
struct DataTests {
  /// What comes of `rows` of a CSV file with the columns x and k.
  private func load(
    _ options: String, rows: String = "1,a\n2,b\n4,a\n8,b\n16,a\n"
  ) throws -> (values: Set<Double>, findings: [String]) {
    let folder = try TemporaryFolder(["d.csv": "x,k\n" + rows])
    let (dataset, findings) = folder.load("file: d.csv\nlabel: k\n" + options)
    let parts = dataset?.parts ?? []
    return (
      parts.reduce(into: []) { $0.formUnion($1.examples.samples.matrix().values) },
      findings.map { "\($0.id): \($0.message)" }
    )
  }

  @Test(
    "'fit: all' standardizes by the rows of the file, each once, whatever is drawn",
    arguments: [0, 1, 2, 3], ["whole", "per-feature"])
  func fitsToTheFile(seed: Int, scope: String) throws {
    // x = np.array([1, 2, 4, 8, 16]); (x - x.mean()) / x.std()
    let expected = [
      -0.9532062476387962, -0.7698973538621047, -0.4032795663087215, 0.3299560087980448,
      1.7964271590115777,
    ]
    for test in [
      "{count: 4, replacement: true}", "{count: 4, replacement: true, keep-drawn: true}",
      "{count: 2}", "{count: 2}\nvalidation: {count: 2, replacement: true, keep-drawn: true}",
    ] {
      let (values, findings) = try load(
        "standardize: \(scope)\nfit: all\nseed: \(seed)\ntest: \(test)")
      #expect(findings == [])
      #expect(!values.isEmpty)
      for value in values {
        #expect(expected.contains { abs($0 - value) < 1e-14 }, "\(value) with \(test)")
      }
    }
  }

  @Test("a row that the file has twice counts twice")
  func fitsToDuplicates() throws {
    let (values, _) = try load(
      "standardize: whole\nfit: all\nseed: 1\ntest: {count: 1}", rows: "1,a\n1,a\n4,b\n")
    // x = np.array([1, 1, 4]); (x - x.mean()) / x.std()
    let expected = [-0.7071067811865475, 1.4142135623730951]
    #expect(values.count == 2)
    #expect(zip(values.sorted(), expected).allSatisfy { abs($0 - $1) < 1e-14 })
  }

  @Test("'fit' that cannot be followed is no silent default")
  func fitWithout() throws {
    #expect(
      try load("standardize: whole\nfit: train").findings
        == ["data.missing: 'd.csv' has no part 'train'"])
    #expect(
      try load("fit: all").findings == [
        "option.unused: 'fit' has no effect: it says what to standardize by, "
          + "and nothing is standardized"
      ])
  }
}
