import CHDF5
import Diagnostics
import Files
import Glibc

/// Datasets of an HDF5 file, read through libhdf5.
///
/// The library reads in a child process, so that a file that crashes it is an error here. It is loaded
/// when the first file is read and need not be installed for anything else.
///
/// The child reads the one file that is opened here and none other: datasets whose bytes lie elsewhere are
/// refused, and the child is confined by the kernel besides.
public enum HDF5 {
  /// Reads one dataset: integers, real numbers, enumerations as their numbers, or texts.
  ///
  /// - Throws: `missing` with the names there are; `malformed`, `unsupported`, `tooLarge`.
  public static func read(
    _ dataset: String, path: String, limit: ReadLimit = .standard
  ) throws(DatasetError) -> NumericArray {
    let (header, status, payload) = try Self.answer(dataset, path, limit.bytes)
    defer { free(payload) }
    // The payload is `byte_count` bytes that are ours until the `free` above.
    let bytes = UnsafeRawBufferPointer(
      start: payload, count: payload == nil ? 0 : Int(header.byte_count))
    guard status == CHDF5_OK else {
      throw failure(status, dataset, bytes, header, limit).inFile(path)
    }
    do throws(DatasetError) {
      return try array(header, bytes).orThrow(
        DatasetError(.malformed, "dataset '\(dataset)' is shorter than its shape"))
    } catch {
      throw error.inFile(path)
    }
  }

  /// The paths of all datasets in a file, in alphabetical order.
  public static func names(path: String) throws(DatasetError) -> [String] {
    let (header, status, payload) = try answer("", path, 0)
    defer { free(payload) }
    let bytes = UnsafeRawBufferPointer(
      start: payload, count: payload == nil ? 0 : Int(header.byte_count))
    guard status == CHDF5_NO_DATASET else {
      throw failure(status, "", bytes, header, .standard).inFile(path)
    }
    return list(bytes)
  }

  /// Lets a child read from the file, which is opened here: it sees no other.
  private static func answer(
    _ dataset: String, _ path: String, _ limit: Int
  ) throws(DatasetError) -> (chdf5_header, status: Int, payload: UnsafeMutableRawPointer?) {
    let (descriptor, _) = try InputFile.open(path)
    defer { close(descriptor) }
    var header = chdf5_header()
    var payload: UnsafeMutableRawPointer?
    let status = Int(chdf5_read(descriptor, dataset, UInt64(limit), &header, &payload))
    return (header, status, payload)
  }

  private static func list(_ bytes: UnsafeRawBufferPointer) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func array(
    _ header: chdf5_header, _ bytes: UnsafeRawBufferPointer
  ) throws(DatasetError) -> NumericArray? {
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
      var texts: [String] = []
      for index in 0..<count {
        let field = bytes[size * index..<size * (index + 1)].prefix { $0 != 0 }
        texts.append(try ElementText.utf8(field, at: index))
      }
      return NumericArray(shape: extents, elements: .text(texts))
    }
  }

  private static func failure(
    _ status: Int, _ dataset: String, _ payload: UnsafeRawBufferPointer, _ header: chdf5_header,
    _ limit: ReadLimit
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
      missing(dataset, among: list(payload))
    case CHDF5_UNSUPPORTED:
      DatasetError(
        .unsupported,
        "dataset '\(dataset)' holds neither numbers nor texts",
        help: [
          "save its parts as datasets of their own, with h5py: file['part'] = file['\(dataset)']['name']"
        ])
    case CHDF5_TOO_LARGE:
      DatasetError(
        .tooLarge, "dataset '\(dataset)' takes more than the limit of \(limit.bytes) bytes",
        help: limit.help)
    case CHDF5_UNREADABLE:
      DatasetError(.malformed, "dataset '\(dataset)' cannot be read: the file is damaged")
    case CHDF5_EXTERNAL_STORAGE: outside(dataset, "has its bytes", payload)
    case CHDF5_EXTERNAL_LINK: outside(dataset, "is reached by a link, and lies", payload)
    case CHDF5_VIRTUAL: outside(dataset, "is virtual, made of what lies", payload)
    case CHDF5_SYSTEM:
      DatasetError(.unreadable, "cannot be read: \(FileError(header.system_error))")
    default:
      DatasetError(
        .malformed, "libhdf5 crashed, or took too long, while it read: the file is damaged",
        help: ["download or copy the file again"])
    }
  }

  /// A dataset with its bytes in another file, which a lesson is not to read by a detour.
  private static func outside(
    _ dataset: String, _ what: String, _ file: UnsafeRawBufferPointer
  ) -> DatasetError {
    DatasetError(
      .unsupported,
      "dataset '\(dataset)' \(what) in another file, '\(String(decoding: file, as: UTF8.self))'; "
        + "only the file itself is read",
      help: [
        "copy the numbers into the file, with h5py: file['copy'] = file['\(dataset)'][()]"
      ])
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
