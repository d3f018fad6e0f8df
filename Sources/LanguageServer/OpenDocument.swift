import Diagnostics
import Files
import Foundation
import Notebooks

/// A lesson as the client has it, saved or not.
struct OpenDocument: Sendable {
  let address: String
  let version: Int?
  let file: SourceFile
  /// Where its pictures are looked for; an editor's unsaved text has none.
  let folder: LessonFolder?

  init(address: String, version: Int?, text: String) {
    self.address = address
    self.version = version
    let url = URL(string: address)
    let path = url?.isFileURL == true ? url?.path : nil
    folder = path.map { LessonFolder(PathName.folder(of: $0)) }
    file = SourceFile(name: path ?? address, text: text)
  }

  private init(_ old: OpenDocument, version: Int?, file: SourceFile) {
    (address, folder) = (old.address, old.folder)
    (self.version, self.file) = (version, file)
  }

  var notebook: Notebook { Notebook(parsing: file, in: folder) }

  /// The document after what a client says has changed, one change after the other.
  func changed(
    _ changes: [JSON], version: Int?, _ encoding: PositionEncoding
  ) throws(Message.Failure) -> OpenDocument {
    var file = self.file
    for change in changes {
      guard let new = change["text"]?.string else {
        throw Message.Failure(.invalidParameters, "a change needs a 'text'")
      }
      guard let range = change["range"], range != .null else {
        file = SourceFile(name: file.name, text: new)
        continue
      }
      guard let start = encoding.offset(of: range["start"], in: file),
        let end = encoding.offset(of: range["end"], in: file)
      else { throw Message.Failure(.invalidParameters, "a range needs 'start' and 'end'") }
      let before = file[0..<start]
      let after = file[max(start, end)..<file.utf8Count]
      file = SourceFile(name: file.name, text: before + new + after)
    }
    return OpenDocument(self, version: version, file: file)
  }
}
