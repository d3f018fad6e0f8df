/// The words of the field that tables and axes use, in the languages a page may have.
///
/// What the program says of networks it says in English, the same for a terminal, for JSON and for code;
/// a page puts each word that stands by itself into its own language.
public struct Terms: Sendable {
  private let terms: [String: String]

  /// The term for an English one; what is no term, such as a name that an author gave, stays as it is.
  /// What follows in brackets is the author's.
  public subscript(english: String) -> String {
    if let term = terms[english] { return term }
    guard let bracket = english.firstRange(of: " (") else { return english }
    let head = String(english[..<bracket.lowerBound])
    return terms[head].map { $0 + english[bracket.lowerBound...] } ?? english
  }

  public var isEnglish: Bool { terms.isEmpty }

  static let english = Terms(terms: [:])
  static let chinese = Terms(terms: all.mapValues(\.chinese))
  static let russian = Terms(terms: all.mapValues(\.russian))

  private static let all: [String: (chinese: String, russian: String)] = [
    // The heads of tables.
    "Accuracy": ("准确率", "Доля верных"),
    "Actual": ("实际值", "Верно"),
    "Activation": ("激活函数", "Активация"),
    "Backpropagation": ("反向传播", "Обратный проход"),
    "Bias": ("偏置", "Смещение"),
    "Case": ("情形", "Случай"),
    "Class": ("类别", "Класс"),
    "Columns": ("列数", "Столбцов"),
    "Difference": ("差分", "Разность"),
    "Epoch": ("轮次", "Эпоха"),
    "Error": ("误差", "Ошибка"),
    "Examples": ("样本数", "Примеров"),
    "Features": ("特征数", "Признаков"),
    "Highest": ("最高", "Наибольшая"),
    "Kind": ("类型", "Вид"),
    "Layer": ("层", "Слой"),
    "Learning rate": ("学习率", "Скорость обучения"),
    "Loss": ("损失", "Потери"),
    "Lowest": ("最低", "Наименьшая"),
    "MAE": ("平均绝对误差", "Средняя абсолютная ошибка"),
    "Matrix": ("矩阵", "Матрица"),
    "Output": ("输出", "Выход"),
    "Parameter": ("参数", "Параметр"),
    "Parameters": ("参数个数", "Параметров"),
    "Part": ("部分", "Часть"),
    "Per class": ("各类数量", "По классам"),
    "Predicted": ("预测值", "Предсказано"),
    "Precision": ("精确率", "Точность"),
    "RMSE": ("均方根误差", "Среднеквадратичная ошибка"),
    "Recall": ("召回率", "Полнота"),
    "Reduction": ("减少", "Уменьшение"),
    "Remark": ("备注", "Примечание"),
    "Residual": ("残差", "Остаток"),
    "Rows": ("行数", "Строк"),
    "Running accuracy": ("训练中准确率", "Доля верных по ходу"),
    "Running loss": ("训练中损失", "Потери по ходу"),
    "Runs": ("运行次数", "Запусков"),
    "Samples": ("样本数", "Примеров"),
    "Shape": ("形状", "Размер"),
    "Stands for": ("含义", "Обозначает"),
    "Symbol": ("符号", "Символ"),
    "Sample": ("样本", "Пример"),
    "Targets": ("目标数", "Целей"),
    "Tensor": ("张量", "Тензор"),
    "Test accuracy": ("测试准确率", "Доля верных на тесте"),
    "Test loss": ("测试损失", "Потери на тесте"),
    "Test MAE": ("测试平均绝对误差", "MAE на тесте"),
    "Test R²": ("测试 R²", "R² на тесте"),
    "Test RMSE": ("测试均方根误差", "RMSE на тесте"),
    "Training MAE": ("训练平均绝对误差", "MAE на обучении"),
    "Training R²": ("训练 R²", "R² на обучении"),
    "Training RMSE": ("训练均方根误差", "RMSE на обучении"),
    "Training accuracy": ("训练准确率", "Доля верных на обучении"),
    "Training loss": ("训练损失", "Потери на обучении"),
    "Units": ("单元数", "Нейронов"),
    "Validation accuracy": ("验证准确率", "Доля верных на проверке"),
    "Validation loss": ("验证损失", "Потери на проверке"),
    "Validation MAE": ("验证平均绝对误差", "MAE на проверке"),
    "Validation R²": ("验证 R²", "R² на проверке"),
    "Validation RMSE": ("验证均方根误差", "RMSE на проверке"),
    "Verdict": ("结论", "Вывод"),
    "Weights": ("权重", "Веса"),
    "What it is": ("说明", "Что это"),
    "Worst at": ("最差处", "Хуже всего"),
    // What stands in their cells.
    "hidden": ("隐藏", "скрытый"),
    "input": ("输入", "вход"),
    "output": ("输出", "выход"),
    "test": ("测试", "тест"),
    "total": ("合计", "всего"),
    "no answer": ("无输出", "нет ответа"),
    "train": ("训练", "обучение"),
    "training": ("训练", "обучение"),
    "validation": ("验证", "проверка"),
    "✓\u{A0}agrees": ("✓\u{A0}一致", "✓\u{A0}совпадает"),
    "✗\u{A0}differs": ("✗\u{A0}不一致", "✗\u{A0}расходится"),
    // Axes and series.
    "accuracy": ("准确率", "доля верных"),
    "class": ("类别", "класс"),
    "epoch": ("轮次", "эпоха"),
    "loss": ("损失", "потери"),
    "probability": ("概率", "вероятность"),
    "relative error": ("相对误差", "относительная ошибка"),
    "samples": ("样本数", "примеров"),
    "share": ("比例", "доля"),
    "step": ("步", "шаг"),
    "training accuracy": ("训练准确率", "доля верных на обучении"),
    "training loss": ("训练损失", "потери на обучении"),
    "test loss": ("测试损失", "потери на тесте"),
    "test accuracy": ("测试准确率", "доля верных на тесте"),
    "units": ("单元数", "нейронов"),
    "validation accuracy": ("验证准确率", "доля верных на проверке"),
    "validation loss": ("验证损失", "потери на проверке"),
    "running loss": ("训练中损失", "потери по ходу"),
    // What symbols stand for.
    "a number": ("一个数", "число"),
    "activation": ("激活值", "активация"),
    "all weights and biases": ("所有权重和偏置", "все веса и смещения"),
    "any layer": ("任意一层", "любой слой"),
    "any positive number": ("任意正数", "любое положительное число"),
    "anything of the shape of the bias": ("与偏置同形的量", "что угодно размера смещения"),
    "anything of the shape of the weights": ("与权重同形的量", "что угодно размера весов"),
    "before the activation": ("激活之前", "до активации"),
    "bias": ("偏置", "смещение"),
    "double": ("双精度 (double)", "двойная (double)"),
    "float": ("单精度 (float)", "одинарная (float)"),
    "gradient": ("梯度", "градиент"),
    "likelihood of the targets": ("目标的似然", "правдоподобие меток"),
    "pre-activation": ("激活前的值", "значение до активации"),
    "scalar": ("标量", "скаляр"),
    "target": ("目标", "метка"),
    "the activation function of a layer": ("某层的激活函数", "функция активации слоя"),
    "the inputs of a layer": ("某层的输入数", "число входов слоя"),
    "the last layer": ("最后一层", "последний слой"),
    "the number of inputs": ("输入数", "число входов"),
    "the number of layers": ("层数", "число слоёв"),
    "the number of outputs": ("输出数", "число выходов"),
    "the number of samples": ("样本个数", "число примеров"),
    "the outputs of a layer": ("某层的输出数", "число выходов слоя"),
    "the samples": ("样本", "примеры"),
    "weights": ("权重", "веса"),
    "weights as a vector": ("权重向量", "веса как вектор"),
    "∂L/∂W of a layer": ("某层的 ∂L/∂W", "∂L/∂W слоя"),
    "∂L/∂b of a layer": ("某层的 ∂L/∂b", "∂L/∂b слоя"),
    "∂L/∂z of a layer": ("某层的 ∂L/∂z", "∂L/∂z слоя"),
    // Titles of pictures.
    "Error of the gradient check by step size": ("梯度检验误差与步长", "Ошибка проверки градиента по шагу"),
    "Learning curve": ("学习曲线", "Кривая обучения"),
    "Loss by epoch": ("各轮损失", "Потери по эпохам"),
    "Size of the gradients by layer": ("各层梯度大小", "Величина градиентов по слоям"),
    "The worst mistakes": ("最严重的错误", "Самые грубые ошибки"),
    "What was taken for what": ("混淆矩阵", "Что за что принято"),
    "backpropagation": ("反向传播", "обратный проход"),
    "case": ("情形", "случай"),
    "count": ("数量", "количество"),
    "parameter": ("参数", "параметр"),
    // What was found of an expectation.
    "found": ("实得", "получено"),
    "and": ("与", "и"),
    "apart": ("相差", "разница"),
    "allowed": ("允许", "допустимо"),
  ]
}

extension Axis {
  /// With its label in the language of the page.
  func named(in words: Words) -> Axis {
    var axis = self
    axis.label = words.terms[label]
    return axis
  }
}

extension SecondAxis {
  func named(in words: Words) -> SecondAxis? { SecondAxis(words.terms[label], unit: unit) }
}

extension Key {
  func named(in words: Words) -> Key {
    Key(words.terms[name], paint: paint, end: end, symbol: symbol)
  }
}

extension DataSeries {
  func named(in words: Words) -> DataSeries { DataSeries(words.terms[name], points: points) }
}
