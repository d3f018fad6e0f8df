import Testing

@testable import Notebooks

@Suite("What a training run wrote down after its epochs")
struct RecordedTests {
  private static func run(_ fault: String, _ statements: String) -> Run {
    Fixtures.run(
      """
      ```{data} blobs
      generate: {blobs: {count: 60, classes: 3}}
      seed: 1
      ```

      ```{network} net
      input: 2
      layers:
        - {units: 3, activation: softmax}
      loss: cross-entropy
      seed: 1
      ```

      ```{train} fit
      network: net
      data: blobs
      batch: 10
      learning-rate: 0.1
      epochs: 4
      record-epochs: 1
      \(fault)
      ```

      ```{expect}
      \(statements)
      ```
      """)
  }

  @Test("can be asked for by series and epoch")
  func series() {
    let run = Self.run(
      "",
      """
      recorded(fit, training_loss, last) == recorded(fit, training_loss, 4)
      recorded(fit, training_loss, 4) ≈ loss(net, blobs) ± 1e-12
      recorded(fit, training_accuracy, 4) ≈ accuracy(net, blobs) ± 1e-12
      recorded(fit, running_loss, 1) > recorded(fit, running_loss, 4)
      """)
    #expect(run.diagnostics == [])
    #expect(run.counts.held == 4)
  }

  @Test("is what a published mistake of evaluating makes of it, and training goes on as it did")
  func overBatch() {
    let right = Self.run("", "loss(net, blobs) > 0")
    let wrong = Self.run(
      "fault: [softmax-over-batch]",
      """
      recorded(fit, training_loss, 4) ≈ loss(net, blobs, softmax_over_batch) ± 1e-12
      recorded(fit, training_accuracy, 4) ≈ accuracy(net, blobs, softmax_over_batch) ± 1e-12
      recorded(fit, training_loss, 4) != loss(net, blobs)
      """)
    #expect(wrong.diagnostics == [])
    #expect(wrong.counts.held == 3)
    let losses = [right, wrong].map { run in run.expectations.count > 0 ? run.firstLossCurve : nil }
    #expect(losses[0] == losses[1])
  }

  @Test("is an error where no epoch was recorded or there was no such epoch")
  func missing() {
    let late = Self.run("", "recorded(fit, training_loss, 5) > 0")
    #expect(late.expectations.first?.finding == "nothing was recorded there")
    let never = Self.run("", "recorded(fit, validation_loss, 1) > 0")
    #expect(never.expectations.first?.finding == "this run recorded no validation loss")
  }
}
