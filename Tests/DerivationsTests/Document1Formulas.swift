extension PublishedFormula {
  /// The display formulas of the first document, in its order.
  static let mnistOneByOne: [PublishedFormula] = [
    PublishedFormula(.mnistOneByOne, "dimension of a0", #"a^{(0)}: 784 \times 1"#),
    PublishedFormula(.mnistOneByOne, "dimension of w1", #"w^{(1)}: 28 \times 784"#),
    PublishedFormula(.mnistOneByOne, "dimension of b1", #"b^{(1)}: 28 \times 1"#),
    PublishedFormula(.mnistOneByOne, "dimension of z1", #"z^{(1)}: 28 \times 1"#),
    PublishedFormula(.mnistOneByOne, "dimension of a1", #"a^{(1)}: 28 \times 1"#),
    PublishedFormula(.mnistOneByOne, "dimension of w2", #"w^{(2)}: 10 \times 28"#),
    PublishedFormula(
      .mnistOneByOne, "dimension of b2", #"b^{(1)}: 10 \times 1"#, ["refuted"],
      corrected: #"b^{(2)}: 10 \times 1"#),
    PublishedFormula(.mnistOneByOne, "dimension of z2", #"z^{(2)}: 10 \times 1"#),
    PublishedFormula(.mnistOneByOne, "dimension of a2", #"a^{(2)}: 10 \times 1"#),
    PublishedFormula(.mnistOneByOne, "dimension of y", #"y: 10 \times 1"#),
    PublishedFormula(.mnistOneByOne, "z1", #"z^{(1)} = w^{(1)}a^{(0)} + b^{(1)}"#),
    PublishedFormula(.mnistOneByOne, "a1", #"a^{(1)} = \sigma(z^{(1)})"#),
    PublishedFormula(.mnistOneByOne, "z2", #"z^{(2)} = w^{(2)}a^{(1)} + b^{(2)}"#),
    PublishedFormula(.mnistOneByOne, "a2", #"a^{(2)} = S(z^{(2)})"#),
    PublishedFormula(.mnistOneByOne, "L", #"L = - \sum^{c}_{k=1} y_k \log (a^{(2)}_k)"#),
    PublishedFormula(
      .mnistOneByOne, "dL/dz2",
      #"\begin{aligned} \frac{\partial L}{\partial z^{(2)}_i} & = \frac{\partial \left( - \sum^{c}_{k=1} y_k \log (a^{(2)}_k) \right)}{\partial z^{(2)}_i} \\ & = - \sum^{c}_{k=1} y_k \cdot \frac{\partial \log (a^{(2)}_k)}{\partial z^{(2)}_i} \\ & = - \sum^{c}_{k=1} y_k \cdot \frac{\partial \log (a^{(2)}_k)}{\partial a^{(2)}_k} \cdot \frac{\partial a^{(2)}_k}{\partial z^{(2)}_i} \\ & = - \sum^{c}_{k=1} \frac{y_k}{a^{(2)}_k} \cdot \frac{\partial a^{(2)}_k}{\partial z^{(2)}_i} \\& = - \left( \frac{y_i}{a^{(2)}_i} \cdot a^{(2)}_i \cdot (1 - a^{(2)}_i) - \sum^{c}_{k=1, k \neq i} \frac{y_k}{a^{(2)}_k} \cdot a^{(2)}_k \cdot a^{(2)}_i \right) \\& = - y_i (1 - a^{(2)}_i) + \sum^{c}_{k=1, k \neq i} y_k a^{(2)}_i \\& = - y_i + y_i a^{(2)}_i + \sum^{c}_{k=1, k \neq i} y_k a^{(2)}_i \\& = - y_i + \sum^{c}_{k=1} y_k a^{(2)}_i \\& = a^{(2)}_i - y_i \end{aligned}"#
    ),
    PublishedFormula(
      .mnistOneByOne, "dz2/dw2",
      #"\frac{\partial z^{(2)}_i}{\partial w^{(2)}_{i j}} = \frac{\partial \sum^{h}_{j = 1} w^{(2)}_{i j} a^{(2)}_j}{\partial w^{(2)}_{i j}} = a^{(2)}_j"#,
      ["shape", "shape", "shape"],
      corrected:
        #"\frac{\partial z^{(2)}_i}{\partial w^{(2)}_{i j}} = \frac{\partial \left( \sum^{h}_{p = 1} w^{(2)}_{i p} a^{(1)}_p + b^{(2)}_i \right)}{\partial w^{(2)}_{i j}} = a^{(1)}_j"#
    ),
    PublishedFormula(
      .mnistOneByOne, "dL/dw2 by element",
      #"\begin{aligned} \frac{\partial L}{\partial w^{(2)}_{i j}} & = \frac{\partial L}{\partial z^{(2)}_i} \cdot \frac{\partial z^{(2)}_i}{\partial w^{(2)}_{i j}} \\ & = (a^{(2)}_i - y_i) a^{(1)}_j \end{aligned}"#
    ),
    PublishedFormula(
      .mnistOneByOne, "dL/dw2",
      #"\frac{\partial L}{\partial w^{(2)}} = (a^{(2)} - y) \cdot {a^{(1)}}^T"#),
    PublishedFormula(
      .mnistOneByOne, "dL/db2 by element",
      #"\begin{aligned} \frac{\partial L}{\partial b^{(2)}_{i}} & = \frac{\partial L}{\partial z^{(2)}_i} \cdot \frac{\partial z^{(2)}_i}{\partial b^{(2)}_{i}} \\ & = (a^{(2)}_i - y_i) \cdot 1 \\& = (a^{(2)}_i - y_i) \end{aligned}"#
    ),
    PublishedFormula(
      .mnistOneByOne, "dL/db2", #"\frac{\partial L}{\partial b^{(2)}} = (a^{(2)} - y)"#),
    PublishedFormula(
      .mnistOneByOne, "dz2/da1 by element",
      #"\begin{aligned} \frac{\partial z^{(2)}_i}{\partial a^{(1)}_j} & = \frac{\partial \sum^h_{p=1}w^{(2)}_{i p}\cdot a^{(1)}_p + b^{(2)}_{i}}{\partial a^{(1)}_j} \\& = w^{(2)}_{i j} \end{aligned}"#
    ),
    PublishedFormula(
      .mnistOneByOne, "dz2/da1", #"\frac{\partial z^{(2)}}{\partial a^{(1)}} = w^{(2)}"#),
    PublishedFormula(
      .mnistOneByOne, "da1/dz1",
      #"\frac{\partial a^{(1)}}{\partial z^{(1)}} = \sigma^{\prime} (z^{(1)})"#),
    PublishedFormula(
      .mnistOneByOne, "dz1/dw1", #"\frac{\partial z^{(1)}}{\partial w^{(1)}} = a^{(0)}"#),
    PublishedFormula(
      .mnistOneByOne, "dz1/db1", #"\frac{\partial z^{(1)}}{\partial b^{(1)}} = 1"#),
    PublishedFormula(
      .mnistOneByOne, "dL/dw1 by the chain rule",
      #"\begin{aligned} \frac{\partial L}{\partial w^{(1)}} & = \frac{\partial L}{\partial z^{(2)}} \frac{\partial z^{(2)}}{\partial a^{(1)}} \frac{\partial a^{(1)}}{\partial z^{(1)}} \frac{\partial z^{(1)}}{\partial w^{(1)}} \\ & = (a^{(2)}-y)w^{(2)}\sigma^{\prime} (z^{(1)})a^{(0)} \end{aligned}"#,
      ["verified", "shape", "shape"],
      corrected:
        #"\begin{aligned} \frac{\partial L}{\partial w^{(1)}} & = \frac{\partial L}{\partial z^{(2)}} \frac{\partial z^{(2)}}{\partial a^{(1)}} \frac{\partial a^{(1)}}{\partial z^{(1)}} \frac{\partial z^{(1)}}{\partial w^{(1)}} \\ & = \left({w^{(2)}}^T \cdot (a^{(2)}-y) \times \sigma^{\prime} (z^{(1)})\right) \cdot {a^{(0)}}^T \end{aligned}"#
    ),
    PublishedFormula(
      .mnistOneByOne, "dL/db1 by the chain rule",
      #"\begin{aligned} \frac{\partial L}{\partial b^{(1)}} & = \frac{\partial L}{\partial z^{(2)}} \frac{\partial z^{(2)}}{\partial a^{(1)}} \frac{\partial a^{(1)}}{\partial z^{(1)}} \frac{\partial z^{(1)}}{\partial b^{(1)}} \\ & = (a^{(2)}-y)w^{(2)}\sigma^{\prime} (z^{(1)}) \end{aligned}"#,
      ["verified", "shape", "shape"],
      corrected:
        #"\begin{aligned} \frac{\partial L}{\partial b^{(1)}} & = \frac{\partial L}{\partial z^{(2)}} \frac{\partial z^{(2)}}{\partial a^{(1)}} \frac{\partial a^{(1)}}{\partial z^{(1)}} \frac{\partial z^{(1)}}{\partial b^{(1)}} \\ & = {w^{(2)}}^T \cdot (a^{(2)}-y) \times \sigma^{\prime} (z^{(1)}) \end{aligned}"#
    ),
    PublishedFormula(
      .mnistOneByOne, "dL/db2 rewritten",
      #"\frac{\partial L}{\partial b^{(2)}} = (a^{(2)} - y)"#),
    PublishedFormula(
      .mnistOneByOne, "dL/dw2 rewritten",
      #"\frac{\partial L}{\partial w^{(2)}} = (a^{(2)} - y) \cdot {a^{(1)}}^T"#),
    PublishedFormula(
      .mnistOneByOne, "dL/db1 rewritten",
      #"\frac{\partial L}{\partial b^{(1)}} = {w^{(2)}}^T \cdot (a^{(2)}-y) \times \sigma^{\prime} (z^{(1)})"#
    ),
    PublishedFormula(
      .mnistOneByOne, "dL/dw1 rewritten",
      #"\frac{\partial L}{\partial w^{(1)}} = \left({w^{(2)}}^T \cdot (a^{(2)}-y) \times \sigma^{\prime} (z^{(1)})\right) \cdot {a^{(0)}}^T"#
    ),
  ]
}
