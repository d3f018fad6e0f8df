extension PublishedFormula {
  /// The formulas of the second document: two in Unicode, the rest as its code says them.
  static let cats: [PublishedFormula] = [
    PublishedFormula(
      .cats, "sigmoid", #"\sigma(w^T X + b) = 1/(1+e^{-(w^T X + b)})"#),
    PublishedFormula(.cats, "prediction", #"\hat Y = A = \sigma(w^T X + b)"#),
    PublishedFormula(.cats, "flattened images", #"X: (12288, m)"#),
    PublishedFormula(.cats, "w", #"w: 12288 \times 1"#),
    PublishedFormula(
      .cats, "shape of A", #"A: (m, 1)"#, ["refuted"], corrected: #"A: (1, m)"#),
    PublishedFormula(
      .cats, "cost",
      #"J = -\frac{1}{m} \sum \left( Y \odot \log A + (1 - Y) \odot \log (1 - A) \right)"#),
    PublishedFormula(
      .cats, "dw", #"\frac{\partial J}{\partial w} = \frac{1}{m} X (A - Y)^T"#),
    PublishedFormula(
      .cats, "db", #"\frac{\partial J}{\partial b} = \frac{1}{m} \sum (A - Y)"#),
    PublishedFormula(
      .cats, "dw by sample",
      #"\frac{\partial J}{\partial w_j} = \frac{1}{m} \sum_{i=1}^m x^{(i)}_j (a^{(i)} - y^{(i)})"#),
    PublishedFormula(.cats, "update of w", #"w := w - \alpha \frac{\partial J}{\partial w}"#),
    PublishedFormula(
      .cats, "update of b", #"b := b - \alpha \frac{1}{m} \sum_{i=1}^m (a^{(i)} - y^{(i)})"#),
  ]
}
