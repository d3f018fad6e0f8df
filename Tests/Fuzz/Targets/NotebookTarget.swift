import Conversion
import Diagnostics
import Foundation

extension FuzzTarget {
  /// A Jupyter notebook, read and turned into a lesson.
  static let ipynb = FuzzTarget("ipynb") {
    var seeds = Seeds.texts(
      #"{"nbformat":4,"nbformat_minor":5,"metadata":{"language_info":{"name":"python"}},"cells":["#
        + #"{"cell_type":"markdown","id":"a","metadata":{},"source":["T\n","![p](attachment:p.png)"],"#
        + #""attachments":{"p.png":{"image/png":"iVBORw0KGgo="}}},{"cell_type":"code","metadata":{},"#
        + #""execution_count":null,"outputs":[],"source":"print(1)"},{"cell_type":"raw","source":"x"}]}"#
    )
    for lesson in Seeds.lessons.prefix(3) {
      let notebook = JupyterNotebook(lesson: SourceFile(name: "lesson.md", text: lesson))
      if let data = try? JSONEncoder().encode(notebook) { seeds.append([UInt8](data)) }
    }
    return seeds
  } run: { bytes in
    guard let notebook = try? JupyterNotebook(reading: Data(bytes)) else { return }
    _ = LessonText(of: notebook, picturesIn: "lesson.assets")
  }
}
