import CZlib

/// Unpacks deflated data that lies in memory.
enum Inflation {
  /// What stands round the deflated data: nothing, as in a ZIP archive, or the head of gzip.
  enum Wrapping {
    case none
    case gzip

    /// zlib's size of the window, which says this, too.
    fileprivate var windowBits: Int32 {
      switch self {
      case .none: -MAX_WBITS
      case .gzip: MAX_WBITS + 16
      }
    }
  }

  static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1f, 0x8b]) }

  /// A gzip file, whose last four bytes are its size unpacked.
  static func gunzip(_ bytes: [UInt8]) throws(DatasetError) -> [UInt8] {
    let size = bytes.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    guard let unpacked = inflate(bytes[...], to: size, .gzip) else {
      throw DatasetError(.malformed, "the gzip data is damaged")
    }
    return unpacked
  }

  /// Exactly `size` bytes, or nil if the data is damaged or holds more or less.
  static func inflate(
    _ packed: ArraySlice<UInt8>, to size: Int, _ wrapping: Wrapping
  ) -> [UInt8]? {
    // Deflate makes at most 1032 bytes of one: a larger claim is refused before it is allocated.
    guard packed.count <= UInt32.max, size <= packed.count * 1032 else { return nil }
    var isWhole = false
    let result = [UInt8](unsafeUninitializedCapacity: size) { output, filled in
      var stream = z_stream()
      let streamSize = Int32(MemoryLayout<z_stream>.size)
      guard inflateInit2_(&stream, wrapping.windowBits, ZLIB_VERSION, streamSize) == Z_OK else {
        return
      }
      defer { inflateEnd(&stream) }
      packed.withUnsafeBufferPointer { input in
        // zlib's `next_in` is not const, but it only reads; both buffers outlive the call.
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(clamping: size)
        isWhole = CZlib.inflate(&stream, Z_FINISH) == Z_STREAM_END
      }
      filled = size - Int(stream.avail_out)
      isWhole = isWhole && filled == size
    }
    return isWhole ? result : nil
  }
}
