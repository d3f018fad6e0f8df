import Neural
import Testing

@testable import Datasets

@Suite("Pictures, against Pillow")
struct PictureTests {
  private func expected(_ name: String) throws -> Picture {
    try Self.picture(NPY.read(path: fixture(name)))
  }

  private static func picture(_ array: NumericArray) throws -> Picture {
    guard case .bytes(let pixels) = array.elements else {
      throw DatasetError(.malformed, "no bytes")
    }
    let size = PictureSize(
      height: array.shape[0], width: array.shape[1],
      channels: array.shape.count == 3 ? array.shape[2] : 1)
    return Picture(size: size, pixels: pixels)
  }

  /// The largest difference of a byte.
  private func difference(_ a: Picture, _ b: Picture) -> Int? {
    guard a.size == b.size else { return nil }
    return zip(a.pixels, b.pixels).map { abs(Int($0) - Int($1)) }.max()
  }

  @Test("PNG pictures are decoded exactly, colour and grey")
  func png() throws {
    #expect(try Picture(path: fixture("colour.png")) == expected("picture.npy"))
    #expect(try Picture(path: fixture("grey.png")) == expected("grey.npy"))
  }

  @Test("a palette becomes colours, transparent parts white")
  func paletteAndTransparency() throws {
    let palette = try Picture(path: fixture("palette.png"))
    #expect(palette.size.channels == 3)
    let shown = try Picture(path: fixture("transparent.png"))
    let original = try expected("picture.npy")
    #expect(shown.pixels.prefix(60) == original.pixels.prefix(60))
    #expect(shown.pixels[60..<120].allSatisfy { $0 == 255 })
  }

  @Test(
    "pictures of 16 bits are shown as those of 8, and what is half transparent as browsers do",
    arguments: ["grey", "grey-alpha", "rgb", "rgb-alpha"])
  func depths(sort: String) throws {
    let archive = try NPZ(path: fixture("depths.npz"))
    let shown = try Self.picture(archive.read("\(sort)-shown"))
    for depth in [8, 16] {
      guard case .bytes(let file) = try archive.read("\(sort)-\(depth)").elements else {
        Issue.record("no bytes")
        continue
      }
      #expect(try PNG.decode(file) == shown)
    }
  }

  @Test("what a chunk says of its colours holds: linear light becomes sRGB")
  func linearLight() throws {
    guard
      case .bytes(let file) = try NPZ(path: fixture("depths.npz")).read("linear-16").elements
    else { throw DatasetError(.malformed, "no bytes") }
    let pixels = try PNG.decode(file).pixels
    // libpng encodes by x^(1/2.2), which is within two levels of sRGB's own curve.
    #expect(zip(pixels, [0, 64, 128, 200, 255]).allSatisfy { abs(Int($0) - $1) <= 2 }, "\(pixels)")
  }

  @Test("JPEG pictures are decoded as Pillow does", arguments: ["colour", "progressive"])
  func jpeg(name: String) throws {
    let difference = try difference(
      Picture(path: fixture("\(name).jpg")), expected("\(name).jpg.npy"))
    #expect(try #require(difference) <= 3)
    #expect(try Picture(path: fixture("grey.jpg")).size.channels == 1)
  }

  @Test("a photograph is turned upright after each orientation of a camera", arguments: 1...8)
  func orientation(number: Int) throws {
    let archive = try NPZ(path: fixture("turned.npz"))
    let difference = try difference(
      Picture(path: fixture("turned\(number).jpg")), Self.picture(archive.read("\(number)")))
    #expect(try #require(difference) <= 3)
  }

  @Test(
    "resizing agrees with Pillow, by area with NumPy, to one level",
    arguments: Picture.Filter.allCases)
  func resizing(filter: Picture.Filter) throws {
    let picture = try expected("picture.npy")
    let archive = try NPZ(path: fixture("resized.npz"))
    let names = archive.names.filter { $0.hasPrefix(filter.rawValue) }
    #expect(names.count == 6)
    for name in names {
      let wanted = try Self.picture(archive.read(name))
      let resized = picture.resized(
        height: wanted.size.height, width: wanted.size.width, filter: filter)
      #expect(try #require(difference(resized, wanted)) <= 1, "\(name)")
    }
  }

  @Test("what is written as PNG is read back, the same bytes each time", arguments: [1, 3])
  func writing(channels: Int) throws {
    var generator = MersenneTwister(seed: 3)
    for (height, width) in [(1, 1), (1, 70), (33, 2), (64, 64)] {
      let size = PictureSize(height: height, width: width, channels: channels)
      let pixels = (0..<size.count).map { _ in UInt8(generator.integer(below: 256)) }
      let picture = Picture(size: size, pixels: pixels)
      let bytes = PNG.encode(picture)
      #expect(try PNG.decode(bytes) == picture)
      #expect(PNG.encode(picture) == bytes)
    }
  }

  @Test("grey and colour are turned into each other")
  func channels() throws {
    let colour = try expected("picture.npy")
    let difference = try difference(colour.converted(toChannels: 1), expected("grey.npy"))
    #expect(try #require(difference) <= 1)
    let grey = try expected("grey.npy")
    #expect(grey.converted(toChannels: 3).converted(toChannels: 1) == grey)
  }

  @Test("a PNG that claims a hundred billion pixels is refused", arguments: [316_228])
  func bomb(side: UInt32) throws {
    var bytes = try fixtureBytes("colour.png")
    for (index, offset) in [16, 20].flatMap({ start in (0..<4).map { (3 - $0, start + $0) } }) {
      bytes[offset] = UInt8(truncatingIfNeeded: side >> (8 * UInt32(index)))
    }
    // The header's own checksum, so that only its claim is wrong.
    let header = bytes[12..<29]
    let crc = crc32(of: header)
    for index in 0..<4 { bytes[29 + index] = UInt8(truncatingIfNeeded: crc >> (24 - 8 * index)) }
    #expect(failure { () throws(DatasetError) in try PNG.decode(bytes) }?.kind == .tooLarge)
  }

  private func crc32(of bytes: ArraySlice<UInt8>) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in
        value & 1 == 1 ? value >> 1 ^ 0xedb8_8320 : value >> 1
      }
    }
  }

  @Test(
    "pictures that are cut off are refused",
    arguments: ["colour.png", "palette.png", "colour.jpg", "progressive.jpg", "grey.jpg"])
  func truncated(name: String) throws {
    let bytes = try fixtureBytes(name)
    for share in [0, 1, 2, 3] {
      let part = Array(bytes.prefix(bytes.count * share / 4))
      let error = failure { () throws(DatasetError) in
        name.hasSuffix("png") ? try PNG.decode(part) : try JPEG.decode(part)
      }
      #expect(error?.kind == .malformed, "\(share) quarters")
    }
  }

  @Test("other files are neither PNG nor JPEG")
  func other() {
    let error = failure { () throws(DatasetError) in try Picture(path: fixture("lf8.npy")) }
    #expect(error?.kind == .unsupported)
  }

  @Test(
    "damaged pictures never trap",
    arguments: ["colour.png", "palette.png", "transparent.png", "progressive.jpg", "turned6.jpg"])
  func damage(name: String) throws {
    let whole = try fixtureBytes(name)
    var generator = MersenneTwister(seed: 7)
    for _ in 0..<400 {
      let bytes = damaged(whole, using: &generator)
      _ = name.hasSuffix("png") ? try? PNG.decode(bytes) : try? JPEG.decode(bytes)
    }
  }
}
