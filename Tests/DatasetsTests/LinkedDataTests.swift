import Foundation
import Testing

@testable import Datasets

@Suite("Links in the data that come with a lesson")
struct LinkedDataTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "linked-" + UUID().uuidString
    for name in ["lesson/data/inner", "other"] {
      try FileManager.default.createDirectory(
        atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
    }
    try FileManager.default.copyItem(
      atPath: notebookData() + "/iris.csv", toPath: folder + "/other/iris.csv")
  }

  private func remove() { try? FileManager.default.removeItem(atPath: folder) }

  private func locate(_ environment: [String: String] = [:], named: String? = nil) throws
    -> [String]
  {
    try DataLocator(named: named, notebooks: folder + "/lesson", environment: environment)
      .locate(.iris).map(\.path)
  }

  @Test("that lead out of its folder are refused, whether of a file or of a folder")
  func outside() throws {
    defer { remove() }
    let link = folder + "/lesson/data/iris.csv"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "../../other/iris.csv")
    let error = #expect(throws: DatasetError.self) { try locate() }
    #expect(error?.file == link)
    #expect(error?.message == "is a link that leads out of the lesson's folder")
    #expect(error?.help.first?.contains("--data-dir") == true)
    try FileManager.default.removeItem(atPath: folder + "/lesson/data")
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/lesson/data", withDestinationPath: "../other")
    #expect(throws: DatasetError.self) { try locate() }
  }

  @Test("that lead to another file of it are followed, and so are the reader's own")
  func inside() throws {
    defer { remove() }
    let link = folder + "/lesson/data/iris.csv"
    try FileManager.default.copyItem(
      atPath: folder + "/other/iris.csv", toPath: folder + "/lesson/data/inner/iris.csv")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "inner/iris.csv")
    #expect(try locate() == [link])
    try FileManager.default.createDirectory(
      atPath: folder + "/mine", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/mine/iris.csv", withDestinationPath: folder + "/other/iris.csv")
    #expect(try locate(["GRADBOOK_DATA": folder + "/mine"]) == [folder + "/mine/iris.csv"])
    #expect(try locate(named: folder + "/mine") == [folder + "/mine/iris.csv"])
  }

  @Test("a file that may not be read is not called missing", .enabled(if: geteuid() != 0))
  func unreadable() throws {
    defer { remove() }
    let path = folder + "/lesson/data/iris.csv"
    try FileManager.default.copyItem(atPath: folder + "/other/iris.csv", toPath: path)
    chmod(path, 0)
    let locator = DataLocator(notebooks: folder + "/lesson", environment: [:])
    let error = #expect(throws: DatasetError.self) { try locator.load(.iris) }
    #expect(error?.kind == .unreadable && error?.message.contains("permission denied") == true)
  }
}
