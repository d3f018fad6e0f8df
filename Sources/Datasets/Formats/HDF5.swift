import CHDF5
import Diagnostics
import Glibc

/// Datasets of an HDF5 file, read through libhdf5.
///
/// The library reads in a child process, so that a file that crashes it is an error here. It is loaded
/// when the first file is read and need not be installed for anything else.
public enum HDF5 {
  /// Reads one dataset: integers, real numbers or strings of fixed length.
  ///
  /// - Throws: `missing` with the names there are; `malformed`, `unsupported`, `tooLarge`.
  public static func read(
    _ dataset: String, path: String, limit: ReadLimit = .standard
  ) throws(DatasetError) -> NumericArray {
    // Says what is wrong with a path better than the library does.
    _ = try InputFile(path: path)
    var header = chdf5_header()
    var payload: UnsafeMutableRawPointer?
    defer { free(payload) }
    let status = Int(chdf5_read(path, dataset, UInt64(limit.bytes), &header, &payload))
    // The payload is `byte_count` bytes that are ours until the `free` above.
    let bytes = UnsafeRawBufferPointer(
      start: payload, count: payload == nil ? 0 : Int(header.byte_count))
    guard status == CHDF5_OK else {
      throw failure(status, dataset, names: bytes, limit).inFile(path)
    }
    return try array(header, bytes).orThrow(
      DatasetError(.malformed, "dataset '\(dataset)' is shorter than its shape", file: path))
  }

  /// The paths of all datasets in a file, in alphabetical order.
  public static func names(path: String) throws(DatasetError) -> [String] {
    _ = try InputFile(path: path)
    var header = chdf5_header()
    var payload: UnsafeMutableRawPointer?
    defer { free(payload) }
    let status = Int(chdf5_read(path, "", 0, &header, &payload))
    let bytes = UnsafeRawBufferPointer(
      start: payload, count: payload == nil ? 0 : Int(header.byte_count))
    guard status == CHDF5_NO_DATASET else {
      throw failure(status, "", names: bytes, .standard).inFile(path)
    }
    return list(bytes)
  }

  private static func list(_ bytes: UnsafeRawBufferPointer) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func array(
    _ header: chdf5_header, _ bytes: UnsafeRawBufferPointer
  ) -> NumericArray? {
    let extents = withUnsafeBytes(of: header.dimensions) {
      $0.bindMemory(to: UInt64.self).prefix(Int(header.rank)).map { Int(clamping: $0) }
    }
    guard let count = extents.volume, let size = Int(exactly: header.element_size),
      count.multipliedReportingOverflow(by: size) == (bytes.count, false)
    else { return nil }
    switch Int(header.kind) {
    case CHDF5_BYTES:
      return NumericArray(shape: extents, elements: .bytes([UInt8](bytes)))
    case CHDF5_INTEGERS:
      let values = (0..<count).map { bytes.loadUnaligned(fromByteOffset: 8 * $0, as: Int64.self) }
      return NumericArray(shape: extents, elements: .integers(values))
    case CHDF5_REALS:
      let values = (0..<count).map { bytes.loadUnaligned(fromByteOffset: 8 * $0, as: Double.self) }
      return NumericArray(shape: extents, elements: .reals(values))
    default:
      let values = (0..<count).map { index in
        let field = bytes[size * index..<size * (index + 1)]
        let text = field.prefix { $0 != 0 }
        return String(decoding: text, as: UTF8.self)
      }
      return NumericArray(shape: extents, elements: .text(values))
    }
  }

  private static func failure(
    _ status: Int, _ dataset: String, names: UnsafeRawBufferPointer, _ limit: ReadLimit
  ) -> DatasetError {
    switch status {
    case CHDF5_NO_LIBRARY:
      DatasetError(
        .unsupported, "libhdf5 is not installed, and without it HDF5 files cannot be read",
        help: ["install it: 'apt install libhdf5-103' in Debian 12"])
    case CHDF5_NOT_HDF5:
      DatasetError(
        .malformed, "is not an HDF5 file, or is cut off",
        help: ["download or copy the file again"])
    case CHDF5_NO_DATASET:
      missing(dataset, among: list(names))
    case CHDF5_UNSUPPORTED:
      DatasetError(
        .unsupported,
        "dataset '\(dataset)' does not hold integers, real numbers or strings of fixed length")
    case CHDF5_TOO_LARGE:
      DatasetError(
        .tooLarge, "dataset '\(dataset)' takes more than the limit of \(limit.bytes) bytes")
    case CHDF5_UNREADABLE:
      DatasetError(.malformed, "dataset '\(dataset)' cannot be read: the file is damaged")
    default:
      DatasetError(
        .malformed, "libhdf5 crashed, or took too long, while it read: the file is damaged",
        help: ["download or copy the file again"])
    }
  }

  private static func missing(_ dataset: String, among names: [String]) -> DatasetError {
    let help = NearestName.help(for: dataset, in: names, called: "the file holds")
    return DatasetError(.missing, "has no dataset '\(dataset)'", help: help)
  }
}

extension Optional {
  fileprivate func orThrow(_ error: DatasetError) throws(DatasetError) -> Wrapped {
    guard let self else { throw error }
    return self
  }
}
