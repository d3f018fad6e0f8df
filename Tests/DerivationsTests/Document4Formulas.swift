extension PublishedFormula {
  /// The formulas of the fourth document, in its order.
  ///
  /// Its page lost underscores to Markdown (`w^{(h)}{i,j}` was `w^{(h)}_{i,j}`), the backslashes before
  /// braces (`1{x > 0}`), and the dollar signs. They are restored here, so that "as printed" means as
  /// the author wrote it; every other slip is the document's own.
  static let mnistLayers: [PublishedFormula] = [
    PublishedFormula(
      .mnistLayers, "shape of w", #"w \in \mathbb{R}^{(n_{outputs},n_{inputs})}"#),
    PublishedFormula(
      .oneLayer, "u and v",
      #"u_k = \sum_{j=1}^J{w_{k,j}x_j}, v_k = u_k + b_k = \sum_{j=0}^J{w_{k,j}x_j}"#),
    PublishedFormula(
      .oneLayer, "a", #"a_k = \phi(u_k + b_k) = \phi(v_k)"#,
      after: #"u_k = \sum_{j=1}^J{w_{k,j}x_j}"#),
    PublishedFormula(
      .mnistLayers, "E of the layers",
      #"E(\phi^{(h)}(w^{(h)}a^{(h-1)}))) = E(\phi^{(h)}(w^{(h)}\phi^{(h-1)}(w^{(h-1)}a^{(h-2)})))"#,
      ["shape"],
      corrected:
        #"E(\phi^{(h)}(w^{(h)}a^{(h-1)})) = E(\phi^{(h)}(w^{(h)}\phi^{(h-1)}(w^{(h-1)}a^{(h-2)})))"#
    ),
    PublishedFormula(.mnistLayers, "a0", #"a^{(0)}=x"#),
    PublishedFormula(
      .mnistLayers, "dE/dw of the last layer",
      #"\frac{\partial E}{\partial w^{(h)}_{i,j}} = \frac{\partial E}{\partial a^{(h)}_{i}}\frac{\partial a^{(h)}_{i}}{\partial v^{(h)}_{i}}\frac{\partial v^{(h)}_{i}}{\partial w^{(h)}_{i,j}} = \frac{\partial E}{\partial v^{(h)}_{i}}a^{(h-1)}_j = \delta^{(h)}a^{(h-1)}_j"#,
      ["refuted", "refuted", "shape", "shape"],
      corrected:
        #"\frac{\partial E}{\partial w^{(h)}_{i,j}} = \sum_k \frac{\partial E}{\partial a^{(h)}_{k}}\frac{\partial a^{(h)}_{k}}{\partial v^{(h)}_{i}}\frac{\partial v^{(h)}_{i}}{\partial w^{(h)}_{i,j}} = \frac{\partial E}{\partial v^{(h)}_{i}}a^{(h-1)}_j = \delta^{(h)}_i a^{(h-1)}_j"#
    ),
    PublishedFormula(
      .mnistLayers, "dE/dw of the layer before",
      #"\frac{\partial E}{\partial w^{(h)}_{i,j}} = \sum_k\frac{\partial E}{\partial a^{(h)}_{k}}\frac{\partial a^{(h)}_{k}}{\partial v^{(h)}_{k}}\frac{\partial v^{(h)}_{k}}{\partial a^{(h-1)}_i}\frac{\partial a^{(h-1)}_i}{\partial v^{(h-1)}_i}\frac{\partial v^{(h-1)}_i}{\partial w^{(h)}_{i,j}} = \frac{\partial E}{\partial v^{(h-1)}_i}a^{(h-1)}_j = \delta^{(h-1)}_i a^{(h-2)}_j"#,
      ["shape", "shape", "shape", "shape"],
      corrected:
        #"\frac{\partial E}{\partial w^{(h-1)}_{i,j}} = \sum_k\frac{\partial E}{\partial v^{(h)}_{k}}\frac{\partial v^{(h)}_{k}}{\partial a^{(h-1)}_i}\frac{\partial a^{(h-1)}_i}{\partial v^{(h-1)}_i}\frac{\partial v^{(h-1)}_i}{\partial w^{(h-1)}_{i,j}} = \frac{\partial E}{\partial v^{(h-1)}_i}a^{(h-2)}_j = \delta^{(h-1)}_i a^{(h-2)}_j"#
    ),
    PublishedFormula(
      .mnistLayers, "delta of a hidden layer",
      #"\delta^{(s-1)}_i = \frac{\partial E}{\partial v^{(s-1)}_i} = \phi^{(s-1)'}(v^{(s-1)}_i)\sum_k\delta^{(s)}_kw^{(s)}_{k,i}"#
    ),
    PublishedFormula(
      .mnistLayers, "delta of the last layer",
      #"\delta^{(h)}_i = \frac{\partial E}{\partial v^{(h)}_i}"#),
    PublishedFormula(
      .mnistLayers, "dE/dw in general",
      #"\frac{\partial E}{\partial w^{(s)}_{k,i}} = \delta^{(s)}_i a^{(s-1)}_j"#, ["shape"],
      corrected: #"\frac{\partial E}{\partial w^{(s)}_{k,i}} = \delta^{(s)}_k a^{(s-1)}_i"#),
    PublishedFormula(
      .mnistLayers, "softmax",
      #"\phi^{(h)}(v^{(h)}_i) = \frac{e^{v^{(h)}_i}}{\sum_ke^{v^{(h)}_k}}"#),
    PublishedFormula(
      .mnistLayers, "likelihood",
      #"p(Y|W) = \prod^N_{n=1}\prod^K_{j=1}(\frac{e^{v^{(h)}_i}}{\sum_ke^{v^{(h)}_k}})^{y^{(n)}_j}"#,
      ["shape"],
      corrected:
        #"p(Y|W) = \prod^N_{n=1}\prod^K_{j=1}(\frac{e^{v^{(h,n)}_j}}{\sum_ke^{v^{(h,n)}_k}})^{y^{(n)}_j}"#
    ),
    PublishedFormula(
      .mnistLayers, "E of W",
      #"E(W) = -1/N\ln\prod^N_{n=1}\prod^K_{j=1}(\frac{e^{v^{(h)}_i}}{\sum_ke^{v^{(h)}_k}})^{y^{(n)}_j} = -1/N\sum^N_{n=1}\sum^K_{j=1}y^{(n)}_j\frac{e^{v^{(h)}_i}}{\sum_ke^{v^{(h)}_k}}"#,
      ["shape", "refuted", "shape"],
      corrected:
        #"E(W) = -1/N\ln\prod^N_{n=1}\prod^K_{j=1}(\frac{e^{v^{(h,n)}_j}}{\sum_ke^{v^{(h,n)}_k}})^{y^{(n)}_j} = -1/N\sum^N_{n=1}\sum^K_{j=1}y^{(n)}_j\ln\frac{e^{v^{(h,n)}_j}}{\sum_ke^{v^{(h,n)}_k}}"#
    ),
    PublishedFormula(
      .mnistLayers, "delta of softmax and cross-entropy",
      #"\frac{\partial E}{\partial v^{(h)}_i} = \sum^K_{j=1, j \neq i}(y_j\frac{e^{v^{(h)}_j}}{\sum_ke^{v^{(h)}_k}}) + y_i\frac{e^{v^{(h)}_i}}{\sum_ke^{v^{(h)}_k}} - y_i = \sum^K_{j=1}(y_j\frac{e^{v^{(h)}_j}}{\sum_ke^{v^{(h)}_k}}) - y_i = \frac{e^{v^{(h)}_j}}{\sum_ke^{v^{(h)}_k}}) - y_i = a^{(h)}_i - y_i = \delta^{(h)}_i"#,
      ["refuted", "verified", "shape", "shape", "verified", "verified"],
      corrected:
        #"\frac{\partial E}{\partial v^{(h)}_i} = \sum^K_{j=1, j \neq i}(y_j\frac{e^{v^{(h)}_i}}{\sum_ke^{v^{(h)}_k}}) + y_i\frac{e^{v^{(h)}_i}}{\sum_ke^{v^{(h)}_k}} - y_i = \sum^K_{j=1}(y_j\frac{e^{v^{(h)}_i}}{\sum_ke^{v^{(h)}_k}}) - y_i = \frac{e^{v^{(h)}_i}}{\sum_ke^{v^{(h)}_k}} - y_i = a^{(h)}_i - y_i = \delta^{(h)}_i"#
    ),
    PublishedFormula(.mnistLayers, "ReLU", #"ReLU(x) = \max(x, 0)"#),
    PublishedFormula(
      .mnistLayers, "derivative of ReLU", #"ReLU'(x) = I(x > 0) = 1\{x > 0\}"#),
    PublishedFormula(
      .mnistLayers, "E in the algorithm",
      #"E(\phi^{(h)}(w^{(h)}\phi^{(h-1)}(w^{(h-1)}a^{(h-2)})))=E(a^{(h)})=-1/N_{batch}\sum^{N_{batch}}_{n=1}\sum^K_{j=1}y^{(n)}_ja^{(h,n)}"#,
      ["verified", "shape", "shape"],
      corrected:
        #"E(\phi^{(h)}(w^{(h)}\phi^{(h-1)}(w^{(h-1)}a^{(h-2)})))=E(a^{(h)})=-1/N_{batch}\sum^{N_{batch}}_{n=1}\sum^K_{j=1}y^{(n)}_j\ln a^{(h,n)}_j"#
    ),
    PublishedFormula(
      .mnistLayers, "delta in the algorithm",
      #"\delta^{(h)}_i=\frac{\partial E}{\partial v^{(h)}_i}=a^{(h)}_i-y_i"#),
    PublishedFormula(
      .mnistBatch, "delta of the batch's E",
      #"\delta^{(h)}_i=\frac{\partial E}{\partial v^{(h)}_i}=a^{(h)}_i-y_i"#,
      ["verified", "refuted", "refuted"],
      corrected:
        #"\delta^{(h)}_i=\frac{\partial E}{\partial v^{(h)}_i}=\frac{1}{N}(a^{(h)}_i-y_i)"#),
    PublishedFormula(
      .mnistLayers, "gradient of the batch",
      #"\Delta w^{(s)}_{i,j;batch}+=\delta^{(s)}_i a^{(s-1)}_j"#),
    PublishedFormula(
      .mnistLayers, "descent",
      #"w^{(s)}_{i,j} = w^{(s)}_{i,j} - \alpha \Delta w^{(s)}_{i,j;batch}"#),
  ]
}
