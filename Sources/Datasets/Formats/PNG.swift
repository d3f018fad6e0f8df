import CPNG
import Glibc

/// PNG files, through libpng's simplified interface, which never jumps over its caller's frames.
public enum PNG {
  package static let magic: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

  /// Decodes a picture as a browser shows it on white: grey stays grey, all else becomes 8-bit sRGB.
  ///
  /// Samples without a colour chunk are sRGB, of 16 bits, too, which libpng takes for linear light
  /// unless told. What is half transparent is blended with white sample by sample, as browsers do,
  /// where libpng would blend light.
  ///
  /// - Throws: `malformed` for damaged data, `tooLarge` beyond 64 million pixels.
  public static func decode(_ bytes: [UInt8]) throws(DatasetError) -> Picture {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    // The input array outlives both calls: libpng keeps a pointer to it between them.
    let outcome = bytes.withUnsafeBytes { input -> Result<Picture, DatasetError> in
      defer { png_image_free(&image) }
      guard let start = input.baseAddress,
        png_image_begin_read_from_memory(&image, start, input.count) != 0
      else { return .failure(failure(image)) }
      let count = Int(image.width) * Int(image.height)
      guard count <= ReadLimit.pixels else {
        return .failure(
          DatasetError(
            .tooLarge,
            "\(image.width) × \(image.height) pixels are more than \(ReadLimit.pixels)"))
      }
      image.flags |= sixteenBitsAreSRGB
      let isGrey = image.format & colorFlag == 0
      let hasAlpha = image.format & alphaFlag != 0
      image.format = (isGrey ? 0 : colorFlag) | (hasAlpha ? alphaFlag : 0)
      let size = PictureSize(
        height: Int(image.height), width: Int(image.width), channels: isGrey ? 1 : 3)
      let samples = count * (size.channels + (hasAlpha ? 1 : 0))
      var isRead = false
      let pixels = [UInt8](unsafeUninitializedCapacity: samples) { buffer, filled in
        // A stride of 0 is "rows without gaps": `samples` bytes in all. Without a background colour
        // samples keep their transparency.
        isRead = png_image_finish_read(&image, nil, buffer.baseAddress, 0, nil) != 0
        filled = isRead ? samples : 0
      }
      guard isRead else { return .failure(failure(image)) }
      let opaque = hasAlpha ? onWhite(pixels, channels: size.channels) : pixels
      return .success(Picture(size: size, pixels: opaque))
    }
    return try outcome.get()
  }

  /// Pixels whose last sample is their opacity α, on white: αc + (1 − α)·255, rounded.
  private static func onWhite(_ pixels: [UInt8], channels: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(pixels.count / (channels + 1) * channels)
    for start in stride(from: 0, to: pixels.count, by: channels + 1) {
      let alpha = Int(pixels[start + channels])
      for sample in pixels[start..<start + channels] {
        result.append(UInt8((Int(sample) * alpha + 255 * (255 - alpha) + 127) / 255))
      }
    }
    return result
  }

  /// Encodes a picture as an 8-bit PNG, with a palette where few colours occur. The same picture gives
  /// the same bytes.
  public static func encode(_ picture: Picture) -> [UInt8] {
    precondition(picture.size.channels == 1 || picture.size.channels == 3, "grey or colour")
    guard picture.size.channels == 3 else { return encode(picture.pixels, picture.size, format: 0) }
    guard let indexed = Palette(of: picture.pixels) else {
      return encode(picture.pixels, picture.size, format: colorFlag)
    }
    return encode(
      indexed.pixels, picture.size, format: colorFlag | paletteFlag, palette: indexed.colours)
  }

  private static func encode(
    _ pixels: [UInt8], _ size: PictureSize, format: UInt32, palette: [UInt8] = []
  ) -> [UInt8] {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    image.width = UInt32(size.width)
    image.height = UInt32(size.height)
    image.format = format
    image.colormap_entries = UInt32(palette.count / 3)
    // Compressed data is seldom longer than the pixels; a row's filter byte and the chunks come on top.
    let most = pixels.count + pixels.count / 8 + size.height + 4096
    let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, filled in
      // `length` is the room on entry and the bytes written on return.
      var length = buffer.count
      let isWritten = pixels.withUnsafeBytes { pixels in
        palette.withUnsafeBytes { palette in
          png_image_write_to_memory(
            &image, buffer.baseAddress, &length, 0, pixels.baseAddress, 0, palette.baseAddress)
        }
      }
      filled = isWritten != 0 ? length : 0
    }
    precondition(!bytes.isEmpty, "libpng: \(message(image))")
    return bytes
  }

  /// PNG_FORMAT_FLAG_ALPHA
  private static let alphaFlag: UInt32 = 0x01
  /// PNG_IMAGE_FLAG_16BIT_sRGB
  private static let sixteenBitsAreSRGB: UInt32 = 0x04
  /// PNG_FORMAT_FLAG_COLOR, a macro that Swift does not see.
  private static let colorFlag: UInt32 = 0x02
  /// PNG_FORMAT_FLAG_COLORMAP
  private static let paletteFlag: UInt32 = 0x08

  private static func failure(_ image: png_image) -> DatasetError {
    DatasetError(.malformed, "is not a whole PNG picture: \(message(image))")
  }

  private static func message(_ image: png_image) -> String {
    withUnsafeBytes(of: image.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}

/// The colours of a picture and which of them each pixel has.
private struct Palette {
  /// Red, green, blue, red, green, blue, …
  let colours: [UInt8]
  let pixels: [UInt8]

  /// Nil if there are more colours than a byte can tell apart.
  init?(of pixels: [UInt8]) {
    var places: [UInt32: UInt8] = [:]
    var colours: [UInt8] = []
    var indices: [UInt8] = []
    indices.reserveCapacity(pixels.count / 3)
    for start in stride(from: 0, to: pixels.count, by: 3) {
      let colour = pixels[start..<start + 3]
      let key = colour.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      guard let place = places[key] ?? UInt8(exactly: places.count) else { return nil }
      if places.updateValue(place, forKey: key) == nil { colours += colour }
      indices.append(place)
    }
    self.colours = colours
    self.pixels = indices
  }
}
