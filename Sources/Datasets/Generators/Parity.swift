extension Generator {
  /// Every word of n bits, in counting order, the highest bit first; class 1 where the number of ones
  /// is odd. One hidden layer needs n units for it, a deep net few in each layer.
  static let parity = Generator(
    "parity", "all words of n bits, odd against even numbers of ones",
    [.whole("bits", 4, in: 1...16)]
  ) { settings, _ in
    let bits = settings[whole: "bits"]
    var points = Points()
    for word in 0..<1 << bits {
      let digits = (0..<bits).reversed().map { Double(word >> $0 & 1) }
      points.append(digits, label: word.nonzeroBitCount % 2)
    }
    return points
  }
}
