/// What a mark is drawn with; the page's stylesheet has the colours, one set per colour scheme.
public enum Paint: Sendable, Equatable {
  /// The colour of the series with this index; past the last colour they repeat, dashed.
  case series(Int)
  /// The text's colour.
  case ink
  /// For guides and what stands back.
  case muted

  /// How many colours can be told apart, also by the colour-blind.
  public static let seriesColors = 8

  var cssClass: String {
    switch self {
    case .series(let index):
      let place = Self.wrapped(index)
      return "plot-s\(place + 1)" + (index >= Self.seriesColors ? " plot-dashed" : "")
    case .ink: return "plot-ink"
    case .muted: return "plot-muted"
    }
  }

  private static func wrapped(_ index: Int) -> Int {
    let place = index % seriesColors
    return place < 0 ? place + seriesColors : place
  }
}
