import Diagnostics
import Files
import Foundation

/// Takes the pictures out of Markdown cells, since a lesson has its pictures beside it.
struct Attachments {
  /// As the text is to name it.
  let folder: String
  private(set) var files: [String: Data] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(folder: String) { self.folder = folder }

  /// More than any picture that `run` puts into a page.
  private static let largest = 5_000_000

  /// In bytes, of the 255 that a name may have.
  private static let longestName = 200

  /// The source of a cell with `attachment:name` replaced by where the picture will be.
  mutating func extracted(from cell: JupyterCell, number: Int) -> String {
    var source = cell.source
    for (name, bundle) in cell.attachments.sorted(by: { $0.key < $1.key }) {
      let mention = "attachment:\(name)"
      guard source.contains(mention) else { continue }
      guard let (type, text) = bundle.sorted(by: { $0.key < $1.key }).first,
        let ending = Self.endings[type]
      else {
        refuse(name, in: number, "has no picture that a lesson shows (PNG, JPEG, GIF, WebP, SVG)")
        continue
      }
      guard let data = Self.data(of: text, type: type) else {
        refuse(name, in: number, "is not in base64")
        continue
      }
      guard data.count <= Self.largest else {
        refuse(name, in: number, "has \(data.count) bytes, at most \(Self.largest) go into a page")
        continue
      }
      let file = fileName(for: name, ending: ending, data, cell: number)
      files[file] = data
      source = source.replacingOccurrences(
        of: mention, with: MarkdownText.address("\(folder)/\(file)"))
    }
    return source
  }

  private static let endings = [
    "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp",
    "image/svg+xml": "svg",
  ]

  private static func data(of text: String, type: String) -> Data? {
    if type == "image/svg+xml", text.contains("<svg") { return Data(text.utf8) }
    return Data(base64Encoded: text.filter { !$0.isWhitespace })
  }

  /// A name without anything that leads out of the folder, and not that of another picture.
  private func fileName(for name: String, ending: String, _ data: Data, cell: Int) -> String {
    let stem = PathName.withoutEnding(name).map { character in
      character.isLetter || character.isNumber || "-_".contains(character) ? character : "-"
    }
    // The system counts a name's bytes, and a letter may have any number of marks.
    var short = String(stem.prefix(80))
    while short.utf8.count > Self.longestName { short.removeLast() }
    let plain = "\(short.isEmpty ? "picture" : short).\(ending)"
    guard let other = files[plain], other != data else { return plain }
    return "cell-\(cell)-\(plain)"
  }

  private mutating func refuse(_ name: String, in cell: Int, _ why: String) {
    diagnostics.append(
      .warning(
        "notebook.attachment", "in cell \(cell) the attachment '\(name.prefix(60))' \(why)",
        help: ["save the picture beside the lesson and name it there"]))
  }
}
