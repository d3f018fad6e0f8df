import Glibc

/// What lies in a folder, by name. A name on the disk is bytes, and need not be text.
public struct FolderListing: Sendable {
  /// Those that are UTF-8, in the order of their bytes.
  public let names: [String]
  /// Those that are not, with `\xE9` for each byte that is no text.
  public let unreadableNames: [String]

  public init(of folder: String) throws(FileError) {
    guard let directory = opendir(folder) else { throw FileError() }
    defer { closedir(directory) }
    var names: [String] = []
    var unreadable: [String] = []
    while let entry = readdir(directory) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if bytes.elementsEqual(".".utf8) || bytes.elementsEqual("..".utf8) { continue }
      if let name = String(validating: bytes, as: UTF8.self) {
        names.append(name)
      } else {
        unreadable.append(Self.shown(bytes))
      }
    }
    self.names = names.sorted()
    unreadableNames = unreadable.sorted()
  }

  /// The text in some bytes, with `\xE9` for each byte that is none.
  public static func shown(_ bytes: some Sequence<UInt8>) -> String {
    var text = ""
    var parser = Unicode.UTF8.ForwardParser()
    let all = Array(bytes)
    var index = 0
    while index < all.count {
      var rest = all[index...].makeIterator()
      if case .valid(let character) = parser.parseScalar(from: &rest) {
        text.unicodeScalars.append(Unicode.UTF8.decode(character))
        index += character.count
      } else {
        let digits = String(all[index], radix: 16, uppercase: true)
        text += "\\x" + (digits.count < 2 ? "0" : "") + digits
        index += 1
      }
      parser = Unicode.UTF8.ForwardParser()
    }
    return text
  }
}
