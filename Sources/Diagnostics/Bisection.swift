extension Array {
  /// The index of the last element whose key is at most `key`, or 0 if none is, by bisection.
  ///
  /// - Precondition: the elements are in ascending order of their keys, and there is one.
  package func lastIndex(atMost key: Int, by keyOf: (Element) -> Int) -> Int {
    precondition(!isEmpty, "there is nothing to look for a place in")
    var low = 0
    var high = count
    while high - low > 1 {
      let middle = (low + high) / 2
      if keyOf(self[middle]) <= key { low = middle } else { high = middle }
    }
    return low
  }
}
