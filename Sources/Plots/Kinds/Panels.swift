import Markup

/// Several small plots side by side, as many in a row as the page has room for.
public struct Panels: Sendable {
  public var plots: [Plot]

  public init(_ plots: [Plot]) { self.plots = plots }

  /// Each plot under its own title; ids are `id-1`, `id-2`, …
  public func picture(id: String, words: Words = .english) -> Picture {
    let drawn = plots.enumerated().map { index, plot in
      plot.drawn(id: "\(id)-\(index + 1)", words: words)
    }
    let key = commonKey(of: drawn.map(\.key))
    let pictures = zip(plots, drawn).map { ($0.title, $1.picture(hasKey: key == nil)) }
    let panels = pictures.map { title, picture in
      Node.element(
        "div", ["class": "plot-panel"],
        [
          .element("p", ["class": "plot-panel-name"], text: title), picture.drawing,
        ])
    }
    let grid = Node.element("div", ["class": "plot-panels"], panels)
    let tables = tables(of: pictures)
    return Picture(
      drawing: key.map { .element("div", [:], [.element("div", ["class": "plot"], [$0]), grid]) }
        ?? grid,
      data: tables.isEmpty ? nil : .element("div", ["class": "plot-tables"], tables))
  }

  /// The key that all panels have at any width; nil if there are several, or none.
  private func commonKey(of keys: [KeyList]) -> Node? {
    guard keys.count > 1, let first = keys.first?.node,
      keys.allSatisfy({ !$0.direct && $0.node == first })
    else { return nil }
    return first
  }

  /// The panels' tables, each called after its panel; panels that show the same points share theirs.
  private func tables(of pictures: [(String, Picture)]) -> [Node] {
    var names: [(table: Element, panels: [String])] = []
    for (title, picture) in pictures {
      guard case .element(let table)? = picture.data else { continue }
      if let known = names.firstIndex(where: { $0.table == table }) {
        names[known].panels.append(title)
      } else {
        names.append((table, [title]))
      }
    }
    return names.map { table, panels in
      guard names.count > 1, case .element(var summary)? = table.children.first else {
        return .element(table)
      }
      var named = table
      summary.children.append(.text(": " + panels.joined(separator: ", ")))
      named.children[0] = .element(summary)
      return .element(named)
    }
  }
}
