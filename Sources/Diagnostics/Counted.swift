extension Int {
  /// The number with its noun: `1 step`, `2 steps`, `0 entries`.
  ///
  /// - Parameter plural: given where it is not the noun with an s.
  public func counted(_ noun: String, plural: String? = nil) -> String {
    "\(self) \(self == 1 ? noun : plural ?? noun + "s")"
  }
}
