import CJPEG
import Glibc

/// JPEG files, through libjpeg-turbo.
public enum JPEG {
  package static let magic: [UInt8] = [0xff, 0xd8, 0xff]

  /// Decodes a picture, grey or colour, and turns it upright if the camera noted how it was held.
  ///
  /// - Throws: `malformed` for damaged or cut-off data, `tooLarge` beyond 64 million pixels.
  public static func decode(_ bytes: [UInt8]) throws(DatasetError) -> Picture {
    var decoded = cjpeg_picture()
    let isDecoded = bytes.withUnsafeBufferPointer {
      cjpeg_decode($0.baseAddress, $0.count, UInt64(ReadLimit.pixels), &decoded) != 0
    }
    defer { free(decoded.pixels) }
    guard isDecoded, let pixels = decoded.pixels else {
      let message = withUnsafeBytes(of: decoded.message) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      let isTooLarge = message.contains(" pixels are more than ")
      throw isTooLarge
        ? DatasetError(.tooLarge, message)
        : DatasetError(.malformed, "is not a whole JPEG picture: \(message)")
    }
    let size = PictureSize(
      height: Int(decoded.height), width: Int(decoded.width), channels: Int(decoded.channels))
    // `pixels` points at `size.count` bytes until the `free` above.
    let picture = Picture(
      size: size, pixels: [UInt8](UnsafeBufferPointer(start: pixels, count: size.count)))
    return picture.upright(from: Int(decoded.orientation))
  }
}
