import Neural
import Testing

@testable import Datasets

@Suite("Columns of a CSV file")
struct CSVColumnTests {
  private func read(_ text: String, _ options: CSVOptions) throws(DatasetError) -> CSVDataset {
    try CSVDataset(parsing: Array(text.utf8), options: options)
  }

  private func options(
    label: CSVOptions.Column = .number(-1), header: Bool? = nil, separator: CSVSeparator? = nil,
    decimal: CSVDecimal = .point, features: CSVOptions.Features = .all,
    categories: [CSVOptions.Column] = []
  ) -> CSVOptions {
    CSVOptions(
      label: .classes(label), hasHeader: header, separator: separator, decimal: decimal,
      features: features, categories: categories)
  }

  private func error(_ text: String, _ options: CSVOptions) -> DatasetError? {
    failure { () throws(DatasetError) in try read(text, options) }
  }

  // MARK: Separators and decimals

  static let parted: [(CSVSeparator, String)] = [
    (.semicolon, "a;b;k\n1;2;x\n3;4;y\n"), (.tab, "a\tb\tk\n1\t2\tx\n3\t4\ty\n"),
    (.bar, "a|b|k\n1|2|x\n3|4|y\n"), (.blanks, "  a b  k\n1   2 x \n  3\t4 y\n"),
    (.semicolon, "1,0;2;x\n3,0;4;y\n"),
  ]

  @Test(
    "fields that are not parted by commas are named, and read if the lesson says by what",
    arguments: parted)
  func separators(separator: CSVSeparator, text: String) throws {
    let error = error(text, options())
    #expect(error?.message == "the fields look parted by \(separator.words), not by commas")
    #expect(error?.help.first?.contains("'separator: \(separator)'") == true)
    let decimal: CSVDecimal = text.contains(",") ? .comma : .point
    let table = try read(text, options(separator: separator, decimal: decimal))
    #expect(table.examples.samples.matrix() == Matrix<Double>([[1, 2], [3, 4]]))
    #expect(table.classNames == ["x", "y"])
  }

  @Test("a separator that parts nothing is named with what does")
  func wrongSeparator() throws {
    #expect(
      error("a,b,k\n1,2,x\n", options(separator: .tab))?.message
        == "the fields look parted by commas, not by tabs")
    // Said in so many words it holds.
    #expect(try read("1,a;b\n2,c;d\n", options(separator: .comma)).classNames == ["a;b", "c;d"])
  }

  @Test(
    "a number that may be another one is refused with what it may be",
    arguments: [
      ("\"1,5\"", "'1,5' has a decimal comma", "'decimal: comma'"),
      ("\"1,234\"", "'1,234' may be a thousand or a decimal", "write 1234;"),
      ("\"1,234,567\"", "'1,234,567' has commas between its digits", "1234567"),
      ("\"1,234.5\"", "'1,234.5' has commas between its digits", "1234.5"),
      ("1 234", "'1 234' has blanks between its digits", "1234"),
      ("1\u{a0}234", "'1\u{a0}234' has blanks between its digits", "1234"),
      ("1'234", "'1'234' has apostrophes between its digits", "1234"),
      ("12 %", "'12 %' is more than a number", "12"),
      ("$5.50", "'$5.50' is more than a number", "5.50"),
      ("2026-12-01", "'2026-12-01' is a date or a time, not a number", "drop: [a]"),
      ("10:30", "'10:30' is a date or a time, not a number", "drop: [a]"),
      ("0x1F", "'0x1F' is not a decimal number", "decimal digits"),
      ("1e999", "'1e999' is not a finite number", "1.8e308"),
      ("yes", "'yes' is not a number", "categories: [a]"),
      ("brown", "'brown' is not a number", "drop: [a]"),
    ])
  func nearNumbers(field: String, message: String, help: String) throws {
    let error = try #require(self.error("a,b,k\n\(field),1,x\n", options()))
    #expect(error.message == message)
    #expect(error.place == .cell(row: 2, column: "a"))
    #expect(error.help.contains { $0.contains(help) }, "\(error.help)")
    #expect(!error.help.contains { $0.contains("header") })
  }

  @Test("with decimal commas '1,234' is a number and '1.234' may be two")
  func decimalComma() throws {
    let comma = options(separator: .semicolon, decimal: .comma)
    #expect(
      try read("a;k\n1,234;x\n-2,5e3;y\n", comma).examples.samples.matrix()
        == Matrix<Double>([[1.234], [-2500]]))
    #expect(
      error("a;k\n1.234;x\n", comma)?.message == "'1.234' may be a thousand or a decimal")
    #expect(error("a;k\n1.5;x\n", comma)?.message == "'1.5' has a decimal point")
    #expect(try read("a;k\n1;1,0\n2;1\n", comma).classNames == ["1"])
  }

  @Test("the header is spoken of where the first row was taken for data, and nowhere else")
  func headerHelp() throws {
    let first = try #require(self.error("5.1,brown,eagle\n4,black,crow\n", options()))
    #expect(first.place == .cell(row: 1, column: "column 2"))
    #expect(first.help.contains("if the first row names the columns, say 'header: true'"))
    let later = try #require(self.error("5.1,1,eagle\n4,black,crow\n", options()))
    #expect(!later.help.contains { $0.contains("header") })
  }

  // MARK: Names and choices

  @Test("names are trimmed of blanks and quotes, as labels are")
  func names() throws {
    let table = try read("a , \"label\" ,\tb\n1, x ,2\n3,x,4\n", options(label: .named("label")))
    #expect(table.featureNames == ["a", "b"])
    #expect(table.classNames == ["x"])
  }

  static let animals =
    "id,wing,colour,legs,kind\n7,20,brown,2,eagle\n8,10,black,2,crow\n9,0,brown,4,fox\n"

  @Test("columns are chosen in the order of the lesson, or left out")
  func chosen() throws {
    let chosen = try read(
      Self.animals, options(features: .only([.named("legs"), .named("wing")])))
    #expect(chosen.featureNames == ["legs", "wing"])
    #expect(chosen.examples.samples.matrix() == Matrix<Double>([[2, 20], [2, 10], [4, 0]]))
    let rest = try read(Self.animals, options(features: .without([.named("colour"), .number(1)])))
    #expect(rest.featureNames == ["wing", "legs"])
  }

  @Test("a column of words becomes one feature a word")
  func categories() throws {
    let table = try read(
      Self.animals,
      options(features: .without([.named("id")]), categories: [.named("colour")]))
    #expect(table.featureNames == ["wing", "colour=brown", "colour=black", "legs"])
    #expect(
      table.examples.samples
        == Samples(
          bytes: [20, 1, 0, 2, 10, 0, 1, 2, 0, 1, 0, 4], count: 3, features: 4, scale: .raw))
    let first = try read("c,x,k\nb,1.5,u\na,2.5,v\n", options(categories: [.named("c")]))
    #expect(
      first.examples.samples.matrix() == Matrix<Double>([[1, 0, 1.5], [0, 1, 2.5]]))
    let hole = error("c,x,k\nb,1.5,u\n,2.5,v\n", options(categories: [.named("c")]))
    #expect(hole?.place == .cell(row: 3, column: "c"))
  }

  @Test(
    "columns that are not there, or have two uses, are refused",
    arguments: [
      (CSVOptions.Features.only([.named("wings")]), [CSVOptions.Column](), "has no column 'wings'"),
      (.only([.named("wing"), .number(2)]), [], "column 'wing' is chosen twice"),
      (.only([.named("kind")]), [], "column 'kind' is the label and cannot be a feature, too"),
      (.without([.named("kind")]), [], "column 'kind' is the label and cannot be dropped"),
      (.without([.number(9)]), [], "has no column number 9: it has 5"),
      (
        .only([.named("wing")]), [.named("colour")],
        "column 'colour' is no feature, so its words are not read"
      ),
      (
        .without([.number(1), .number(2), .number(3), .number(4)]), [],
        "has a label column and no other"
      ),
    ])
  func refused(features: CSVOptions.Features, categories: [CSVOptions.Column], message: String) {
    #expect(
      error(Self.animals, options(features: features, categories: categories))?.message == message)
  }

  @Test("of two columns of one name neither is taken for the other")
  func twins() {
    let error = error("a,a,k\n1,2,x\n", options(features: .only([.named("a")])))
    #expect(error?.message == "two columns are called 'a'")
  }
}
