import Neural

/// Tables of numeric targets and of what a network answers to them.
enum TargetTable {
  /// So many outputs get a row or a column of their own; more would make a page nobody reads.
  static let most = 12

  /// The figures of all outputs together and, of a few, of each.
  static func figures(
    _ evaluation: Evaluation, _ residuals: Residuals, of part: String, names: [String]
  )
    -> Table
  {
    let outputs = residuals.outputs.count
    let isSplit = (2...most).contains(outputs)
    func row(_ output: Int?) -> [Table.Content] {
      let isAnswered = evaluation.unanswered == 0
      let figures = [residuals.rmse(output: output), residuals.mae(output: output)]
      var row: [Table.Content] = [.text(part)]
      if isSplit { row.append(.text(output.map { names[$0] } ?? "all")) }
      row += ["\(evaluation.count)", .text(output == nil ? evaluation[.loss].figureText(5) : "")]
      row += (figures + [residuals.r2(output: output)]).map {
        .text((isAnswered ? $0 : nil).figureText(5))
      }
      return row
    }
    var columns = [Table.Column("Part", .left)]
    if isSplit { columns.append(.init("Output", .left)) }
    columns += [.init("Examples"), .init("Loss"), .init("RMSE"), .init("MAE"), .init("R²")]
    return Table(columns, rows: [row(nil)] + (isSplit ? (0..<outputs).map(row) : []))
  }

  /// Samples with their numbers, predicted beside actual.
  ///
  /// - Parameter actual: the targets, a row for each sample; nil where they are not known.
  static func predictions(
    of samples: [String], predicted: Matrix<Double>, actual: Matrix<Double>?, names: [String]
  ) -> Table {
    var columns = [Table.Column("Sample", .left)]
    let shown = 0..<min(predicted.columns, most)
    for output in shown {
      let suffix = predicted.columns > 1 ? " (\(names[output]))" : ""
      columns.append(.init("Predicted\(suffix)"))
      if actual != nil { columns += [.init("Actual\(suffix)"), .init("Residual\(suffix)")] }
    }
    if shown.count < predicted.columns {
      columns.append(.init("\(predicted.columns - shown.count) more outputs", .left))
    }
    let rows = samples.indices.map { row -> [Table.Content] in
      var cells: [Table.Content] = [.text(samples[row])]
      for output in shown {
        let answer = predicted[row, output]
        cells.append(.text(Optional(answer).figureText(6)))
        guard let actual else { continue }
        let target = actual[row, output]
        cells.append(.text(target.significant(6)))
        cells.append(.text(Optional(answer - target).figureText(4)))
      }
      if shown.count < predicted.columns { cells.append("…") }
      return cells
    }
    return Table(columns, rows: rows)
  }
}

extension Double? {
  /// A figure in so many significant digits, or `–` where it has no value.
  func figureText(_ digits: Int) -> String {
    guard let value = self, value.isFinite else { return "–" }
    return value.significant(digits)
  }
}

extension Session {
  /// The names of a dataset's numeric targets, or `y1`, `y2`, … where it has none.
  func targetNames(of reference: LabelReference, count: Int) throws(CellFailure) -> [String] {
    let names = try dataset(reference).targetNames
    return names.count == count ? names : (1...Swift.max(count, 1)).map { "y\($0)" }
  }
}
