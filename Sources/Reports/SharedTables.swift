import Markup

/// The data tables of pictures, each written once: pictures of the same points have the same one, and
/// the later ones lead to the first.
struct SharedTables {
  private var places: [String: (name: String, id: String)] = [:]
  let words: Words

  init(words: Words) { self.words = words }

  /// What stands below a picture.
  ///
  /// - Parameter picture: its number, as in `Figure 3`, and what leads to it; nil if it has no number,
  ///   so that it cannot be spoken of.
  mutating func below(_ picture: (name: String, id: String)?, _ data: Node) -> Node {
    guard case .element(var element) = data else { return data }
    guard element.name == "details", let summary = element.children.first else {
      element.children = element.children.map { below(picture, $0) }
      return .element(element)
    }
    let html = data.html
    guard let known = places[html] else {
      if let picture { places[html] = picture }
      return data
    }
    let link = Node.element("a", ["href": "#\(known.id)"], text: known.name)
    element.children = [summary, .element("p", [:], [.text("\(words.sameNumbers) "), link])]
    return .element(element)
  }
}
