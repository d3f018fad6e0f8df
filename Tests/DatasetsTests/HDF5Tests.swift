import Neural
import Testing

@testable import Datasets

@Suite("HDF5 files, written by h5py")
struct HDF5Tests {
  private let path = fixture("arrays.h5")

  @Test("bytes stay bytes")
  func bytes() throws {
    #expect(
      try HDF5.read("bytes", path: path)
        == NumericArray(shape: [2, 3, 4], elements: .bytes(Array(0..<24))))
  }

  @Test("chunked and compressed integers are read")
  func packed() throws {
    #expect(
      try HDF5.read("packed", path: path)
        == NumericArray(shape: [20, 5], elements: .integers(Array(-50..<50))))
  }

  @Test("big-endian reals in a group are read")
  func reals() throws {
    #expect(
      try HDF5.read("group/reals", path: path)
        == NumericArray(shape: [3], elements: .reals([0.5, -1.25, 3e5])))
  }

  @Test("strings of fixed length, single values and empty arrays are read")
  func others() throws {
    #expect(
      try HDF5.read("names", path: path)
        == NumericArray(shape: [2], elements: .text(["non-cat", "cat"])))
    #expect(
      try HDF5.read("scalar", path: path) == NumericArray(shape: [], elements: .integers([7])))
    #expect(
      try HDF5.read("empty", path: path) == NumericArray(shape: [0, 3], elements: .reals([])))
  }

  @Test("a missing dataset is named with those there are")
  func missing() {
    let error = failure { () throws(DatasetError) in try HDF5.read("nothing", path: path) }
    #expect(error?.kind == .missing)
    #expect(
      error?.help == [
        "the file holds: bytes, empty, group/reals, huge, names, packed, scalar, variable"
      ])
    let near = failure { () throws(DatasetError) in try HDF5.read("byte", path: path) }
    #expect(near?.help == ["did you mean 'bytes'?"])
    let deep = failure { () throws(DatasetError) in try HDF5.read("group/none", path: path) }
    #expect(deep?.kind == .missing)
  }

  @Test("texts of any length, halves, Booleans and enumerations are read")
  func sorts() throws {
    #expect(
      try HDF5.read("variable", path: path)
        == NumericArray(shape: [2], elements: .text(["a", "bcd"])))
    let sorts = fixture("sorts.h5")
    let expected: [(String, NumericArray)] = [
      ("words", NumericArray(shape: [3], elements: .text(["été", "b", "été"]))),
      ("grid", NumericArray(shape: [2, 2], elements: .text(["a", "bc", "", "def"]))),
      ("half", NumericArray(shape: [3], elements: .reals([0.5, -2, 65504]))),
      ("flags", NumericArray(shape: [3], elements: .integers([1, 0, 1]))),
      ("kinds", NumericArray(shape: [3], elements: .integers([4, 0, 1]))),
    ]
    for (name, array) in expected { #expect(try HDF5.read(name, path: sorts) == array) }
    let latin = failure { () throws(DatasetError) in try HDF5.read("latin", path: sorts) }
    #expect(latin?.message == "the text at index 0 is not UTF-8")
    let long = failure { () throws(DatasetError) in
      try HDF5.read("words", path: sorts, limit: ReadLimit(bytes: 12))
    }
    #expect(long?.kind == .tooLarge)
  }

  @Test("records, complex numbers and groups are not read", arguments: ["records", "complex"])
  func unsupported(name: String) {
    let error = failure { () throws(DatasetError) in
      try HDF5.read(name, path: fixture("sorts.h5"))
    }
    #expect(error?.message == "dataset '\(name)' holds neither numbers nor texts")
    #expect(error?.help.isEmpty == false)
    #expect(failure { () throws(DatasetError) in try HDF5.read("group", path: path) } != nil)
  }

  @Test("a dataset of eight terabytes is refused")
  func huge() {
    let error = failure { () throws(DatasetError) in try HDF5.read("huge", path: path) }
    #expect(error?.kind == .tooLarge)
  }

  @Test("a file that is no HDF5 is refused")
  func other() {
    let error = failure { () throws(DatasetError) in
      try HDF5.read("x", path: fixture("colour.png"))
    }
    #expect(error?.message == "is not an HDF5 file, or is cut off")
  }

  @Test("damaged files never crash the reader")
  func damage() throws {
    let directory = try TemporaryDirectory()
    let whole = try fixtureBytes("arrays.h5")
    var generator = MersenneTwister(seed: 5)
    for _ in 0..<100 {
      let path = try directory.write(damaged(whole, using: &generator), to: "damaged.h5")
      for name in ["packed", "variable"] {
        if let array = try? HDF5.read(name, path: path, limit: ReadLimit(bytes: 1 << 20)) {
          #expect(array.elements.count == array.shape.reduce(1, *))
        }
      }
    }
  }
}
