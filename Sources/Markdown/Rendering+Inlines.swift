import Markup

extension Rendering {
  public func html(_ inlines: [Inline]) -> [Node] { inlines.flatMap(html) }

  public func html(_ inline: Inline) -> [Node] {
    switch inline.kind {
    case .text(let text), .html(let text): [.text(text)]
    case .softBreak: [.newline]
    case .lineBreak: [.element("br"), .newline]
    case .code(let text): [.element("code", text: text)]
    case .emphasis(let content): [.element("em", [:], html(content))]
    case .strong(let content): [.element("strong", [:], html(content))]
    case .strikethrough(let content): [.element("del", [:], html(content))]
    case .link(let link): html(link)
    case .image(let image): self.image(image)
    case .formula(let formula): self.formula(formula)
    case .role(let role): self.role(role)
    case .reference(let reference): self.reference(reference)
    case .footnote(let reference): showsNotes ? [html(reference)] + aside(reference) : []
    }
  }

  /// What a link says, where its address is one that a page must not follow.
  private func html(_ link: Link) -> [Node] {
    let content = html(link.content)
    guard let address = Self.safe(destination(link)) else { return content }
    return [
      .element(
        "a", ["href": address, "title": link.title.nonEmpty],
        nestsLinks ? content : content.withoutLinks)
    ]
  }

  // MARK: Footnotes

  private func html(_ reference: FootnoteReference) -> Node {
    let link = Node.element(
      "a",
      [
        "href": "#\(anchor("fn", reference.name, reference.number))",
        "id": anchor("fnref", reference.name, reference.number, reference.occurrence),
        "data-footnote-ref": "",
      ], text: String(reference.number))
    return .element("sup", ["class": "footnote-ref"], [link])
  }

  private func anchor(
    _ kind: String, _ name: String, _ number: Int, _ occurrence: Int = 1
  ) -> String {
    let (separator, note) = numbersNotes ? (".", "\(number)") : ("-", Self.escaped(name))
    let again = occurrence > 1 ? separator + "\(occurrence)" : ""
    return kind + separator + note + again
  }

  /// The notes in the order of their first references, each with the way back.
  public func footnotes(_ footnotes: [Footnote]) -> [Node] {
    guard !footnotes.isEmpty else { return [] }
    let items = footnotes.flatMap { [html($0), .newline] }
    return [
      .element(
        "section", ["class": "footnotes", "data-footnotes": ""],
        [.newline, .element("ol", [:], [.newline] + items), .newline]),
      .newline,
    ]
  }

  /// The way back stands at the end of the last paragraph, or by itself where the last block is
  /// none.
  private func html(_ footnote: Footnote) -> Node {
    var content: [Node] = [.newline]
    if case .paragraph(let last)? = footnote.blocks.last?.kind {
      content += html(Array(footnote.blocks.dropLast()))
      content += [.element("p", [:], html(last) + [.text(" ")] + backLinks(footnote)), .newline]
    } else {
      content += html(footnote.blocks) + backLinks(footnote) + [.newline]
    }
    return .element("li", ["id": anchor("fn", footnote.name, footnote.number)], content)
  }

  private func backLinks(_ footnote: Footnote) -> [Node] {
    let links = (1...max(1, footnote.referenceCount)).map { occurrence -> Node in
      let again: [Node] =
        occurrence > 1 ? [.element("sup", ["class": "footnote-ref"], text: String(occurrence))] : []
      return .element(
        "a",
        [
          "href": "#\(anchor("fnref", footnote.name, footnote.number, occurrence))",
          "class": "footnote-backref", "data-footnote-backref": "", "aria-label": backToText,
        ], [.text("↩")] + again)
    }
    return Array(links.map { [$0] }.joined(separator: [.text(" ")]))
  }
}

extension String {
  var nonEmpty: String? { isEmpty ? nil : self }
}
