import Datasets
import Neural
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

  // MARK: Options of a table

  @Test(
    "a table is read as its options say, by signs or by their names",
    arguments: [
      ("a;b;k\n1,5;2;x\n3;4;y\n", "separator: ;\ndecimal: \",\""),
      ("a;b;k\n1,5;2;x\n3;4;y\n", "separator: semicolon\ndecimal: comma"),
      ("a\tb\tk\n1.5\t2\tx\n3\t4\ty\n", "separator: \"\\t\""),
      ("a\tb\tk\n1.5\t2\tx\n3\t4\ty\n", "separator: tab"),
      ("a|b|k\n1.5|2|x\n3|4|y\n", "separator: \"|\""),
      ("a  b k\n1.5 2  x\n3 4 y\n", "separator: blanks"),
      ("k,c,b,a\nx,u,2,1.5\ny,v,4,3\n", "label: k\ncolumns: [a, b]"),
      ("k,c,b,a\nx,u,2,1.5\ny,v,4,3\n", "label: 1\ncolumns: [-1, 3]"),
      ("a,c,b,k\n1.5,u,2,x\n3,v,4,y\n", "drop: [c]"), ("a,c,b,k\n1.5,u,2,x\n3,v,4,y\n", "drop: 2"),
      ("2019,2020,2021\n1.5,2,x\n3,4,y\n", "header: true\nlabel: \"2021\""),
      ("1.5,2,x\n3,4,y\n", "header: false"),
    ])
  func tableOptions(text: String, options: String) throws {
    let folder = try TemporaryFolder(["d.csv": text])
    let (dataset, findings) = folder.load("file: d.csv\n" + options)
    #expect(findings.isEmpty, "\(findings.map(\.message))")
    let whole = try #require(dataset).part("all")
    #expect(whole.samples.matrix() == Matrix<Double>([[1.5, 2], [3, 4]]))
    #expect(dataset?.classNames == ["x", "y"])
  }

  @Test("a column of words becomes features, and a split keeps the shares of classes")
  func categoriesAndStrata() throws {
    let rows = (0..<40).map { "\($0 % 2 == 0 ? "red" : "blue"),\($0),\($0 < 30 ? "a" : "b")\n" }
    let folder = try TemporaryFolder(["d.csv": "colour,x,k\n" + rows.joined()])
    let (dataset, findings) = folder.load(
      "file: d.csv\ncategories: colour\ntest: {fraction: 0.2, stratify: true}")
    #expect(findings.isEmpty)
    #expect(dataset?.featureNames == ["colour=red", "colour=blue", "x"])
    let test = try #require(dataset).part("test")
    #expect((0..<test.count).filter { test.targets.label($0) == 1 }.count == 2)
    #expect(test.count == 8)
  }

  @Test("names of classes hold for arrays, too")
  func namesForArrays() throws {
    let folder = try TemporaryFolder([
      "x.idx": [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 1, 5, 6], "y.idx": [0, 0, 8, 1, 0, 0, 0, 2, 1, 0],
    ])
    let (dataset, findings) = folder.load("file: x.idx\nlabels: y.idx\nclasses: [cat, dog]")
    #expect(findings.isEmpty)
    #expect(dataset?.classNames == ["cat", "dog"])
  }

  // MARK: Options without effect

  @Test(
    "an option that nothing reads is refused before anything runs",
    arguments: [
      ("file: x.npy\nlabels: y.npy\nheader: true", "header"),
      ("file: x.npy\nlabels: y.npy\nlabel: 1", "label"),
      ("file: x.npy\nlabels: y.npy\nseparator: tab", "separator"),
      ("file: d.csv\nsamples: x", "samples"), ("source: iris\nlabels: y.npy", "labels"),
      ("source: iris\nheader: true", "header"), ("source: iris\nclasses: [a]", "classes"),
      ("generate: moons\nlabel: 2", "label"), ("generate: moons\nfallback: digits", "fallback"),
      ("source: drawings\nfallback: digits", "fallback"),
      ("file: d.csv\nregression: true\nclasses: [a, b]", "classes"),
      ("generate: moons\nfit: train", "fit"),
      ("generate: moons\ntest: {count: 3, keep-drawn: true}", "keep-drawn"),
    ])
  func withoutEffect(options: String, name: String) throws {
    let (run, findings) = try TemporaryFolder().run("```{data} d\n\(options)\n```")
    #expect(run == nil)
    #expect(findings.map(\.id) == ["option.unused"])
    #expect(findings.first?.message.hasPrefix("'\(name)' has no effect: ") == true)
  }

  @Test(
    "two options that exclude each other are refused",
    arguments: [
      "file: d.csv\ncolumns: [a]\ndrop: [b]",
      "generate: moons\ntest: {count: 3, replacement: true, order: sequential}",
      "generate: moons\ntest: {count: 3, replacement: true, stratify: true}",
      "generate: moons\ntest: {count: 3, fraction: 0.2}",
    ])
  func conflicts(options: String) throws {
    let (_, findings) = try TemporaryFolder().run("```{data} d\n\(options)\n```")
    #expect(findings.map(\.id) == ["option.conflict"])
  }
}
