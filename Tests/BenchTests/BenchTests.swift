import Datasets
import Testing

@testable import Bench

@Suite struct BenchTests {
  @Test("the works have the names under which other libraries are timed")
  func names() {
    #expect(
      Work.all.map(\.name) == [
        "mnist-sgd1", "mnist-batch", "mnist-quad", "cats-logreg", "cats-deep", "flower", "iris",
      ])
  }

  @Test("a work's arithmetic is its products forward, backward and for the weights")
  func operations() {
    // 784·28 forward and for its gradient, 28·10 also backward; two operations each.
    #expect(Work.mnistSingle.operationsPerSample == Double(2 * 784 * 28 * 2 + 2 * 28 * 10 * 3))
  }

  @Test("a run reports what it learnt and a bound", arguments: Precision.allCases)
  func measuring(precision: Precision) throws {
    let found = try Work.flower.measure(
      epochs: 2000, in: precision, data: DataLocator(directories: []))
    #expect(found.work == "flower" && found.precision == precision.rawValue && found.epochs == 2000)
    #expect(found.trainAccuracy > 0.85)
    #expect(found.threads == 1, "a net this small is not worth a second thread")
    #expect(found.seconds > 0 && found.bound.seconds > 0)
    #expect(abs(found.samplesPerSecond * found.seconds - 800_000) < 1)
  }

  @Test("a work whose data is not here says so")
  func missingData() {
    #expect(throws: DatasetError.self) {
      try Work.mnistBatch.measure(data: DataLocator(directories: []))
    }
  }

  @Test("the table aligns its columns")
  func text() {
    let measurement = Measurement(
      work: "iris", precision: "float32", epochs: 80, seconds: 0.00456, preparation: 0.1,
      samplesPerSecond: 1_754_386, trainAccuracy: 0.97, testAccuracy: 0.9, threads: 2,
      bound: Bound(kind: .products, seconds: 0.002))
    #expect(
      Measurement.table([measurement]) == """
        work  dtype    epochs  threads  prepared  seconds  samples/s    train     test  bound            of it
        iris  float32      80        2    0.1000   0.0046    1754386  97.00 %  90.00 %  products 0.0020  2.28×

        """)
  }
}
