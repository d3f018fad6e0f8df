import CHDF5
import Foundation
import Testing

@testable import Datasets

@Suite("An HDF5 file that asks for the bytes of others")
struct HDF5ContainmentTests {
  private let path = fixture("outside.h5")

  @Test(
    "is refused with the dataset, the reason and the other file",
    arguments: [
      ("raw", "has its bytes", "elsewhere.bin"), ("absolute", "has its bytes", "/etc/hostname"),
      ("pieces", "has its bytes", "elsewhere.bin"), ("link", "by a link", "elsewhere.h5"),
      ("group/x", "by a link", "elsewhere.h5"), ("soft", "by a link", "elsewhere.h5"),
      ("softer", "by a link", "elsewhere.h5"), ("inner/link", "by a link", "elsewhere.h5"),
      ("virtual", "is virtual", "elsewhere.h5"),
      ("virtual-virtual", "is virtual", "elsewhere.h5"),
      ("virtual-link", "by a link", "elsewhere.h5"),
    ])
  func refused(_ dataset: String, reason: String, file: String) {
    let error = #expect(throws: DatasetError.self) { try HDF5.read(dataset, path: path) }
    let text = error?.message ?? ""
    #expect(error?.kind == .unsupported, "\(text)")
    #expect(text.contains("dataset '\(dataset)'") && text.contains(reason), "\(text)")
    #expect(text.contains("'\(file)'"), "\(text)")
  }

  @Test("its own numbers are read, also by a virtual dataset over them")
  func own() throws {
    let own = try HDF5.read("own", path: path)
    #expect(own.elements == .reals((0..<12).map(Double.init)))
    #expect(try HDF5.read("virtual-own", path: path) == own)
  }

  @Test(
    "the reader has no way to another file where the kernel confines it", .enabled(if: isConfined))
  func confined() throws {
    // A child of its own, confined as the reader is, which then tries to open what anybody may read.
    #expect(chdf5_confined_can_open("/etc/passwd") == 0)
    #expect(chdf5_confined_can_open(path) == 0, "not even the lesson's other files")
  }

  static let isConfined = chdf5_landlock_version() > 0
}
