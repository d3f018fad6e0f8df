import Neural
import Testing

@testable import Datasets

@Suite("CSV files")
struct CSVTests {
  private func read(
    _ text: String, label: CSVOptions.Column = .number(-1), header: Bool? = nil,
    classes: [String] = []
  ) throws(DatasetError) -> CSVDataset {
    try CSVDataset(
      parsing: Array(text.utf8),
      options: CSVOptions(label: .classes(label), hasHeader: header, classes: classes))
  }

  private func error(
    _ text: String, label: CSVOptions.Column = .number(-1), header: Bool? = nil,
    classes: [String] = []
  ) -> DatasetError? {
    failure { () throws(DatasetError) in
      try read(text, label: label, header: header, classes: classes)
    }
  }

  @Test("a header gives the features their names, the label column by name or number")
  func header() throws {
    let text = "a,kind,b\n1.5,x,2\n3,y,-4e2\n"
    for column in [CSVOptions.Column.named("kind"), .number(2), .number(-2)] {
      let table = try read(text, label: column)
      #expect(table.featureNames == ["a", "b"])
      #expect(table.classNames == ["x", "y"])
      #expect(table.examples.samples.matrix() == Matrix<Double>([[1.5, 2], [3, -400]]))
      #expect(table.examples.targets == .classes([0, 1], count: 2))
    }
  }

  @Test("without a header columns have numbers")
  func noHeader() throws {
    let table = try read("5,1\n7,0\n")
    #expect(table.featureNames == ["column 1"])
    #expect(table.examples.targets == .classes([1, 0], count: 2))
  }

  @Test("whole numbers from 0 to 255 stay bytes, others become real numbers")
  func bytes() throws {
    let small = try read("0,255,a\n7,8,b\n", header: false)
    #expect(
      small.examples.samples
        == Samples(bytes: [0, 255, 7, 8], count: 2, features: 2, scale: .raw))
    let large = try read("0,255,a\n7,256,b\n", header: false)
    #expect(large.examples.samples == Samples(Matrix([[0, 255], [7, 256]])))
  }

  @Test("quoted fields may hold delimiters, newlines and doubled quotes")
  func quotes() throws {
    let table = try read("\"a \"\"b\"\"\",kind\r\n\"1\",\"x,\ny\"\r\n2,z")
    #expect(table.featureNames == ["a \"b\""])
    #expect(table.classNames == ["x,\ny", "z"])
    #expect(table.examples.samples.matrix() == Matrix<Double>([[1], [2]]))
  }

  @Test(
    "rows end with LF, CRLF or CR, empty lines and a byte-order mark do not count",
    arguments: ["\n", "\r\n", "\r", "\n\n"])
  func newlines(newline: String) throws {
    let text = "\u{feff}" + ["a,b", "1,x", "2,y"].joined(separator: newline) + newline
    let table = try read(text)
    #expect(table.featureNames == ["a"])
    #expect(table.examples.count == 2)
  }

  @Test("classes that are numbers are put in order, others as they come, declared ones as declared")
  func classOrder() throws {
    #expect(try read("1,10\n1,9\n", header: false).classNames == ["9", "10"])
    #expect(try read("1,b\n1,a\n", header: false).classNames == ["b", "a"])
    let declared = try read("1,b\n1,a\n", header: false, classes: ["a", "b", "c"])
    #expect(declared.examples.targets == .classes([1, 0], count: 3))
  }

  @Test("a value column becomes real targets")
  func values() throws {
    let table = try CSVDataset(
      parsing: Array("1,2.5\n3,4\n".utf8), options: CSVOptions(label: .values([.number(2)])))
    #expect(table.examples.targets == .values(Matrix([[2.5], [4]])))
  }

  @Test("text in a number column is named with row and column")
  func text() {
    let error = error("width,kind\n1,x\ntwo,y\n")
    #expect(error?.place == .cell(row: 3, column: "width"))
    #expect(error?.message == "'two' is not a number")
  }

  @Test(
    "what is no finite decimal number is refused",
    arguments: ["nan", "inf", "-Infinity", "1e999", "0x10", "1,5", "", " ", "1 2", "--1"])
  func numbers(text: String) {
    #expect(error("a,kind\n\(text),x\n") != nil)
  }

  @Test("a ragged row is named with both lengths")
  func ragged() {
    let error = error("a,b,kind\n1,2,x\n1,y\n")
    #expect(error?.place == .row(3))
    #expect(error?.message == "2 fields, but the first row has 3")
  }

  @Test("an unknown label column and an undeclared class come with what there is")
  func unknown() {
    let column = error("petal,species\n1,x\n", label: .named("specie"))
    #expect(column?.message == "has no column 'specie'")
    #expect(column?.help == ["did you mean 'species'?"])
    #expect(error("a,b\n1,x\n", label: .number(3))?.kind == .missing)
    #expect(error("a,b\n1,x\n", label: .number(0))?.kind == .missing)
    let label = error("a,b\n\n1,setosa\n2,setoza\n", classes: ["setosa", "virginica"])
    #expect(label?.place == .cell(row: 4, column: "b"))
    #expect(label?.help == ["did you mean 'setosa'?"])
  }

  @Test("quotes that stay open or are followed by text are refused")
  func openQuote() {
    #expect(error("a,b\n1,\"x\n")?.message == "a quote is opened and never closed")
    #expect(error("a,b\n1,\"x\"y\n")?.message == "text follows a closing quote")
  }

  @Test("files without rows are refused", arguments: ["", "\n\n", "a,b\n", "x\ny\n"])
  func empty(text: String) {
    #expect(error(text, header: true)?.kind == .malformed)
  }

  @Test("damaged files never trap, and what is read is whole")
  func damage() throws {
    let whole = Array("a,\"b \"\"c\"\"\",kind\r\n1,2.5,\"x,\ny\"\n-3e2,4,z\n255,0,x\n".utf8)
    var generator = MersenneTwister(seed: 8)
    for _ in 0..<1_000 {
      let bytes = damaged(whole, using: &generator)
      guard
        let table = try? CSVDataset(
          parsing: bytes, options: CSVOptions(label: .classes(.number(-1))))
      else { continue }
      #expect(table.examples.samples.features == table.featureNames.count)
      #expect(table.examples.samples.matrix(as: Double.self).values.allSatisfy { $0.isFinite })
    }
  }
}
