import Datasets
import Downloads
import Fonts
import Markdown
import Neural
import Reports

/// What `gradbook --version` prints: its own version and those of the libraries it finds here, each asked
/// of the library itself.
enum VersionReport {
  static var text: String {
    let libraries: [(name: String, version: String?)] = [
      ("cmark-gfm", Markdown.libraryVersion),
      ("OpenBLAS", BLASLibrary.version),
      ("libhdf5", DataLibraries.hdf5),
      ("libpng", DataLibraries.png),
      ("libjpeg-turbo", DataLibraries.jpeg),
      ("zlib", DataLibraries.zlib),
      ("libcurl", DownloadLibrary.version),
      ("HarfBuzz", FontLibraries.harfBuzz),
      ("Brotli", FontLibraries.brotli),
    ]
    let width = libraries.map(\.name.count).max() ?? 0
    let lines = libraries.map { library in
      library.name.padding(to: width + 2) + (library.version ?? "not found")
    }
    return (["gradbook \(Release.version)", ""] + lines).joined(separator: "\n")
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
