import Markup
import Testing

@testable import Plots

@Suite("One value is shown as one value")
struct OneValueTests {
  private static func drawn(
    _ values: [Double], at: [Double]? = nil, logarithmic: Bool = false
  ) -> String {
    LearningCurve(
      "Loss", description: "", series: [.init("loss", values, at: at)], unit: "step",
      measure: "loss", logarithmic: logarithmic
    ).picture(id: "p").drawing.html
  }

  @Test("the axis of steps names the one step there is", arguments: [0, 1, 7, 20_000])
  func axis(step: Int) {
    let scale = LinearScale(
      covering: Double(step)...Double(step), rounded: false, whole: true)
    #expect(scale.ticks(about: 8).map(\.value) == [Double(step)])
    #expect(scale.position(Double(step)) == 0.5)
  }

  @Test("the point is a dot that can be seen, also beside a gap")
  func dot() {
    #expect(Self.drawn([0.4149], at: [0]).contains("r=\"3.5\""))
    #expect(Self.drawn([0.5, .nan, 0.4, 0.3]).contains("r=\"3.5\""))
    #expect(!Self.drawn([0.5, 0.4, 0.3]).contains("r=\"3.5\""))
  }

  @Test("what is 0 throughout has an axis from 0, since nothing says that it has a sign")
  func zero() {
    #expect(LinearScale(covering: 0...0).domain == 0...1)
    #expect(!Self.drawn([0, 0, 0]).contains("−"))
  }

  @Test("a logarithmic axis says why it has nothing to show", arguments: [[0.0, 0, 0], [-1, 0]])
  func logarithmic(values: [Double]) {
    #expect(Self.drawn(values, logarithmic: true).contains(Words.english.notPositive))
    #expect(!Self.drawn([.nan], logarithmic: true).contains(Words.english.notPositive))
    #expect(Self.drawn([.nan], logarithmic: true).contains(Words.english.noData))
  }

  @Test("a series is said as it runs, in every language of a page")
  func sentences() {
    let courses: [([Double], String)] = [
      ([0.9, 0.4], "falls from 0.9 at step 0 to 0.4 at step 1"),
      ([0.4, 0.9], "rises from 0.4 at step 0 to 0.9 at step 1"),
      ([0, 0], "is 0 from step 0 to 1"), ([0, 2, 0], "ends with the same at step 2"),
      ([0.5, .nan], "ends with nan at step 1"),
    ]
    for (values, words) in courses {
      for language in ["en", "zh", "ru"] {
        let sentence = Words.of(language).sentences.course(
          "L", .init(of: values), ("\(values[0])".dropping(".0"), "step", "0"),
          ("\(values[values.count - 1])".dropping(".0"), "step", "\(values.count - 1)"))
        #expect(sentence.contains(words) == (language == "en"), "\(sentence)")
      }
    }
  }
}

extension String {
  fileprivate func dropping(_ end: String) -> String {
    hasSuffix(end) ? String(dropLast(end.count)) : self
  }
}
