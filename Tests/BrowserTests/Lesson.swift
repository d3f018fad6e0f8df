import Diagnostics
import Foundation
import Notebooks
import Reports
import Testing

/// A notebook whose page is looked at.
struct Lesson: Sendable, CustomTestStringConvertible {
  let name: String
  /// Nil for one of the project's own.
  let text: String?

  var testDescription: String { name }

  /// Small values for what would take long: the page is the same but for its numbers.
  private let parameters: [(name: String, value: String)]

  private init(
    _ name: String, text: String? = nil, _ parameters: KeyValuePairs<String, String> = [:]
  ) {
    self.name = name
    self.text = text
    self.parameters = parameters.map { ($0.key, $0.value) }
  }

  static let all = [
    Lesson("06-what-accuracy-cannot-see", ["steps": "20", "seeds": "0..2"]),
    Lesson("02-mnist-one-sample-at-a-time", ["epochs": "7"]),
    Lesson("03-logistic-regression", ["steps": "20"]),
    Lesson("04-planar-data", ["steps": "50", "size_steps": "20"]),
    Lesson("05-deep-network", ["steps": "101", "flower_steps": "20"]),
    Lesson("08-mnist-from-bytes", ["epochs": "1", "broken_epochs": "1"]),
    Lesson("07-mnist-classifier", ["epochs": "1", "limit": "1000"]),
    Lesson("09-what-the-documents-got-wrong", ["seeds": "0..1"]),
    Lesson("10-gallery"), Lesson("01-iris", ["steps": "20"]),
    Lesson("chinese", text: chinese), Lesson("russian", text: russian),
  ]

  /// Every lesson of the project has a line above.
  static let notebooks: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: root + "/notebooks")) ?? []
    return files.filter { $0.hasSuffix(".md") && $0 != "README.md" }.map { String($0.dropLast(3)) }
      .sorted()
  }()

  /// Every page, made once for all tests. They are looked at, not their numbers: the lessons run on
  /// stand-ins for data that do not come with the project.
  static let pages = Dictionary(
    uniqueKeysWithValues: all.map { lesson in (lesson.name, Result { try lesson.page() }) })

  private static let root = (0..<3).reduce(#filePath) { path, _ in
    (path as NSString).deletingLastPathComponent
  }

  /// The page as `gradbook run` writes it.
  private func page() throws -> String {
    let folder = Self.root + "/notebooks"
    let written = try text ?? String(contentsOfFile: "\(folder)/\(name).md", encoding: .utf8)
    let notebook = Notebook(
      parsing: SourceFile(name: "\(name).md", text: written), in: LessonFolder(folder),
      overrides: parameters)
    try #require(notebook.diagnostics == [])
    return try Self.page(of: notebook)
  }

  static func page(of notebook: Notebook) throws -> String {
    let folder = root + "/notebooks"
    let run = notebook.run(in: Session(of: notebook, in: folder))
    try #require(run.diagnostics.filter { $0.severity == .error } == [], "\(notebook.title)")
    return try Templates(folder: root + "/templates").page(for: Report(of: run))
  }

  static func write(_ page: String, as name: String) throws -> String {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(name)-\(UUID().uuidString).html").path
    try page.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private static let chinese = """
    ---
    title: 一个神经元能学到什么
    subtitle: 从输入到损失，每一步都写出来
    lang: zh
    ---

    ## 数据

    平面上的点分成两类，它们排成一朵花。一条直线分不开它们，所以需要隐藏层[^1]；损失函数是 $L = -\\log p$。

    [^1]: 脚注也用中文。

    ```{data} flower
    generate: flower
    caption: 训练用的点。
    ```

    ## 网络

    ```{network} net
    input: 2
    layers:
      - {units: 4, activation: tanh}
      - {units: 1, activation: sigmoid}
    loss: binary-cross-entropy
    caption: 两层网络及其参数个数。
    ```

    ```{train} fit
    network: net
    data: flower
    learning-rate: 1.2
    steps: 50
    caption: 损失随步数下降。
    ```
    """

  private static let russian = """
    ---
    title: Градиентный спуск на плоскости
    subtitle: Достопримечательности обратного распространения ошибки
    lang: ru
    ---

    ## Данные

    Четыре точки исключающего «или» не разделить никакой прямой — значит, понадобится скрытый слой.

    ```{data} xor
    generate: xor
    caption: Таблица истинности.
    ```

    ## Сеть

    ```{network} net
    input: 2
    layers:
      - {units: 3, activation: tanh}
      - {units: 1, activation: sigmoid}
    loss: binary-cross-entropy
    caption: Слои и число параметров каждого из них.
    ```

    ```{plot} diagram
    kind: network
    of: net
    caption: Два входа, три скрытых нейрона, один выход.
    ```
    """
}
