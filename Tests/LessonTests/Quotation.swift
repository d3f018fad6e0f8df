/// What the lessons quote from the documents, to the sign.
///
/// The documents are not part of the project; their lines stand here a second time, so that neither a
/// lesson nor a tool that tidies it can change a quotation unnoticed.
struct Quotation: Sendable {
  /// Of the five, by the number they have in the lessons.
  let document: Int
  let text: String
  /// The lessons, without their ending, each with the cell that has the text as its content; no cell
  /// where it stands in the prose.
  let places: [(lesson: String, cell: String?)]

  static let all: [Quotation] = [
    Quotation(
      document: 3,
      text:
        #"\frac{\partial L}{\partial P}=-\frac{y_i}{p_i}"#,
      places: [("01-iris", "dP-printed"), ("09-what-the-documents-got-wrong", "missing-dP")]),
    Quotation(
      document: 3,
      text:
        #"\begin{align} \frac{\partial p_i}{\partial h_{2i}}&=\frac{\partial }{\partial h_{2i}}(\frac{e^{h_{2i}}}{\sum e^{h_2}}) \\ &=\frac{e^h_{2i} (\sum e^{h_2}-e^{h_{2i}})}{\sum e^{h_2}\cdot\sum e^{h_2}}\\ &=p_i(1-p_i) \end{align}"#,
      places: [("01-iris", "softmax-same-printed"), ("09-what-the-documents-got-wrong", "brace")]),
    Quotation(
      document: 3,
      text:
        #"\begin{align} \frac{\partial p_i}{\partial h_{2j}}&=\frac{\partial }{\partial h_{2j}}(\frac{e^{h_{2i}}}{\sum e^{h_{2j}}})\\ &=\frac{-e^{h_{2i}} e^{h_{2j}}}{\sum e^{h_2}\cdot\sum e^{h_2}}\\ &=-p_i p_j \end{align}"#,
      places: [
        ("01-iris", "softmax-other-printed"), ("09-what-the-documents-got-wrong", "shadow-3"),
      ]),
    Quotation(
      document: 3,
      text:
        #"\begin{align} \frac{\partial L}{\partial h_2}&=\frac{\partial L}{\partial P}\cdot\frac{\partial P}{\partial h_2}\\ &=-[y_i(1-p_i)-\sum_{i\neq j}y_i p_j] \\ &=p_i-y_i \end{align}"#,
      places: [("01-iris", "dh2-printed"), ("09-what-the-documents-got-wrong", "swapped-3")]),
    Quotation(
      document: 3,
      text:
        #"\frac{\partial L}{\partial b_2}=\frac{\partial L}{\partial h_2}=P-Y"#,
      places: [("01-iris", "db2-printed"), ("09-what-the-documents-got-wrong", "sum-b2")]),
    Quotation(
      document: 3,
      text:
        #"\frac{\partial L}{\partial W_1}=X^T (P-Y) {W_2}^T"#,
      places: [
        ("01-iris", "dW1-printed"), ("06-what-accuracy-cannot-see", "dW1"),
        ("09-what-the-documents-got-wrong", "mask-W1"),
      ]),
    Quotation(
      document: 3,
      text:
        #"\frac{\partial L}{\partial b_1}=(P-Y) {W_2}^T"#,
      places: [("01-iris", "db1-printed"), ("09-what-the-documents-got-wrong", "mask-b1")]),
    Quotation(
      document: 1,
      text:
        #"b^{(1)}: 10 \times 1"#,
      places: [
        ("02-mnist-one-sample-at-a-time", "dimensions-b2-printed"),
        ("09-what-the-documents-got-wrong", "layer-b"),
      ]),
    Quotation(
      document: 1,
      text:
        #"\frac{\partial z^{(2)}_i}{\partial w^{(2)}_{i j}} = \frac{\partial \sum^{h}_{j = 1} w^{(2)}_{i j} a^{(2)}_j}{\partial w^{(2)}_{i j}} = a^{(2)}_j"#,
      places: [
        ("02-mnist-one-sample-at-a-time", "dz2-dw2-printed"),
        ("09-what-the-documents-got-wrong", "shadow-1"),
      ]),
    Quotation(
      document: 1,
      text:
        #"\begin{aligned} \frac{\partial z^{(2)}_i}{\partial a^{(1)}_j} & = \frac{\partial \sum^h_{p=1}w^{(2)}_{i p}\cdot a^{(1)}_p + b^{(2)}_{i}}{\partial a^{(1)}_j} \\& = w^{(2)}_{i j} \end{aligned}"#,
      places: [("02-mnist-one-sample-at-a-time", "dz2-da1-as-printed")]),
    Quotation(
      document: 1,
      text:
        #"\begin{aligned} \frac{\partial L}{\partial w^{(1)}} & = \frac{\partial L}{\partial z^{(2)}} \frac{\partial z^{(2)}}{\partial a^{(1)}} \frac{\partial a^{(1)}}{\partial z^{(1)}} \frac{\partial z^{(1)}}{\partial w^{(1)}} \\ & = (a^{(2)}-y)w^{(2)}\sigma^{\prime} (z^{(1)})a^{(0)} \end{aligned}"#,
      places: [
        ("02-mnist-one-sample-at-a-time", "dw1-printed"),
        ("09-what-the-documents-got-wrong", "order-w1"),
      ]),
    Quotation(
      document: 1,
      text:
        #"\begin{aligned} \frac{\partial L}{\partial b^{(1)}} & = \frac{\partial L}{\partial z^{(2)}} \frac{\partial z^{(2)}}{\partial a^{(1)}} \frac{\partial a^{(1)}}{\partial z^{(1)}} \frac{\partial z^{(1)}}{\partial b^{(1)}} \\ & = (a^{(2)}-y)w^{(2)}\sigma^{\prime} (z^{(1)}) \end{aligned}"#,
      places: [
        ("02-mnist-one-sample-at-a-time", "db1-printed"),
        ("09-what-the-documents-got-wrong", "order-b1"),
      ]),
    Quotation(
      document: 1,
      text:
        #"L = - \sum^{c}_{k=1} y_k \log (a^{(2)}_k)"#,
      places: [
        ("02-mnist-one-sample-at-a-time", "loss-from-zero"),
        ("09-what-the-documents-got-wrong", "from-zero"),
      ]),
    Quotation(
      document: 4,
      text:
        #"E(\phi^{(h)}(w^{(h)}a^{(h-1)}))) = E(\phi^{(h)}(w^{(h)}\phi^{(h-1)}(w^{(h-1)}a^{(h-2)})))"#,
      places: [
        ("07-mnist-classifier", "nested-printed"),
        ("09-what-the-documents-got-wrong", "parenthesis"),
      ]),
    Quotation(
      document: 4,
      text:
        #"\frac{\partial E}{\partial w^{(s)}_{k,i}} = \delta^{(s)}_i a^{(s-1)}_j"#,
      places: [
        ("07-mnist-classifier", "gradient-printed"),
        ("09-what-the-documents-got-wrong", "swapped-gradient"),
      ]),
    Quotation(
      document: 4,
      text:
        #"p(Y|W) = \prod^N_{n=1}\prod^K_{j=1}(\frac{e^{v^{(h)}_i}}{\sum_ke^{v^{(h)}_k}})^{y^{(n)}_j}"#,
      places: [
        ("07-mnist-classifier", "likelihood-printed"),
        ("09-what-the-documents-got-wrong", "likelihood"),
      ]),
    Quotation(
      document: 4,
      text:
        #"\delta^{(h)}_i=\frac{\partial E}{\partial v^{(h)}_i}=a^{(h)}_i-y_i"#,
      places: [
        ("07-mnist-classifier", "delta-of-the-mean"), ("09-what-the-documents-got-wrong", "mean"),
      ]),
    Quotation(
      document: 5,
      text:
        #"\frac {\partial C} {\partial z_i^L} = \frac {\partial C} {\partial a_i^L}\frac {\partial a_i^L} {\partial z_i^L} = (a_i^L-y)\sigma’(z_i^L)"#,
      places: [
        ("08-mnist-from-bytes", "start-printed"), ("09-what-the-documents-got-wrong", "missing-y"),
      ]),
    Quotation(
      document: 5,
      text:
        #"\frac {\partial C} {\partial a^{M-1}_j} = \sum_i \frac {\partial C}{\partial z^M_i} \frac {\partial z^M_i} {a_j^{M-1}} = \sum_i \frac {\partial C}{\partial z^M_i} w_{i,j}^M"#,
      places: [
        ("08-mnist-from-bytes", "below-printed"), ("09-what-the-documents-got-wrong", "partial"),
      ]),
    Quotation(
      document: 2,
      text:
        #"得到 (m,1) 的矩阵A"#,
      places: [
        ("03-logistic-regression", nil), ("09-what-the-documents-got-wrong", nil),
      ]),
    Quotation(
      document: 4,
      text:
        #"\frac{\partial E}{\partial w^{(h)}{i,j}} = \frac{\partial E}{\partial a^{(h)}{i}}\frac{\partial a^{(h)}{i}}{\partial v^{(h)}{i}}\frac{\partial v^{(h)}{i}}{\partial w^{(h)}{i,j}} = \frac{\partial E}{\partial v^{(h)}_{i}}a^{(h-1)}_j = \delta^{(h)}a^{(h-1)}_j"#,
      places: [("07-mnist-classifier", nil)]),
    Quotation(
      document: 4,
      text:
        #"\frac{\partial E}{\partial w^{(h)}{i,j}} = \sum_k\frac{\partial E}{\partial a^{(h)}{k}}\frac{\partial a^{(h)}{k}}{\partial v^{(h)}{k}}\frac{\partial v^{(h)}_{k}}{\partial a^{(h-1)}_i}\frac{\partial a^{(h-1)}_i}{\partial v^{(h-1)}_i}\frac{\partial v^{(h-1)}i}{\partial w^{(h)}{i,j}} = \frac{\partial E}{\partial v^{(h-1)}_i}a^{(h-1)}_j = \delta^{(h-1)}_i a^{(h-2)}_j"#,
      places: [("07-mnist-classifier", nil)]),
    Quotation(
      document: 4,
      text:
        #"E(W) = -1/N\ln\prod^N_{n=1}\prod^K_{j=1}(\frac{e^{v^{(h)}_i}}{\sum_ke^{v^{(h)}k}})^{y^{(n)}j} = -1/N\sum^N{n=1}\sum^K{j=1}y^{(n)}_j\frac{e^{v^{(h)}_i}}{\sum_ke^{v^{(h)}_k}}"#,
      places: [("07-mnist-classifier", nil)]),
    Quotation(
      document: 4,
      text:
        #"\frac{\partial E}{\partial v^{(h)}i} = \sum^K{j=1, j \neq i}(y_j\frac{e^{v^{(h)}_j}}{\sum_ke^{v^{(h)}_k}}) + y_i\frac{e^{v^{(h)}_i}}{\sum_ke^{v^{(h)}k}} - y_i = \sum^K{j=1}(y_j\frac{e^{v^{(h)}_j}}{\sum_ke^{v^{(h)}_k}}) - y_i = \frac{e^{v^{(h)}_j}}{\sum_ke^{v^{(h)}_k}}) - y_i = a^{(h)}_i - y_i = \delta^{(h)}_i"#,
      places: [("07-mnist-classifier", nil)]),
    Quotation(
      document: 4,
      text:
        #".E(\phi^{(h)}(w^{(h)}\phi^{(h-1)}(w^{(h-1)}a^{(h-2)})))=E(a^{(h)})=-1/N_{batch}\sum^N_{batch}{n=1}\sum^K{j=1}y^{(n)}_ja^{(h,n)}"#,
      places: [("07-mnist-classifier", nil)]),
    Quotation(
      document: 5,
      text:
        #"w_{i, 1}, w_{i, 2}, \cdots, w_{1, n}"#,
      places: [("08-mnist-from-bytes", nil)]),
    Quotation(
      document: 5,
      text:
        #"(y_x-a^L_x)^2"#,
      places: [("08-mnist-from-bytes", nil)]),
    Quotation(
      document: 5,
      text:
        #"(y_x-a^L_x)^2"#,
      places: [("09-what-the-documents-got-wrong", nil)]),
    Quotation(
      document: 5,
      text:
        #"w_{i, 1}, w_{i, 2}, \cdots, w_{1, n}"#,
      places: [("09-what-the-documents-got-wrong", nil)]),
    Quotation(
      document: 4,
      text:
        #"w  \in \mathbb{R}^{(n_outputs,n_inputs)} где s обазначивает слой"#,
      places: [("07-mnist-classifier", nil)]),
    Quotation(
      document: 4,
      text:
        #"где s обазначивает слой"#,
      places: [("09-what-the-documents-got-wrong", nil)]),
    Quotation(
      document: 4,
      text:
        #"к минимизации логарифма"#,
      places: [("07-mnist-classifier", nil)]),
    Quotation(
      document: 4,
      text:
        #"к минимизации логарифма"#,
      places: [("09-what-the-documents-got-wrong", nil)]),
    Quotation(
      document: 2,
      text:
        #"第x - 1列"#,
      places: [("03-logistic-regression", nil)]),
    Quotation(
      document: 2,
      text:
        #"第x-i个样本"#,
      places: [("03-logistic-regression", nil)]),
    Quotation(
      document: 2,
      text:
        #"num_px num_px 3, 1"#,
      places: [("03-logistic-regression", nil)]),
    Quotation(
      document: 2,
      text:
        #"6464=4096"#,
      places: [("03-logistic-regression", nil)]),
    Quotation(
      document: 2,
      text:
        #"64643=12288"#,
      places: [("03-logistic-regression", nil)]),
    Quotation(
      document: 2,
      text:
        #"6464=4096"#,
      places: [("09-what-the-documents-got-wrong", nil)]),
    Quotation(
      document: 2,
      text:
        #"64643=12288"#,
      places: [("09-what-the-documents-got-wrong", nil)]),
    Quotation(
      document: 2,
      text:
        #"num_px num_px 3, 1"#,
      places: [("09-what-the-documents-got-wrong", nil)]),
    Quotation(
      document: 2,
      text:
        #"对称激活函数(如Sigmoid、Tanh)"#,
      places: [("05-deep-network", nil)]),
    Quotation(
      document: 2,
      text:
        #"SIGMOID -> LINEAR -> RELU -> LINEAR -> RELU -> … -> SIGMOID"#,
      places: [("05-deep-network", nil)]),
    Quotation(
      document: 2,
      text:
        #"SIGMOID -> LINEAR -> RELU -> LINEAR -> RELU -> … -> SIGMOID"#,
      places: [("09-what-the-documents-got-wrong", nil)]),
    Quotation(
      document: 2,
      text:
        #"运行异常"#,
      places: [("05-deep-network", nil)]),
  ]
}
