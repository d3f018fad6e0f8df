import Diagnostics

/// In what a client counts the columns of a line.
public enum PositionEncoding: String, Sendable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"

  /// UTF-8, which is how offsets are counted here, where the client offers it; else UTF-16, which
  /// every client knows.
  init(offered: [String]) { self = offered.contains(Self.utf8.rawValue) ? .utf8 : .utf16 }

  /// The UTF-8 offset of a line and a column, both from 0. What lies past the end of a line or of the
  /// file counts as that end, and what lies within a character as its start.
  func offset(line: Int, character: Int, in file: SourceFile) -> Int {
    guard line >= 0 else { return 0 }
    guard line < file.lineCount else { return file.utf8Count }
    let range = file.range(ofLine: line + 1)
    var left = max(0, character)
    var offset = range.lowerBound
    for scalar in file[range].unicodeScalars {
      let width = width(of: scalar)
      guard left >= width else { break }
      left -= width
      offset += UTF8.width(scalar)
    }
    return offset
  }

  /// The line and column of a UTF-8 offset.
  func position(of offset: Int, in file: SourceFile) -> JSON {
    let line = file.position(of: offset).line
    let range = file.range(ofLine: line)
    let start = range.lowerBound
    let column = file[start..<max(start, min(offset, range.upperBound))].unicodeScalars.reduce(0) {
      $0 + width(of: $1)
    }
    return ["line": .integer(line - 1), "character": .integer(column)]
  }

  func range(_ range: Range<Int>, in file: SourceFile) -> JSON {
    [
      "start": position(of: range.lowerBound, in: file),
      "end": position(of: range.upperBound, in: file),
    ]
  }

  /// The offset of a `Position`; nil if it is none.
  func offset(of position: JSON?, in file: SourceFile) -> Int? {
    guard let line = position?["line"]?.integer, let character = position?["character"]?.integer
    else { return nil }
    return offset(line: line, character: character, in: file)
  }

  private func width(of scalar: Unicode.Scalar) -> Int {
    switch self {
    case .utf8: UTF8.width(scalar)
    case .utf16: UTF16.width(scalar)
    }
  }
}
