import Markup
import Testing

@testable import Plots

@Suite("Room for text")
struct RoomTests {
  /// In DejaVu Sans, the widest of the fonts a page may fall back to: a W is 0.99 em, a bold digit
  /// 0.70.
  @Test(
    "a text is given at least the room it takes in a wide font",
    arguments: [("WWWWWWWWWW", false, 118.0), ("−0.00573", true, 62), ("MW @%", false, 49)])
  func widths(text: String, isBold: Bool, least: Double) {
    #expect(TextWidth.of(text, isBold: isBold) >= least)
  }

  @Test("notes at neighbouring points stand in lines of their own, away from their points")
  func notesApart() throws {
    let series = ["a", "b", "c"].enumerated().map { index, name in
      LearningCurve.Series(
        name, (0..<20).map { Double(($0 - 9 - index) * ($0 - 9 - index)) + 1 }, best: .lowest)
    }
    let high = LearningCurve.Series("d", (0..<20).map { -Double($0) }, best: .highest)
    for series in [series, series + [high], [high, high, high]] {
      let curve = LearningCurve(
        "t", description: "d", series: series, unit: "epoch", measure: "loss")
      let tree = Tree(curve.picture(id: "n").nodes)
      let notes = tree.elements(named: "text").filter {
        $0.attributes["class"]?.contains("plot-note") == true
      }
      let lines = notes.compactMap { note -> Double? in
        guard let top = note.attributes["y"].flatMap({ Double($0.dropLast()) }),
          let shift = note.attributes["dy"].flatMap(Double.init)
        else { return nil }
        return top / 100 * 260 + shift
      }.sorted()
      #expect(lines.count == series.count)
      for (line, next) in zip(lines, lines.dropFirst()) { #expect(next - line > 15) }
    }
  }

  @Test("a matrix of forty classes keeps room for its names and can be scrolled; one of ten cannot")
  func manyClasses() throws {
    func drawing(_ count: Int) throws -> Element {
      let names = (0..<count).map { count > 10 ? "class \($0)" : "\($0)" }
      let matrix = ConfusionMatrix(
        "t", description: "d", names: names,
        counts: names.map { _ in names.map { _ in 980 } })
      let plot = matrix.plot().picture(id: "c").drawing
      guard case .element(let element) = plot else { throw Missing() }
      return element
    }
    let large = try drawing(40)
    #expect(large.attributes["tabindex"] == "0" && large.attributes["role"] == "group")
    #expect(large.attributes["aria-label"] == "t")
    #expect(Tree([.element(large)]).values(of: "style").contains { $0.contains("--least:8") })
    let small = try drawing(10)
    #expect(small.attributes["class"] == "plot" && small.attributes["tabindex"] == nil)
  }

  private struct Missing: Error {}

  @Test(
    "ticks of an axis over hardly any range differ, in seven digits and without an exponent",
    arguments: [
      1.003014751...1.003014753, 0.4003336...0.40033361, 2.5...2.5000001, 104.3...104.30001,
    ])
  func hardlyAnyRange(range: ClosedRange<Double>) {
    for isRounded in [true, false] {
      let scale = LinearScale(covering: range, rounded: isRounded)
      let labels = scale.ticks(about: 5).map(\.label)
      #expect(labels.count > 1 && Set(labels).count == labels.count)
      for label in labels {
        #expect(!label.contains("×"))
        #expect(label.drop { $0 == "0" || $0 == "." }.filter(\.isNumber).count <= 7, "\(label)")
      }
    }
  }

  @Test("names without blanks are broken before they widen a page")
  func longNames() {
    for rule in [".plot-key li {", ".plot-panel {", ".plot-tile {", ".plot-sample-name {"] {
      let text = Stylesheet.css.components(after: rule)
      #expect(text.contains("min-width: 0") && text.contains("overflow-wrap: anywhere"), "\(rule)")
    }
  }
}

extension String {
  /// What stands between the first `start` and the next `}`.
  fileprivate func components(after start: String) -> String {
    guard let range = firstRange(of: start) else { return "" }
    return String(self[range.upperBound...].prefix { $0 != "}" })
  }
}
