import Markup

/// Several small plots side by side, as many in a row as the page has room for.
public struct Panels: Sendable {
  public var plots: [Plot]

  public init(_ plots: [Plot]) { self.plots = plots }

  /// Each plot under its own title; ids are `id-1`, `id-2`, …
  public func picture(id: String, words: Words = .english) -> Picture {
    let pictures = plots.enumerated().map { index, plot in
      (plot.title, plot.picture(id: "\(id)-\(index + 1)", words: words))
    }
    let panels = pictures.map { title, picture in
      Node.element(
        "div", ["class": "plot-panel"],
        [
          .element("p", ["class": "plot-panel-name"], text: title), picture.drawing,
        ])
    }
    let tables = pictures.compactMap(\.1.data)
    return Picture(
      drawing: .element("div", ["class": "plot-panels"], panels),
      data: tables.isEmpty ? nil : .element("div", ["class": "plot-tables"], tables))
  }
}
