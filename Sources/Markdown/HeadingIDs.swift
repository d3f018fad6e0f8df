/// Gives every heading an identifier made from its text, as code hosts do.
///
/// Letters and digits of any script stay, in lower case; blanks become hyphens, hyphens and
/// underscores stay, and all else goes. A name that has been given before gets a number, and one that
/// could be that of a figure, a table or an equation begins with `section-`. What else a page
/// identifies has a point in its name.
struct HeadingIDs {
  private var taken: Set<String> = []
  /// The number to try next for a name, so that a thousand equal headings do not take a million
  /// tries.
  private var next: [String: Int] = [:]

  /// What labels begin with, so that no identifier stands on a page twice.
  private static let reservedStarts = Reference.Kind.allCases.map { $0.rawValue + "-" }

  mutating func id(for text: String) -> String {
    var slug = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case " ", "\t", "\n": slug.append("-")
      case "-", "_": slug.unicodeScalars.append(scalar)
      default:
        let properties = scalar.properties
        if properties.isAlphabetic || properties.numericType != nil
          || properties.generalCategory == .nonspacingMark
        {
          slug.unicodeScalars.append(scalar)
        }
      }
    }
    if slug.isEmpty { slug = "section" }
    if Self.reservedStarts.contains(where: slug.hasPrefix) {
      slug = "section-" + slug
    }
    var candidate = slug
    while !taken.insert(candidate).inserted {
      let number = next[slug, default: 1]
      next[slug] = number + 1
      candidate = "\(slug)-\(number)"
    }
    return candidate
  }
}

extension [Inline] {
  /// The text as it reads without marks; formulas and roles as their source.
  public var plainText: String {
    var out = ""
    for inline in self {
      switch inline.kind {
      case .text(let text), .code(let text), .html(let text): out += text
      case .softBreak, .lineBreak: out += " "
      case .emphasis(let content), .strong(let content), .strikethrough(let content):
        out += content.plainText
      case .link(let link): out += link.content.plainText
      case .image(let image): out += image.description.plainText
      case .formula(let formula): out += formula.tex.text
      case .role(let role): out += role.content.text
      case .reference(let reference): out += reference.label
      case .footnote: break
      }
    }
    return out
  }
}
