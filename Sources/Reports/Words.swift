import Diagnostics
import Plots

/// The page's own words, in the language of the lesson.
///
/// A language is one value here; a lesson in any other language gets English.
struct Words: Sendable {
  let contents: String
  let skip: String
  /// The same on a page that is no lesson.
  let skipToText: String
  /// The name of the link that a heading has to itself.
  let thisSection: String
  let figure: String
  let table: String
  let equation: String
  let source: String
  let held: String
  let failed: String
  let notChecked: String
  let cellFailed: String
  let cellSkipped: @Sendable (String) -> String
  let cellNotRun: String
  let backToText: String
  let seed: String
  let precision: String
  let parameters: String
  let data: String
  let engine: String
  let rerun: String
  let standIn: @Sendable (_ wanted: String, _ used: String) -> String
  /// What stands at the head of a page whose parameters are not those the text was written for.
  let changedParameters: @Sendable (_ now: String, _ declared: String) -> String
  let standInNote: @Sendable (_ wanted: String, _ used: String) -> String
  let reproduces: String
  let asPrinted: String
  let wrong: String
  let corrected: String
  let shapes: String
  let endToEnd: String
  let points: String
  let relativeError: String
  /// What a verified step holds under: behind its verdict.
  let onDiagonal: String
  /// What parts it from the verdict.
  let space: String
  let within: @Sendable (String) -> String
  let ifTrue: @Sendable (String) -> String
  let isOneHot: @Sendable (String) -> String
  let diagonal: String
  let formulas: String
  /// The heads of the columns beside code.
  let formula: String
  let code: String
  let engineColumn: String
  let evidence: String
  let agrees: String
  let diagram: String
  /// Before the name of the picture that has the same data table.
  let sameNumbers: String
  let onOwnData: String
  let lessons: String
  let lessonFailed: String
  /// In the list, of a page that is not of its lesson any more.
  let lessonStale: String
  /// On such a page.
  let pageStale: @Sendable (_ command: String) -> String
  let readingTime: @Sendable (_ minutes: Int) -> String
  let stepsVerified: @Sendable (_ verified: Int, _ claimed: Int) -> String
  let errataShown: @Sendable (Int) -> String
  let expectationsHeld: @Sendable (_ held: Int, _ all: Int) -> String
  let expectationsOpen: @Sendable (Int) -> String
  let differs: String
  /// By the English word.
  let verdicts: [String: String]

  /// The words of the field.
  let terms: Terms

  /// What was found of an expectation, `found 0.45, 0.001 apart`, in the page's language.
  func finding(_ english: String) -> String {
    guard !terms.isEnglish else { return english }
    return english.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let isLast = word.hasSuffix(",")
      return terms[String(isLast ? word.dropLast() : word)] + (isLast ? "," : "")
    }.joined(separator: " ")
  }

  /// The word for a verdict on a step.
  func verdict(_ word: String) -> String { verdicts[word] ?? word }

  /// The words for a language tag; only its first part counts.
  static func of(_ language: String) -> Words {
    switch language.split(separator: "-").first.map({ $0.lowercased() }) {
    case "zh": chinese
    case "ru": russian
    default: english
    }
  }

  static let english = Words(
    contents: "Contents", skip: "Skip to the lesson", skipToText: "Skip to the text",
    thisSection: "Link to this section", figure: "Figure", table: "Table",
    equation: "Equation", source: "Source of this cell",
    held: "held", failed: "failed", notChecked: "not checked", cellFailed: "This cell failed",
    cellSkipped: { "This cell was skipped, since it needs '\($0)', which failed." },
    cellNotRun: "This cell was not run, since an earlier one failed.",
    backToText: "Back to the text", seed: "Seed", precision: "Precision",
    parameters: "Parameters", data: "Data", engine: "Made by", rerun: "Run it again",
    standIn: {
      "This page was made without \($0): every figure below comes from \($1) instead, "
        + "and what the sentences say of results may not hold here."
    },
    changedParameters: {
      "This page was run with \($0), but its text was written for \($1): what the sentences say of "
        + "results may not hold here. Numbers, tables and pictures are those of this run."
    },
    standInNote: { "(From \($1), which stand in for \($0).)" },

    reproduces: "Reproduces", asPrinted: "As printed", wrong: "Wrong", corrected: "Corrected",
    shapes: "Shapes",
    endToEnd: "The first side against the last:", points: "Random points",
    relativeError: "relative error", onDiagonal: "on the diagonal", space: " ",
    within: { "within \($0)" },
    ifTrue: { "if \($0)" }, isOneHot: { "\($0) is one-hot" },
    diagonal: "The Jacobian is written by what stands on its diagonal.",
    formulas: "Formulas", formula: "Formula", code: "Code", engineColumn: "Beside the engine",
    evidence:
      "Both sides of every verified step agreed at random points of small networks of this kind, to a relative error of 10⁻⁹ where no other is named. Agreement of numbers is evidence, not proof.",
    agrees: "as the engine",
    diagram: "Diagram", sameNumbers: "The same numbers as",
    onOwnData: "On the lesson’s own network and data", lessons: "Lessons",
    lessonFailed: "something failed", lessonStale: "page of an earlier state of the lesson",
    pageStale: {
      "This page shows an earlier state of the lesson. As it is now, the lesson could not be made into a page; ‘\($0)’ says why."
    },
    readingTime: { "\($0.counted("minute")) to read" },
    stepsVerified: { "\($0) of \($1.counted("step")) verified" },
    errataShown: { $0 == 1 ? "1 erratum shown" : "\($0) errata shown" },
    expectationsHeld: { "\($0) of \($1.counted("expectation")) held" },
    expectationsOpen: { "\($0.counted("expectation")) not checked" },
    differs: "differs", verdicts: [:], terms: Plots.Words.english.terms)

  static let chinese = Words(
    contents: "目录", skip: "跳到正文", skipToText: "跳到正文", thisSection: "本节链接", figure: "图", table: "表",
    equation: "式",
    source: "本单元源码",
    held: "成立", failed: "不成立", notChecked: "未检验", cellFailed: "本单元出错",
    cellSkipped: { "本单元已跳过:它需要的“\($0)”出错了。" },
    cellNotRun: "前面的单元出错,本单元未运行。", backToText: "回到正文",
    seed: "随机种子", precision: "精度", parameters: "参数", data: "数据", engine: "生成工具", rerun: "重新运行",
    standIn: { "生成本页时没有 \($0):以下所有数字均来自替代数据 \($1),文中关于结果的叙述可能不成立。" },
    changedParameters: {
      "本页以 \($0) 运行,而正文是为 \($1) 写的:文中关于结果的说法在此未必成立。数字、表格和图都来自本次运行。"
    },
    standInNote: { "(数据为 \($1),替代 \($0)。)" },
    reproduces: "复现", asPrinted: "原文",
    wrong: "错误写法",
    corrected: "更正", shapes: "形状", endToEnd: "首端与末端比较:", points: "随机点数", relativeError: "相对误差",
    onDiagonal: "(对角线)", space: "", within: { "(误差不超过 \($0))" }, ifTrue: { "(若 \($0))" },
    isOneHot: { "\($0) 为独热向量" }, diagonal: "雅可比矩阵只写出了对角线。", formulas: "公式",
    formula: "公式", code: "代码", engineColumn: "与引擎比较",
    evidence: "每个已验证步骤的两端都在同类小网络的随机点上取值一致(未另行注明时,相对误差不超过 10⁻⁹)。数值一致是证据,不是证明。",
    agrees: "与引擎一致", diagram: "示意图", sameNumbers: "数据同", onOwnData: "在本课自己的网络和数据上", lessons: "课程",
    lessonFailed: "有内容出错", lessonStale: "页面对应课程的旧版本",
    pageStale: { "本页显示的是课程的旧版本:课程的现有内容未能生成页面。原因见“\($0)”。" },
    readingTime: { "阅读约需 \($0) 分钟" },
    stepsVerified: { "已验证 \($1) 步中的 \($0) 步" },
    errataShown: { "指出 \($0) 处原文错误" }, expectationsHeld: { "\($1) 项预期中 \($0) 项成立" },
    expectationsOpen: { "\($0) 项预期未检验" },
    differs: "不一致",
    verdicts: [
      "verified": "已验证", "refuted": "不成立", "shape": "形状不符", "unread": "无法读取", "undefined": "无定义",
      "definition": "定义", "sketch": "示意",
    ], terms: Plots.Words.chinese.terms)

  static let russian = Words(
    contents: "Содержание", skip: "К тексту урока", skipToText: "К тексту",
    thisSection: "Ссылка на этот раздел", figure: "Рис.", table: "Таблица",
    equation: "Формула", source: "Исходный текст ячейки",
    held: "выполнено", failed: "не выполнено", notChecked: "не проверено",
    cellFailed: "Ошибка в этой ячейке",
    cellSkipped: { "Ячейка пропущена: ей нужно «\($0)», а там произошла ошибка." },
    cellNotRun: "Ячейка не выполнялась: произошла ошибка в одной из предыдущих.",
    backToText: "Назад к тексту", seed: "Начальное число",
    precision: "Точность", parameters: "Параметры", data: "Данные", engine: "Создано программой",
    rerun: "Запустить снова",
    standIn: {
      "Страница создана без \($0): все числа ниже получены на замене — \($1), "
        + "и сказанное о результатах может здесь не выполняться."
    },
    changedParameters: {
      "Страница получена при \($0), а текст написан для \($1): сказанное в нём о результатах здесь "
        + "может не выполняться. Числа, таблицы и рисунки — из этого запуска."
    },
    standInNote: { "(По данным \($1) вместо \($0).)" },

    reproduces: "Воспроизводит", asPrinted: "Как напечатано", wrong: "Неверно",
    corrected: "Исправлено",
    shapes: "Размеры", endToEnd: "Первая часть против последней:", points: "Случайных точек",
    relativeError: "относительная ошибка", onDiagonal: "по диагонали", space: " ",
    within: { "с точностью \($0)" }, ifTrue: { "если \($0)" },
    isOneHot: { "\($0) — вектор one-hot" },
    diagonal: "Матрица Якоби записана своей диагональю.",
    formulas: "Формулы", formula: "Формула", code: "Код", engineColumn: "Рядом с движком",
    evidence:
      "Обе части каждого проверенного шага совпали в случайных точках малых сетей того же вида с относительной ошибкой до 10⁻⁹, если не указано иное. Совпадение чисел — свидетельство, а не доказательство.",
    agrees: "как у движка",
    diagram: "Схема", sameNumbers: "Те же числа, что у:",
    onOwnData: "На сети и данных самого урока", lessons: "Уроки",
    lessonFailed: "есть ошибки", lessonStale: "страница прежней версии урока",
    pageStale: {
      "Это страница прежней версии урока: по нынешнему тексту урока страницу создать не удалось. Причину назовёт команда «\($0)»."
    },
    readingTime: { "чтение: \($0) мин" },
    stepsVerified: { "проверено шагов: \($0) из \($1)" },
    errataShown: { "показано опечаток: \($0)" },
    expectationsHeld: { "ожиданий выполнено: \($0) из \($1)" },
    expectationsOpen: { "ожиданий не проверено: \($0)" },
    differs: "расходится",
    verdicts: [
      "verified": "проверено", "refuted": "неверно", "shape": "размеры не сходятся",
      "unread": "не прочитано", "undefined": "не определено", "definition": "определение",
      "sketch": "набросок",
    ], terms: Plots.Words.russian.terms)
}
