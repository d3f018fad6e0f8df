import CCMarkGFM
import Diagnostics

extension TreeReader {
  func table(_ node: CMarkNode, _ place: Place) -> Block? {
    var rows: [Table.Row] = []
    var next = cmark_node_first_child(node)
    while let row = next {
      rows.append(self.row(row, isHeader: rows.isEmpty, of: node, place))
      next = cmark_node_next(row)
    }
    guard let header = rows.first else { return nil }
    let columns = Int(cmark_gfm_extensions_get_table_columns(node))
    let letters = UnsafeBufferPointer(
      start: cmark_gfm_extensions_get_table_alignments(node), count: columns)
    let alignments = letters.map { letter -> Table.Alignment? in
      switch letter {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: nil
      }
    }
    // The row of dashes is no node of its own.
    let dashes = lines[headerLine(of: node) + 1].upperBound
    let end = max(dashes, rows.last?.range.upperBound ?? dashes)
    let table = Table(alignments: alignments, header: header, rows: Array(rows.dropFirst()))
    return Block(.table(table), at: header.range.lowerBound..<max(header.range.lowerBound, end))
  }

  /// The parser says where the paragraph began whose last line heads the table, link definitions
  /// at its beginning included. So the header is counted back from what follows it: the row of
  /// dashes, then the first row, or the end of the table.
  func headerLine(of table: CMarkNode) -> Int {
    if let header = cmark_node_first_child(table), let first = cmark_node_next(header) {
      return line(of: first) - 2
    }
    return Int(cmark_node_get_end_line(table)) - 1
  }

  private func row(
    _ row: CMarkNode, isHeader: Bool, of table: CMarkNode, _ place: Place
  ) -> Table.Row {
    let source = lines[isHeader ? headerLine(of: table) : line(of: row)]
    let isFirstLine = isHeader && headerLine(of: table) == line(of: table)
    let start =
      isFirstLine ? min(self.start(of: table), source.upperBound) : skipPrefix(of: source, place)
    var cursor = start
    if cursor < source.upperBound, lines.bytes[cursor] == .pipe { cursor += 1 }
    var cells: [Table.Cell] = []
    var next = cmark_node_first_child(row)
    while let cell = next {
      while cursor < source.upperBound, lines.bytes[cursor].isSpace { cursor += 1 }
      let content = gathered(cell)
      let (leaf, end) = Leaf.cell(
        content, from: cursor, before: source.upperBound, of: lines.bytes)
      cells.append(
        Table.Cell(content: inlines(of: cell, leaf, place.inner), range: cursor..<end))
      cursor = end
      while cursor < source.upperBound, lines.bytes[cursor].isSpace { cursor += 1 }
      if cursor < source.upperBound, lines.bytes[cursor] == .pipe { cursor += 1 }
      next = cmark_node_next(cell)
    }
    var end = source.upperBound
    while end > start, lines.bytes[end - 1].isSpace { end -= 1 }
    return Table.Row(cells: cells, range: start..<max(start, end))
  }

  /// Past the indentation and the `>` of the quotations a line stands in.
  private func skipPrefix(of source: Range<Int>, _ place: Place) -> Int {
    var index = source.lowerBound
    var quotes = place.quotes
    while index < source.upperBound {
      if quotes > 0, lines.bytes[index] == UInt8(ascii: ">") {
        quotes -= 1
      } else if !lines.bytes[index].isSpace {
        break
      }
      index += 1
    }
    return index
  }
}
