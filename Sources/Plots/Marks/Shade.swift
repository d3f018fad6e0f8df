/// How strongly a cell is painted.
struct Shade: Equatable {
  let opacity: Double
  let isStrong: Bool

  /// Ink reads at 4.5:1 up to 0.40 of the heat colour in both schemes, the contrary colour from
  /// 0.68; what lies between is skipped.
  init(_ strength: Double) {
    let share = strength.isDrawable ? max(0, min(strength, 1)) : 0
    isStrong = share > 0.5
    opacity = isStrong ? 0.68 + (share - 0.5) * 0.64 : share * 0.8
  }
}
