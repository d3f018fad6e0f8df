/// Texts that try every rule of CommonMark and GitHub's additions, section by section.
enum Examples {
  static let sections: [(name: String, texts: [String])] = [
    ("tabs", tabs), ("rules", rules), ("ATX headings", atxHeadings),
    ("underlined headings", underlinedHeadings), ("indented code", indentedCode),
    ("fenced code", fencedCode), ("HTML blocks", htmlBlocks), ("definitions", definitions),
    ("paragraphs", paragraphs), ("tables", tables), ("quotations", quotations),
    ("list items", listItems), ("tasks", tasks), ("lists", lists), ("escapes", escapes),
    ("entities", entities), ("code spans", codeSpans), ("emphasis", emphasis),
    ("strikethrough", strikethrough), ("links", links), ("references", references),
    ("images", images), ("autolinks", autolinks), ("bare addresses", bareAddresses),
    ("raw HTML", rawHTML), ("line breaks", lineBreaks), ("footnotes", footnotes),
  ]
}
