import Foundation
import Glibc
import Testing

@testable import Files

@Suite("Files that are written whole")
struct WholeFileTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "files-" + UUID().uuidString
    try WholeFile.makeFolder(folder)
  }

  private func names() throws -> [String] { try FolderListing(of: folder).names }

  @Test("are read back as they were written, with the rights of the file of before")
  func written() throws {
    defer { Unfinished.remove(folder) }
    let path = folder + "/page.html"
    try WholeFile.write(Array("first".utf8), to: path)
    chmod(path, 0o640)
    try WholeFile.write(Array("second".utf8), to: path)
    #expect(try WholeFile.read(path) == Array("second".utf8))
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o640)
    #expect(try names() == ["page.html"])
  }

  @Test("a refused one leaves nothing beside it, and the cause is in words")
  func refused() throws {
    defer { Unfinished.remove(folder) }
    try WholeFile.makeFolder(folder + "/taken/inner")
    let folderError = #expect(throws: FileError.self) {
      try WholeFile.write([1], to: folder + "/taken")
    }
    #expect(folderError?.description == "a folder stands there")
    let long = String(repeating: "n", count: 300)
    let nameError = #expect(throws: FileError.self) {
      try WholeFile.write([1], to: folder + "/" + long)
    }
    #expect(nameError?.description.contains("longer than the file system allows") == true)
    let missing = #expect(throws: FileError.self) {
      try WholeFile.write([1], to: folder + "/no/page")
    }
    #expect(missing?.isMissing == true)
    #expect(try names() == ["taken"])
  }

  @Test("what a process left that is gone is removed, what a living one writes is not")
  func swept() throws {
    defer { Unfinished.remove(folder) }
    let (dead, alive) = (".gradbook-1-7.part", ".gradbook-2-7.part")
    for name in [dead, alive, ".gradbook-x.part", "mine.part", ".gradbook-3-1"] {
      try Data([1]).write(to: URL(fileURLWithPath: folder + "/" + name))
    }
    try WholeFile.makeFolder(folder + "/.gradbook-4-1.part/profile")
    let descriptor = open(folder + "/" + alive, O_WRONLY)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX) == 0)
    Leftovers.sweepNow(folder)
    #expect(
      try names() == [".gradbook-2-7.part", ".gradbook-3-1", ".gradbook-x.part", "mine.part"])
  }

  @Test("many writers and sweepers at once lose nothing")
  func together() async throws {
    defer { Unfinished.remove(folder) }
    await withTaskGroup(of: Bool.self) { group in
      for writer in 0..<8 {
        group.addTask { [folder] in
          for round in 0..<50 {
            guard (try? WholeFile.write([UInt8(round)], to: "\(folder)/\(writer)")) != nil else {
              return false
            }
            Leftovers.sweepNow(folder)
          }
          return true
        }
      }
      for await isWritten in group { #expect(isWritten) }
    }
    #expect(try names() == (0..<8).map(String.init))
    for writer in 0..<8 { #expect(try WholeFile.read("\(folder)/\(writer)") == [49]) }
  }

  @Test("a folder for a while is gone with what is in it")
  func temporary() throws {
    defer { Unfinished.remove(folder) }
    do {
      let work = try TemporaryWork(in: folder)
      try WholeFile.write([1], to: work.folder + "/a")
      Leftovers.sweepNow(folder)
      #expect(try names().count == 1, "it is in use")
    }
    #expect(try names() == [])
  }

  @Test("names that are no text are told by their bytes")
  func bytes() throws {
    defer { Unfinished.remove(folder) }
    let name: [UInt8] = Array((folder + "/bad").utf8) + [0xFF, 0xE9] + Array("é.md".utf8) + [0]
    let descriptor = name.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { path in
        path.baseAddress.map { open($0, O_WRONLY | O_CREAT, 0o600) } ?? -1
      }
    }
    #expect(descriptor >= 0)
    close(descriptor)
    let listing = try FolderListing(of: folder)
    #expect(listing.names == [] && listing.unreadableNames == ["bad\\xFF\\xE9é.md"])
    _ = name.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { path in path.baseAddress.map { unlink($0) } }
    }
  }
}

@Suite("The pieces of a path")
struct PathNameTests {
  @Test(
    "are parted as the system does, also of one letter",
    arguments: [
      ("b", ".", "b", "", "b"), ("", ".", "", "", ""), ("/", "/", "", "", "/"),
      ("a/b.md", "a", "b.md", "md", "a/b"), ("/a.tar.gz", "/", "a.tar.gz", "gz", "/a.tar"),
      (".md", ".", ".md", "", ".md"), ("a/.b", "a", ".b", "", "a/.b"),
      ("a//b", "a/", "b", "", "a//b"),
      ("a.b/c", "a.b", "c", "", "a.b/c"),
      ("e\u{301}/\u{301}.md", "e\u{301}", "\u{301}.md", "md", "e\u{301}/\u{301}"),
    ])
  func pieces(_ path: String, folder: String, name: String, ending: String, rest: String) {
    #expect(PathName.folder(of: path) == folder)
    #expect(PathName.name(of: path) == name)
    #expect(PathName.ending(of: path) == ending)
    #expect(PathName.withoutEnding(path) == rest)
  }
}
