/// The words a picture uses beside those it is given, in the language of the page.
public struct Words: Sendable {
  public var noData: String
  /// The heading of the table that goes with a picture.
  public var dataTable: String
  /// Says how far a table was thinned: shown rows, all rows.
  public var thinned: @Sendable (Int, Int) -> String
  public var best: String
  public var actual: String
  public var predicted: String
  public var layer: String
  public var sample: String
  public var units: String
  public var activation: String
  public var kind: String
  public var from: String
  public var link: String
  public var to: String
  /// Says what a dash in a table stands for.
  public var notRecorded: String
  public var terms: Terms
  public var sentences: Sentences
  /// Why a logarithmic axis has nothing to show.
  public var notPositive: String

  /// Those of a page's language; English for one that has none.
  public static func of(_ language: String) -> Words {
    switch language.prefix(2) {
    case "zh": .chinese
    case "ru": .russian
    default: .english
    }
  }

  public static let english = Words(
    noData: "no data", dataTable: "Data table",
    thinned: { "\($0) of \($1) rows, evenly chosen" }, best: "best", actual: "actual",
    predicted: "predicted", layer: "layer", sample: "sample",
    units: "units", activation: "activation",
    kind: "class", from: "from", link: "link", to: "to",
    notRecorded: "–: this run, with other parameters, recorded nothing there.",
    terms: .english,
    sentences: .english, notPositive: "no value above 0, and a logarithmic axis has no others")

  public static let chinese = Words(
    noData: "无数据", dataTable: "数据表", thinned: { "共 \($1) 行，均匀选取 \($0) 行" }, best: "最佳",
    actual: "实际", predicted: "预测", layer: "层", sample: "样本", units: "单元数", activation: "激活函数",
    kind: "类别", from: "起点", link: "连线", to: "终点", notRecorded: "–:本次运行的参数不同,此处没有记录。",
    terms: .chinese,
    sentences: .chinese, notPositive: "没有大于 0 的值，对数轴上无可显示")

  public static let russian = Words(
    noData: "нет данных", dataTable: "Таблица данных",
    thinned: { "\($0) строк из \($1), выбраны равномерно" }, best: "лучшее", actual: "верно",
    predicted: "предсказано", layer: "слой", sample: "пример",
    units: "нейронов", activation: "активация",
    kind: "класс",
    from: "откуда", link: "связь", to: "куда",
    notRecorded: "–: в этом запуске, с другими параметрами, здесь ничего не записано.",
    terms: .russian,
    sentences: .russian, notPositive: "нет значений больше 0, а других на логарифмической оси нет")
}
