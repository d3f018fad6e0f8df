extension PublishedFormula {
  /// The formulas of the fifth document, in its order; they stand in its running text.
  static let mnistQuadratic: [PublishedFormula] = [
    PublishedFormula(
      .mnistQuadratic, "a2", #"a^{(2)} = \sigma(W^{(2)}a^{(1)}+b^{(2)})"#),
    PublishedFormula(
      .mnistQuadratic, "a2 written out",
      #"\begin {bmatrix} a_1^{(2)}\\ a_2^{(2)}\\ \vdots\\ a_k^{(2)}\\ \end {bmatrix}= \sigma( \begin {bmatrix} w^{(2)}_{1,1} & w^{(2)}_{1,2} & \cdots & w^{(2)}_{1,n} \\ w^{(2)}_{2,1} & w^{(2)}_{2,2} & \cdots & w^{(2)}_{2,n} \\ \vdots & \vdots & \ddots & \vdots \\ w^{(2)}_{k,1} & w^{(2)}_{k,2} & \cdots & w^{(2)}_{k,n} \end {bmatrix}\begin {bmatrix} a_1^{(1)}\\ a_2^{(1)}\\ \vdots\\ a_n^{(1)}\\ \end {bmatrix} + \begin {bmatrix} b_1^{(2)}\\ b_2^{(2)}\\ \vdots\\ b_k^{(2)}\\ \end {bmatrix})"#
    ),
    PublishedFormula(
      .mnistQuadratic, "the weights of a neuron",
      #"\begin{bmatrix} w^M_{i, 1} & w^M_{i, 2} & \cdots & w^M_{1, n} \end{bmatrix}"#, ["shape"],
      corrected: #"\begin{bmatrix} w^M_{i, 1} & w^M_{i, 2} & \cdots & w^M_{i, n} \end{bmatrix}"#),
    PublishedFormula(
      .mnistQuadratic, "descent", #"v \rightarrow (v’=v-\eta\nabla C)"#),
    PublishedFormula(
      .mnistQuadratic, "cost of the graph", #"C = \sum_x (y_x-a^L_x)^2"#, ["refuted"],
      corrected: #"C = \frac{1}{2} \sum_x (y_x-a^L_x)^2"#),
    PublishedFormula(
      .mnistQuadratic, "dC/dz of the last layer",
      #"\frac {\partial C} {\partial z_i^L} = \frac {\partial C} {\partial a_i^L}\frac {\partial a_i^L} {\partial z_i^L} = (a_i^L-y)\sigma’(z_i^L)"#,
      ["verified", "shape", "shape"],
      corrected:
        #"\frac {\partial C} {\partial z_i^L} = \frac {\partial C} {\partial a_i^L}\frac {\partial a_i^L} {\partial z_i^L} = (a_i^L-y_i)\sigma’(z_i^L)"#
    ),
    PublishedFormula(
      .mnistQuadratic, "z of the last layer",
      #"z^{(L)}_i = \sum_jw^{(L)}_{i, j}a_j^{(L-1)}+ b_i^{(L)}"#),
    PublishedFormula(
      .mnistQuadratic, "dC/dw",
      #"\frac {\partial C} {\partial w^M_{i, j}} = \frac {\partial C} {\partial z^M_i} \frac {\partial z^M_i}{\partial w^M_{i, j}} = \frac {\partial C} {\partial z^M_i} a_j^{M-1}"#
    ),
    PublishedFormula(
      .mnistQuadratic, "dC/db",
      #"\frac {\partial C} {\partial b^M_{i}} = \frac {\partial C} {\partial z^M_i} \frac {\partial z^M_i}{\partial b^M_{i}} = \frac {\partial C} {\partial z^M_i}"#
    ),
    PublishedFormula(
      .mnistQuadratic, "dC/da of the layer before",
      #"\frac {\partial C} {\partial a^{M-1}_j} = \sum_i \frac {\partial C}{\partial z^M_i} \frac {\partial z^M_i} {a_j^{M-1}} = \sum_i \frac {\partial C}{\partial z^M_i} w_{i,j}^M"#,
      ["shape", "shape", "verified"],
      corrected:
        #"\frac {\partial C} {\partial a^{M-1}_j} = \sum_i \frac {\partial C}{\partial z^M_i} \frac {\partial z^M_i} {\partial a_j^{M-1}} = \sum_i \frac {\partial C}{\partial z^M_i} w_{i,j}^M"#
    ),
    PublishedFormula(
      .mnistQuadratic, "dC/dz of the layer before",
      #"\frac {\partial C} {\partial z^{M-1}_j} = \frac {\partial C} {\partial a^{M-1}_j} \sigma’(z^{M-1}_j)"#
    ),
  ]
}
