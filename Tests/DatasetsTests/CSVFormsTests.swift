import Neural
import Testing

@testable import Datasets

@Suite("CSV files as people have them")
struct CSVFormsTests {
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

  // MARK: Whether the first row names the columns

  @Test(
    "a first row of numbers is data, whatever stands in the label column",
    arguments: [
      ("5.1,3.5,setosa\n4.9,3.0,setosa\n", -1), ("setosa,5.1,3.5\nsetosa,4.9,3.0\n", 1),
      ("\"5.1\",\"3.5\",\"setosa\"\n4.9,3.0,setosa\n", -1),
      (" 5.1 ,3.5,setosa\n4.9,3,setosa\n", -1),
    ])
  func firstRowIsData(text: String, label: Int) throws {
    let table = try read(text, label: .number(label))
    #expect(table.examples.samples.matrix() == Matrix<Double>([[5.1, 3.5], [4.9, 3]]))
    #expect(table.classNames == ["setosa"])
  }

  @Test("one row of numbers is one sample, one of words a header without rows")
  func oneRow() throws {
    #expect(try read("5.1,3.5,setosa\n").examples.count == 1)
    #expect(error("width,height,kind\n")?.message == "holds a header and no rows")
  }

  @Test(
    "a value that is missing in the first row is refused there",
    arguments: [
      "5.1,?,a\n4.9,3,b\n", "5.1,NA,a\n4.9,3,b\n", "5.1,,a\n4.9,3,b\n", "5.1,nan,a\n4,3,b\n",
    ])
  func holeInFirstRow(text: String) {
    let error = error(text)
    #expect(error?.place == .cell(row: 1, column: "column 2"))
    #expect(error?.message.hasPrefix("a value is missing") == true)
  }

  @Test("a word over numbers names its column, even beside names that are numbers")
  func mixedHeader() throws {
    let table = try read("city,2019,2020,kind\n1,2,3,a\n4,5,6,b\n")
    #expect(table.featureNames == ["city", "2019", "2020"])
    #expect(try read(",width,kind\n0,2,a\n1,3,b\n").featureNames == ["", "width"])
  }

  @Test("names that are numbers throughout are a header if the lesson says so, or names its label")
  func numbersAsNames() throws {
    let text = "2019,2020,kind\n1,2,a\n3,4,b\n"
    #expect(try read(text).examples.count == 3)
    #expect(try read(text, header: true).featureNames == ["2019", "2020"])
    #expect(try read(text, label: .named("kind")).featureNames == ["2019", "2020"])
  }

  @Test("where only words could tell, the lesson must")
  func undecidable() throws {
    func read(_ header: Bool?) throws(DatasetError) -> CSVDataset {
      try CSVDataset(
        parsing: Array("colour,kind\nred,a\nblue,b\n".utf8),
        options: CSVOptions(
          label: .classes(.number(2)), hasHeader: header, categories: [.number(1)]))
    }
    let error = failure { () throws(DatasetError) in try read(nil) }
    #expect(error?.help == ["say 'header: true' or 'header: false'"])
    #expect(try read(true).featureNames == ["colour=red", "colour=blue"])
    #expect(try read(false).examples.count == 3)
  }

  // MARK: Encodings

  @Test(
    "bytes that are not UTF-8 are refused with row, column and a way out",
    arguments: [
      // é of Latin-1, in a label; a euro sign of Windows-1252, in a feature that is left out.
      (Array("x,k\n1,caf".utf8) + [0xe9, 0x0a] + Array("2,th".utf8) + [0xe9, 0x0a], 2, "k"),
      (Array("x,note,k\n1,a,b\n2,".utf8) + [0x80] + Array("9,b\n".utf8), 3, "note"),
      // ö of Latin-1 in a name.
      ([0x68, 0xf6, 0x2c, 0x6b, 0x0a] + Array("1,a\n".utf8), 1, "1"),
    ])
  func notUTF8(bytes: [UInt8], row: Int, column: String) throws {
    let error = try #require(
      failure { () throws(DatasetError) in
        try CSVDataset(parsing: bytes, options: CSVOptions(label: .classes(.number(-1))))
      })
    #expect(error.kind == .unsupported)
    #expect(error.place == .cell(row: row, column: column))
    #expect(error.message.contains("is not UTF-8 text"))
    #expect(error.help.first?.contains("iconv") == true)
  }

  @Test("UTF-16 and UTF-32 are named", arguments: [true, false])
  func wide(hasMark: Bool) throws {
    let text = (hasMark ? "\u{feff}" : "") + "x,k\n1,é\n2,b\n"
    let little = text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] }
    let long = text.unicodeScalars.flatMap { letter in
      (0..<4).map { UInt8(letter.value >> (8 * $0) & 0xff) }
    }
    for (bytes, name) in [(little, "UTF-16"), (big, "UTF-16"), (long, "UTF-32")] {
      let error = try #require(
        failure { () throws(DatasetError) in
          try CSVDataset(parsing: bytes, options: CSVOptions(label: .classes(.number(-1))))
        })
      #expect(error.message.hasPrefix("the file is \(name)"))
      #expect(!error.message.contains("\u{0}"))
    }
  }

  @Test("a letter that the end cuts in two is named, and so is a file of another sort")
  func cutAndOther() throws {
    func message(_ bytes: [UInt8]) -> String? {
      failure { () throws(DatasetError) in
        try CSVDataset(parsing: bytes, options: CSVOptions(label: .classes(.number(-1))))
      }?.message
    }
    #expect(message(Array("x,k\n1,caf".utf8) + [0xc3]) == "the last letter is cut off")
    #expect(message(try fixtureBytes("lf8.npy")) == "is a NumPy array, not a table as text")
    #expect(message(try fixtureBytes("arrays.h5")) == "is an HDF5 file, not a table as text")
    #expect(message(IDXTests.images) == "is an IDX file, not a table as text")
    #expect(message(Array("x,k\n1,a\u{0}\n".utf8)) == "a zero byte is not text")
  }

  // MARK: Labels

  @Test(
    "a missing label is refused, unless it is the name of a class",
    arguments: ["", " ", "NA", "NaN", "null", "?", "None", "n/a"])
  func missingLabel(text: String) throws {
    let rows = "x,k\n1,a\n2,\(text)\n"
    let error = error(rows)
    #expect(error?.place == .cell(row: 3, column: "k"))
    #expect(error?.message.hasPrefix("a value is missing") == true)
    let name = text == " " ? "" : text
    #expect(try read(rows, classes: ["a", name]).examples.targets == .classes([0, 1], count: 2))
  }

  @Test("labels that are one number are one class, however they are written")
  func numberLabels() throws {
    let table = try read("x,k\n1,1\n2,1.0\n3,01\n4,1e0\n5,+1\n6,10e-1\n7,0.5\n8,.50\n9,-0\n10,0\n")
    #expect(table.classNames == ["0", "0.5", "1"])
    #expect(
      table.examples.targets == .classes([2, 2, 2, 2, 2, 2, 1, 1, 0, 0], count: 3))
    // What pandas writes where one row of whole numbers is missing; each is written in one way.
    #expect(try read("x,k\n1,2.0\n2,10.0\n").classNames == ["2.0", "10.0"])
    #expect(try read("x,k\n1,1.0\n2,2\n", classes: ["1", "2"]).classNames == ["1", "2"])
    // The same number of 64 bits, and not the same number.
    #expect(try read("x,k\n1,9007199254740993\n2,9007199254740992\n").classNames.count == 2)
    #expect(error("x,k\n1,1\n", classes: ["1", "1.0"])?.message == "class '1.0' is declared twice")
  }

  @Test("a label that may be two numbers is refused", arguments: ["\"1,0\"", "\"1,234\"", "1 234"])
  func ambiguousLabel(text: String) {
    #expect(error("x,k\n1,\(text)\n2,1\n")?.place == .cell(row: 2, column: "k"))
  }
}
