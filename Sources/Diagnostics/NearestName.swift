/// Finds the name a user most likely meant among those that exist.
public enum NearestName {
  /// The valid name closest to `name`, or nil if none is near enough to be a likely misspelling.
  ///
  /// Near is by the Damerau–Levenshtein distance (insertion, deletion, substitution, swap of two
  /// neighbours, each 1), case ignored, and at most a third of the longer name, at least 1.
  /// Of equally near names the first in `candidates` is taken.
  public static func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased())
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let have = Array(candidate.lowercased())
      let allowed = max(1, max(wanted.count, have.count) / 3)
      guard abs(wanted.count - have.count) <= allowed else { continue }
      let distance = distance(wanted, have)
      if distance <= allowed, distance < (best?.distance ?? .max) { best = (candidate, distance) }
    }
    return best?.name
  }

  /// `did you mean 'epochs'?` where a near name exists, else the list of what is valid.
  public static func help(
    for name: String, in candidates: some Collection<String>, called kind: String
  ) -> [String] {
    if let near = nearest(to: name, in: candidates) { return ["did you mean '\(near)'?"] }
    guard !candidates.isEmpty else { return [] }
    return ["\(kind): \(candidates.joined(separator: ", "))"]
  }

  /// Optimal string alignment distance.
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        let substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        var cost = min(last[j] + 1, row[j - 1] + 1, substitution)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          cost = min(cost, beforeLast[j - 2] + 1)
        }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
