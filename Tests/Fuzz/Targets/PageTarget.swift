import Reports

extension FuzzTarget {
  /// A page as `verify` reads it.
  static let page = FuzzTarget("page") {
    Seeds.texts(
      "<!doctype html><meta name=\"gradbook:provenance\" content=\"{&quot;notebook&quot;:&quot;a.md&quot;,"
        + "&quot;parameters&quot;:{&quot;steps&quot;:&quot;5&quot;},&quot;version&quot;:&quot;0.1.0&quot;}\">",
      "<meta name=\"gradbook:provenance\" content=\"{&#34;notebook&#34;:&#x22;&amp;&lt;\">")
  } run: { bytes in
    _ = Provenance(readingPage: text(bytes))
  }
}
