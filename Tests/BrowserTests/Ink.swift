import Datasets
import Foundation

/// Where a picture of a page is dark, within a rectangle.
struct Ink {
  private let columns: [Bool]
  private let rows: [Bool]

  /// - Parameter box: left, top, width and height in pixels.
  init(of picture: Datasets.Picture, in box: [Int]) {
    let (left, top) = (max(0, box[0]), max(0, box[1]))
    let right = min(picture.size.width, box[0] + box[2])
    let bottom = min(picture.size.height, box[1] + box[3])
    var columns = [Bool](repeating: false, count: max(0, right - left))
    var rows = [Bool](repeating: false, count: max(0, bottom - top))
    let channels = picture.size.channels
    for y in top..<max(top, bottom) {
      for x in left..<max(left, right) {
        let start = (y * picture.size.width + x) * channels
        guard picture.pixels[start] < Self.dark else { continue }
        columns[x - left] = true
        rows[y - top] = true
      }
    }
    self.columns = columns
    self.rows = rows
  }

  /// Darker than this is ink, not the blur beside it.
  private static let dark: UInt8 = 150

  /// How many pieces there are from left to right, blank columns between them.
  var pieces: Int { Self.runs(columns).count }

  /// The pieces from top to bottom, as ranges of rows.
  var bands: [Range<Int>] { Self.runs(rows) }

  private static func runs(_ marks: [Bool]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (index, isDark) in marks.enumerated() where isDark {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }
}
