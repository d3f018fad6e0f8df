import Neural
import Testing

@testable import Datasets

@Suite("IDX files")
struct IDXTests {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  static let images: [UInt8] =
    [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3] + (1...12)
  static let labels: [UInt8] = [0, 0, 8, 1, 0, 0, 0, 2, 1, 0]

  @Test("a plain file is read with its shape")
  func plain() throws {
    let path = try directory.write(Self.images, to: "a")
    #expect(
      try IDX.read(path: path)
        == NumericArray(shape: [2, 2, 3], elements: .bytes(Array(1...12))))
  }

  @Test(
    "elements of every type of the format are read",
    arguments: [
      (0x09, [0xff, 0x02], NumericArray.Elements.integers([-1, 2])),
      (0x0b, [0xff, 0xfe, 0x01, 0x00], .integers([-2, 256])),
      (0x0c, [0xff, 0xff, 0xff, 0xfd, 0x00, 0x01, 0x00, 0x00], .integers([-3, 65536])),
      (0x0d, [0x3f, 0, 0, 0, 0xc0, 0x20, 0, 0], .reals([0.5, -2.5])),
      (0x0e, [0x3f, 0xe0, 0, 0, 0, 0, 0, 0, 0xc0, 0x04, 0, 0, 0, 0, 0, 0], .reals([0.5, -2.5])),
    ] as [(UInt8, [UInt8], NumericArray.Elements)])
  func types(type: UInt8, bytes: [UInt8], elements: NumericArray.Elements) throws {
    let whole = [0, 0, type, 1, 0, 0, 0, 2] + bytes
    let path = try directory.write(whole, to: "a")
    #expect(try IDX.read(path: path) == NumericArray(shape: [2], elements: elements))
    for bytes in [whole.dropLast(), whole + [0]] {
      let path = try directory.write(bytes, to: "b")
      #expect(failure { () throws(DatasetError) in try IDX.read(path: path) }?.kind == .malformed)
    }
  }

  @Test("a gzip file is told by its first bytes, whatever its name")
  func compressed() throws {
    let path = try directory.write(Self.compressedLabels, to: "labels.idx1-ubyte")
    #expect(
      try IDX.read(path: path) == NumericArray(shape: [3], elements: .bytes([5, 6, 7])))
  }

  /// gzip of 00 00 08 01 00 00 00 03 05 06 07, by Python's gzip.
  static let compressedLabels: [UInt8] = [
    0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x63, 0x60, 0xe0, 0x60, 0x64, 0x60,
    0x60, 0x60, 0x66, 0x65, 0x63, 0x07, 0x00, 0x4a, 0x4c, 0xb5, 0xc0, 0x0b, 0x00, 0x00, 0x00,
  ]

  @Test("every prefix of a file is refused", arguments: 0..<28)
  func truncated(length: Int) throws {
    let path = try directory.write(Self.images.prefix(length), to: "a")
    #expect(failure { () throws(DatasetError) in try IDX.read(path: path) }?.kind == .malformed)
  }

  @Test("a gzip file that is cut off is refused")
  func truncatedGzip() throws {
    let path = try directory.write(Self.compressedLabels.dropLast(10), to: "a")
    let error = try #require(failure { () throws(DatasetError) in try IDX.read(path: path) })
    #expect(error.kind == .malformed)
    #expect(error.message.contains("gzip data is cut off"))
  }

  @Test("a gzip file with a wrong checksum is refused")
  func wrongChecksum() throws {
    var bytes = Self.compressedLabels
    bytes[bytes.count - 8] ^= 1
    let path = try directory.write(bytes, to: "a")
    #expect(failure { () throws(DatasetError) in try IDX.read(path: path) }?.kind == .malformed)
  }

  @Test("a header that promises terabytes is refused without taking memory")
  func lying() throws {
    let header: [UInt8] = [0, 0, 8, 3] + [UInt8](repeating: 0xff, count: 12)
    let path = try directory.write(header + [1, 2, 3], to: "a")
    #expect(failure { () throws(DatasetError) in try IDX.read(path: path) }?.kind == .tooLarge)
    let gigabyte: [UInt8] = [0, 0, 8, 1, 0x40, 0, 0, 0, 1]
    let other = try directory.write(gigabyte, to: "b")
    let error = failure { () throws(DatasetError) in try IDX.read(path: other) }
    #expect(
      error?.message == "the header promises 1073741824 bytes, the file is only 9 bytes long")
  }

  @Test("bytes after the last element are refused")
  func tooLong() throws {
    let path = try directory.write(Self.labels + [0], to: "a")
    let error = failure { () throws(DatasetError) in try IDX.read(path: path) }
    #expect(error?.message == "the header promises 2 bytes, more follow")
  }

  @Test("another type of element is named")
  func otherType() throws {
    let path = try directory.write([0, 0, 0x0a, 1, 0, 0, 0, 1, 0, 0, 0, 0], to: "a")
    let error = failure { () throws(DatasetError) in try IDX.read(path: path) }
    #expect(
      error?.description == "\(path), byte 2: element type 10 is none of 8, 9, 11, 12, 13 and 14")
  }

  @Test("a missing file and a directory are errors")
  func noFile() {
    let missing = failure { () throws(DatasetError) in
      try IDX.read(path: directory.path + "/none")
    }
    #expect(missing?.kind == .missing)
    let folder = failure { () throws(DatasetError) in try IDX.read(path: directory.path) }
    #expect(folder?.kind == .unreadable)
  }

  @Test("pictures and labels must be equally many, and labels within the classes")
  func pairing() throws {
    let images = try directory.write(Self.images, to: "images")
    let labels = try directory.write(Self.labels, to: "labels")
    let read = try ArrayDataset(idxImages: images, labels: labels, classes: 2)
    #expect(read.examples.targets == .classes([1, 0], count: 2))
    #expect(read.pictureSize == PictureSize(height: 2, width: 3, channels: 1))

    let outside = failure { () throws(DatasetError) in
      try ArrayDataset(idxImages: images, labels: labels, classes: 1)
    }
    #expect(outside?.message == "label 1 of sample 0 is none of the 1 classes 0 to 0")
    let three = try directory.write(Self.compressedLabels, to: "three")
    let unequal = failure { () throws(DatasetError) in
      try ArrayDataset(idxImages: images, labels: three, classes: 10)
    }
    #expect(unequal?.message == "holds 3 labels for 2 samples")
  }

  @Test("damaged files never trap, and what is read fits its shape", arguments: [false, true])
  func damage(isCompressed: Bool) throws {
    var generator = MersenneTwister(seed: 4)
    let whole = isCompressed ? Self.compressedLabels : Self.images
    for _ in 0..<300 {
      let path = try directory.write(damaged(whole, using: &generator), to: "damaged")
      guard let array = try? IDX.read(path: path) else { continue }
      #expect(array.elements.count == array.shape.reduce(1, *))
    }
  }
}
