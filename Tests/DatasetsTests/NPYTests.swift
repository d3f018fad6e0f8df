import Neural
import Testing

@testable import Datasets

@Suite("NumPy files, written by NumPy")
struct NPYTests {
  @Test(
    "integers of every size and byte order are read", arguments: ["li2", "bi4", "li8", "ni1"])
  func integers(name: String) throws {
    #expect(
      try NPY.read(path: fixture("\(name).npy"))
        == NumericArray(shape: [2, 3], elements: .integers([-2, -1, 0, 1, 2, 3])))
  }

  @Test("reals of both sizes and byte orders are read", arguments: ["lf8", "bf8", "lf4"])
  func reals(name: String) throws {
    #expect(
      try NPY.read(path: fixture("\(name).npy"))
        == NumericArray(shape: [2, 3], elements: .reals([-2, -1, 0, 1, 2, 3])))
  }

  @Test("Booleans are bytes")
  func booleans() throws {
    #expect(
      try NPY.read(path: fixture("bool.npy"))
        == NumericArray(shape: [3], elements: .bytes([1, 0, 1])))
  }

  @Test("an array that lies column by column is put in row order")
  func columns() throws {
    #expect(
      try NPY.read(path: fixture("columns.npy"))
        == NumericArray(shape: [2, 3, 4], elements: .reals((0..<24).map(Double.init))))
  }

  @Test("numbers of two bytes are read")
  func halves() throws {
    #expect(
      try NPY.read(path: fixture("half.npy"))
        == NumericArray(shape: [2, 2], elements: .reals([0.5, -2, 65504, 0x1p-24])))
    let archive = try NPZ(path: fixture("sorts.npz"))
    #expect(try archive.read("half") == NumericArray(shape: [1], elements: .reals([0.5])))
  }

  @Test("texts are read, of letters in either byte order and of bytes")
  func texts() throws {
    let archive = try NPZ(path: fixture("sorts.npz"))
    for name in ["letters", "big", "bytes"] {
      #expect(
        try archive.read(name)
          == NumericArray(shape: [4], elements: .text(["été", "b", "猫", "été"])), "\(name)")
    }
    #expect(
      try archive.read("fortran")
        == NumericArray(shape: [2, 2], elements: .text(["a", "b", "c", "d"])))
  }

  @Test(
    "what is not read comes with what makes it readable",
    arguments: [
      ("latin", "the text at index 0 is not UTF-8", "np.char.decode"),
      ("dates", "elements of type '<M8[D]' are not read", "array.astype('i8')"),
      ("complex", "elements of type '<c16' are not read", "array.real"),
      ("records", "an array of records is not read", "structured_to_unstructured"),
      ("wide", "elements of type '<f16' are not read", "array.astype('f8')"),
    ])
  func unread(name: String, message: String, help: String) throws {
    let archive = try NPZ(path: fixture("sorts.npz"))
    let error = failure { () throws(DatasetError) in try archive.read(name) }
    #expect(error?.message == message)
    #expect(error?.help.first?.contains(help) == true)
  }

  @Test("pickled objects are refused")
  func objects() {
    let error = failure { () throws(DatasetError) in
      try NPY.read(path: fixture("objects.npy"))
    }
    #expect(error?.message == "elements of type '|O' are not read")
    #expect(error?.help.first?.contains("array.astype('U')") == true)
  }

  @Test("archives are read, stored and deflated", arguments: ["stored", "deflated"])
  func archives(name: String) throws {
    let archive = try NPZ(path: fixture("\(name).npz"))
    #expect(archive.names == ["x", "y"])
    let values = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
    #expect(
      try archive.read("x") == NumericArray(shape: [10, 100], elements: .bytes(values)))
    #expect(try archive.read("y") == NumericArray(shape: [], elements: .reals([2.5])))
    let error = failure { () throws(DatasetError) in try archive.read("z") }
    #expect(error?.kind == .missing)
  }

  @Test("shapes that lie are refused")
  func lying() throws {
    let bytes = try fixtureBytes("lf8.npy")
    for (honest, lie) in [
      ("(2, 3)", "(2, 4)"), ("(2, 3), }", "(9999999999999999999,)}"), ("(2, 3)", "(-2,3)"),
    ] {
      let text = String(decoding: bytes.prefix(128), as: Unicode.ASCII.self)
      guard text.contains(honest) else { continue }
      let changed = replace(bytes, honest, lie)
      #expect(
        failure { () throws(DatasetError) in try NPY.parse(changed, limit: .standard) } != nil)
    }
  }

  private func replace(_ bytes: [UInt8], _ old: String, _ new: String) -> [UInt8] {
    let wanted = Array(old.utf8)
    guard
      let start = bytes.indices.first(where: { bytes[$0...].starts(with: wanted) })
    else { return bytes }
    var result = bytes
    result.replaceSubrange(start..<start + wanted.count, with: Array(new.utf8))
    // The header's length counts what was put in.
    result[8] = UInt8(truncatingIfNeeded: Int(result[8]) + new.utf8.count - wanted.count)
    return result
  }

  @Test("an entry whose checksum is wrong is refused")
  func checksum() throws {
    let directory = try TemporaryDirectory()
    var bytes = try fixtureBytes("stored.npz")
    bytes[600] ^= 1
    let archive = try NPZ(path: try directory.write(bytes, to: "a.npz"))
    let error = failure { () throws(DatasetError) in try archive.read("x") }
    #expect(error?.message == "an entry's checksum is wrong")
  }

  @Test(
    "damaged files never trap",
    arguments: ["stored.npz", "deflated.npz", "sorts.npz", "columns.npy"])
  func damage(name: String) throws {
    let directory = try TemporaryDirectory()
    let whole = try fixtureBytes(name)
    var generator = MersenneTwister(seed: 6)
    for _ in 0..<400 {
      let bytes = damaged(whole, using: &generator)
      if name.hasSuffix("npy") {
        _ = try? NPY.parse(bytes, limit: .standard)
      } else if let archive = try? NPZ(path: try directory.write(bytes, to: "a.npz")) {
        for name in archive.names { _ = try? archive.read(name) }
      }
    }
  }
}
