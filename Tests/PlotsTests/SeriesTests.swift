import Testing

@testable import Plots

@Suite("Series")
struct SeriesTests {
  @Test("thinning keeps the extremes, the ends and the order")
  func thinningKeepsExtremes() throws {
    let tops = PictureSamples.noise(15_000, seed: 41)
    let places = tops.enumerated().map { Place(left: Double($0.offset) / 14_999, top: $0.element) }
    let kept = Thinning.extremes(places, columns: 320)
    #expect(kept.count <= 4 * 321)
    #expect(kept.map(\.top).min() == tops.min())
    #expect(kept.map(\.top).max() == tops.max())
    #expect(kept.first == places.first)
    #expect(kept.last == places.last)
    #expect(kept.map(\.left) == kept.map(\.left).sorted())
  }

  @Test("a short series is not thinned")
  func shortSeriesStays() {
    let places = (0..<100).map { Place(left: Double($0) / 99, top: 0) }
    #expect(Thinning.extremes(places, columns: 320) == places)
    #expect(Thinning.evenly(5, to: 21) == [0, 1, 2, 3, 4])
    #expect(Thinning.evenly(101, to: 5) == [0, 25, 50, 75, 100])
  }

  @Test("a moving mean agrees with NumPy's convolution away from the ends")
  func movingMean() {
    // np.convolve([1, 4, 2, 8, 5, 7, 3], np.ones(3) / 3, "valid")
    let expected = [7.0 / 3, 14.0 / 3, 5, 20.0 / 3, 5]
    let mean = Smoothing.movingMean([1, 4, 2, 8, 5, 7, 3], window: 3)
    for (value, wanted) in zip(mean[1...5], expected) { #expect(abs(value - wanted) < 1e-12) }
    #expect(mean[0] == 1)
    #expect(mean[6] == 5)
  }

  @Test("a moving mean leaves out what is not a number, and stays a gap there")
  func movingMeanWithGaps() {
    let mean = Smoothing.movingMean([1, .nan, 3, .infinity, 5, 6, 7], window: 3)
    #expect(mean[1].isNaN)
    #expect(mean[2] == 3)
    #expect(mean[5] == 6)
  }

  @Test("labels keep their distance, their order and their range")
  func spread() {
    for seed in UInt64(0)..<40 {
      let wanted = PictureSamples.noise(9, seed: seed).map { $0 * 200 }
      let placed = Spread.apart(wanted, by: 15, within: 0...200)
      let sorted = zip(wanted, placed).sorted { $0.0 < $1.0 }.map(\.1)
      for (above, below) in zip(sorted, sorted.dropFirst()) {
        #expect(below - above >= 15 - 1e-9)
      }
      #expect(sorted.first.map { $0 >= -1e-9 } == true)
      #expect(sorted.last.map { $0 <= 200 + 1e-9 } == true)
    }
  }

  @Test("labels that do not touch stay where their lines end")
  func spreadLeavesAlone() {
    #expect(Spread.apart([10, 100, 50], by: 15, within: 0...200) == [10, 100, 50])
    #expect(Spread.apart([50, 50], by: 10, within: 0...200) == [45, 55])
  }

  @Test("a histogram counts as NumPy does")
  func histogram() {
    // np.histogram([0, .1, .25, .5, .5, .75, 1], bins=4, range=(0, 1))[0]
    let histogram = Histogram([0, 0.1, 0.25, 0.5, 0.5, 0.75, 1], in: 0...1, bins: 4)
    #expect(histogram.counts == [2, 1, 2, 2])
    #expect(histogram.edges == [0, 0.25, 0.5, 0.75, 1])
    #expect(histogram.left == 0)
  }

  @Test("a histogram says how many values it had to leave out")
  func histogramLeavesOut() {
    let histogram = Histogram([.nan, .infinity, 5, 0.5], in: 0...1, bins: 2)
    #expect(histogram.left == 3)
    #expect(histogram.counts == [0, 1])
    #expect(Histogram([.nan]).counts.isEmpty)
  }

  @Test("the worst mistakes come first, and what is right or unknown is none")
  func worstMistakes() {
    let samples = [
      Predictions.Sample(nil, name: "a", actual: 0, probabilities: [0.4, 0.6]),
      Predictions.Sample(nil, name: "b", actual: 0, probabilities: [0.9, 0.1]),
      Predictions.Sample(nil, name: "c", actual: 1, probabilities: [0.99, 0.01]),
      Predictions.Sample(nil, name: "d", actual: nil, probabilities: [1, 0]),
      Predictions.Sample(nil, name: "e", actual: 1, probabilities: [.nan, .nan]),
    ]
    let worst = Predictions.worstMistakes("w", classes: ["0", "1"], samples: samples)
    #expect(worst.samples.map(\.name) == ["c", "a"])
  }
}
