extension Measurement {
  /// The measurements as a table for a terminal, one line each, under a header.
  public static func table(_ measurements: [Measurement]) -> String {
    let header = [
      "work", "dtype", "epochs", "threads", "prepared", "seconds", "samples/s", "train", "test",
      "bound", "of it",
    ]
    let rows = [header] + measurements.map(\.cells)
    let widths = header.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).enumerated().map { column, cell in
        let padding = String(repeating: " ", count: cell.1 - cell.0.count)
        // Words stand to the left, numbers to the right.
        return column < 2 || column == 9 ? cell.0 + padding : padding + cell.0
      }.joined(separator: "  ") + "\n"
    }.joined()
  }

  private var cells: [String] {
    [
      work, precision, "\(epochs)", "\(threads)", preparation.fixed(4), seconds.fixed(4),
      samplesPerSecond.fixed(0),
      (100 * trainAccuracy).fixed(2) + " %", (100 * testAccuracy).fixed(2) + " %",
      "\(bound.kind.rawValue) \(bound.seconds.fixed(4))", (seconds / bound.seconds).fixed(2) + "×",
    ]
  }
}

extension Double {
  /// With this many digits after the point, the same in every locale.
  fileprivate func fixed(_ digits: Int) -> String {
    guard isFinite else { return "\(self)" }
    let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
    let whole = (self * scale).rounded()
    guard abs(whole) < 1e15 else { return "\(self)" }
    let text = String(Int(abs(whole)))
    let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
    let sign = whole < 0 ? "-" : ""
    guard digits > 0 else { return sign + padded }
    return sign + padded.dropLast(digits) + "." + padded.suffix(digits)
  }
}
