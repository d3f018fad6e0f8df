extension PublishedFormula {
  /// The display formulas of the third document, in its order.
  static let iris: [PublishedFormula] = [
    PublishedFormula(.iris, "h1", #"h_1=X W_1+b_1"#),
    PublishedFormula(.iris, "a1", #"a_1=\mathop{ReLU}(h_1)"#),
    PublishedFormula(.iris, "h2", #"h_2=a_1 W_2 + b_2"#),
    PublishedFormula(.iris, "P", #"P=\mathop{softmax}(h_2)"#),
    PublishedFormula(.iris, "ReLU", #"\mathop{ReLU}(x)=\max(0,x)"#),
    PublishedFormula(.iris, "softmax", #"\mathop{softmax}(x_i)=\frac{e^{x_i}}{\sum e^{x}}"#),
    PublishedFormula(
      .iris, "initial weights",
      #"W\sim U(-\frac{\sqrt{6}}{\sqrt{n_{in}+n_{out}}},\frac{\sqrt{6}}{\sqrt{n_{in}+n_{out}}})"#),
    PublishedFormula(.iris, "loss", #"L_{NLL}=-\sum_{i}y_i \log p_i"#),
    PublishedFormula(
      .iris, "dL/dW2 by the chain rule",
      #"\frac{\partial L}{\partial W_2}=\frac{\partial L}{\partial P}\cdot\frac{\partial P}{\partial h_2}\cdot\frac{\partial h_2}{\partial W_2}"#
    ),
    PublishedFormula(
      .iris, "dL/dP", #"\frac{\partial L}{\partial P}=-\frac{y_i}{p_i}"#, ["shape"],
      corrected: #"\frac{\partial L}{\partial p_i}=-\frac{y_i}{p_i}"#),
    PublishedFormula(
      .iris, "p", #"p_i=\mathop{softmax}(h_{2i})=\frac{e^{h_{2i}}}{\sum e^{h_2}}"#),
    PublishedFormula(
      .iris, "dp/dh2 on the diagonal",
      #"\begin{align} \frac{\partial p_i}{\partial h_{2i}}&=\frac{\partial }{\partial h_{2i}}(\frac{e^{h_{2i}}}{\sum e^{h_2}}) \\ &=\frac{e^h_{2i} (\sum e^{h_2}-e^{h_{2i}})}{\sum e^{h_2}\cdot\sum e^{h_2}}\\ &=p_i(1-p_i) \end{align}"#,
      ["verified", "shape", "shape", "verified"],
      corrected:
        #"\begin{align} \frac{\partial p_i}{\partial h_{2i}}&=\frac{\partial }{\partial h_{2i}}(\frac{e^{h_{2i}}}{\sum e^{h_2}}) \\ &=\frac{e^{h_{2i}} (\sum e^{h_2}-e^{h_{2i}})}{\sum e^{h_2}\cdot\sum e^{h_2}}\\ &=p_i(1-p_i) \end{align}"#
    ),
    PublishedFormula(
      .iris, "dp/dh2 off the diagonal",
      #"\begin{align} \frac{\partial p_i}{\partial h_{2j}}&=\frac{\partial }{\partial h_{2j}}(\frac{e^{h_{2i}}}{\sum e^{h_{2j}}})\\ &=\frac{-e^{h_{2i}} e^{h_{2j}}}{\sum e^{h_2}\cdot\sum e^{h_2}}\\ &=-p_i p_j \end{align}"#,
      ["refuted", "refuted", "verified", "verified"],
      corrected:
        #"\begin{align} \frac{\partial p_i}{\partial h_{2j}}&=\frac{\partial }{\partial h_{2j}}(\frac{e^{h_{2i}}}{\sum_k e^{h_{2k}}})\\ &=\frac{-e^{h_{2i}} e^{h_{2j}}}{\sum e^{h_2}\cdot\sum e^{h_2}}\\ &=-p_i p_j \end{align}"#,
      where: #"i \neq j"#),
    PublishedFormula(
      .iris, "dL/dh2",
      #"\begin{align} \frac{\partial L}{\partial h_2}&=\frac{\partial L}{\partial P}\cdot\frac{\partial P}{\partial h_2}\\ &=-[y_i(1-p_i)-\sum_{i\neq j}y_i p_j] \\ &=p_i-y_i \end{align}"#,
      ["verified", "shape", "refuted", "shape"],
      corrected:
        #"\begin{align} \frac{\partial L}{\partial h_{2i}}&=\sum_k \frac{\partial L}{\partial p_k}\cdot\frac{\partial p_k}{\partial h_{2i}}\\ &=-[y_i(1-p_i)-\sum_{j\neq i}y_j p_i] \\ &=p_i-y_i \end{align}"#
    ),
    PublishedFormula(
      .iris, "dL/dW2",
      #"\begin{align} \frac{\partial L}{\partial W_2}&=\frac{\partial L}{\partial P}\cdot\frac{\partial P}{\partial h_2}\cdot\frac{\partial h_2}{\partial W_2} \\ &={a_1}^T (P-Y) \end{align}"#
    ),
    PublishedFormula(
      .iris, "dL/db2",
      #"\frac{\partial L}{\partial b_2}=\frac{\partial L}{\partial h_2}=P-Y"#,
      ["shape", "verified", "shape"],
      corrected:
        #"\frac{\partial L}{\partial b_{2i}}=\sum_n \frac{\partial L}{\partial h^{(n)}_{2i}}=\sum_n (p^{(n)}_i - y^{(n)}_i)"#
    ),
    PublishedFormula(
      .iris, "dL/dW1", #"\frac{\partial L}{\partial W_1}=X^T (P-Y) {W_2}^T"#, ["refuted"],
      corrected:
        #"\frac{\partial L}{\partial W_1}=X^T \left( (P-Y) {W_2}^T \odot 1[h_1 > 0] \right)"#),
    PublishedFormula(
      .iris, "dL/db1", #"\frac{\partial L}{\partial b_1}=(P-Y) {W_2}^T"#, ["shape"],
      corrected:
        #"\frac{\partial L}{\partial b_{1j}}=\sum_n \sum_i (p^{(n)}_i - y^{(n)}_i) W_{2,ji} 1[h^{(n)}_{1j} > 0]"#
    ),
  ]
}
