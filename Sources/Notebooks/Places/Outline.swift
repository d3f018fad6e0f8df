import Markdown

/// A heading or a cell in the outline of a lesson.
public struct OutlineItem: Sendable {
  public let name: String
  public let detail: String
  public let isHeading: Bool
  /// With all that belongs to it.
  public let range: Range<Int>
  public let nameRange: Range<Int>
  public let children: [OutlineItem]
}

extension Notebook {
  /// The headings and cells, each below the heading it stands under.
  public var outline: [OutlineItem] {
    var entries: [Entry] = []
    for cell in cells {
      switch cell {
      case .directive(let cell): entries.append(Entry(of: cell))
      case .prose(let blocks):
        entries += blocks.compactMap { block in
          if case .heading(let heading) = block.kind {
            Entry(of: heading, at: block.range)
          } else {
            nil
          }
        }
      }
    }
    return nested(entries[...], until: file.utf8Count)
  }

  private struct Entry {
    let name: String
    var detail = ""
    /// From 1 to 6; nil for a cell.
    let level: Int?
    let range: Range<Int>
    let nameRange: Range<Int>

    init(of heading: Markdown.Heading, at range: Range<Int>) {
      name = heading.content.plainText
      level = heading.level
      (self.range, nameRange) = (range, range)
    }

    init(of cell: DirectiveCell) {
      name = cell.label?.value ?? "{\(cell.name)}"
      detail = cell.label == nil ? "" : "{\(cell.name)}"
      level = nil
      range = cell.range
      nameRange = cell.label?.range ?? cell.head
    }
  }

  private func nested(_ entries: ArraySlice<Entry>, until end: Int) -> [OutlineItem] {
    var items: [OutlineItem] = []
    var rest = entries
    while let entry = rest.popFirst() {
      let inner = rest.prefix { next in
        entry.level.map { level in next.level.map { $0 > level } ?? true } ?? false
      }
      rest = rest.dropFirst(inner.count)
      let last = entry.level == nil ? entry.range.upperBound : rest.first?.range.lowerBound ?? end
      items.append(
        OutlineItem(
          name: entry.name.isEmpty ? "–" : entry.name, detail: entry.detail,
          isHeading: entry.level != nil, range: entry.range.lowerBound..<last,
          nameRange: entry.nameRange, children: nested(inner, until: last)))
    }
    return items
  }
}
