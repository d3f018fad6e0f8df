import Diagnostics
import Markdown
import TeX

/// A lesson, read and checked, ready to run.
///
///     text ──Markdown──▶ Notebook ──run──▶ Run ──Report──▶ page model ──templates──▶ HTML
///
/// Parsing never fails: whatever is wrong stands in `diagnostics`, all of it at once. A notebook with
/// an error among them is not run.
public struct Notebook: Sendable {
  public let file: SourceFile
  public let folder: LessonFolder?
  public let frontMatter: FrontMatter
  public let cells: [Cell]
  public let footnotes: [Footnote]
  /// The formulas of the prose by the offset of their TeX in the file.
  public let formulas: [Int: ParsedFormula]
  /// The labels of equations, each with the place where it was given.
  public let equations: [String: Range<Int>]
  /// The level that each heading has on the page, by its identifier; one without words has none.
  public let headingLevels: [String: Int]
  /// What references to pictures and tables lead to.
  let anchors: CellAnchors
  /// The references of the prose, each with its place.
  let references: [(reference: Markdown.Reference, range: Range<Int>)]
  /// The labels of all cells.
  public let scope: Scope
  /// The datasets that the prose asks of, and what it uses together with which network.
  let prose: (data: [LabelReference], pairings: [Pairing])
  /// In the order of the file.
  public let diagnostics: [Diagnostic]

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  public var title: String { frontMatter.title ?? file.name.fileStem }

  /// Reads a lesson.
  ///
  /// - Parameters:
  ///   - folder: where its pictures and the lessons it links to are; nil if it is not a file.
  ///   - overrides: parameters given on the command line.
  public init(
    parsing file: SourceFile, in folder: LessonFolder? = nil,
    directives: DirectiveSet = .standard,
    overrides: [(name: String, value: String)] = []
  ) {
    let document = Markdown.parse(file)
    var diagnostics = document.diagnostics
    var frontMatter = FrontMatter()
    if let yaml = document.frontMatter {
      frontMatter = FrontMatter(yaml, overrides: overrides, &diagnostics)
    } else {
      frontMatter.override(overrides, &diagnostics)
    }

    var reader = DirectiveReader(directives: directives, parameters: frontMatter.parameters)
    var prose = ProseReader()
    var cells: [Cell] = []
    var blocks: [Markdown.Block] = []
    for block in document.blocks {
      guard case .code(let code) = block.kind, code.isDirective else {
        prose.read(block, scope: reader.scope)
        blocks.append(block)
        continue
      }
      if !blocks.isEmpty {
        cells.append(.prose(blocks))
        blocks = []
      }
      if let cell = reader.cell(code, at: block.range) { cells.append(.directive(cell)) }
    }
    if !blocks.isEmpty { cells.append(.prose(blocks)) }
    for footnote in document.footnotes {
      for block in footnote.blocks { prose.read(block, scope: reader.scope) }
    }
    let anchors = CellAnchors(of: cells)
    prose.resolveReferences(anchors)
    diagnostics += anchors.diagnostics + DerivationReader.diagnostics(of: cells)
    diagnostics += DirectionReader.diagnostics(of: file)
    let text = document.blocks + document.footnotes.flatMap(\.blocks)
    var headings = HeadingReader()
    for block in text { headings.read(block) }
    var addresses = AddressReader(
      in: folder,
      anchors: Set(headings.levels.keys).union(prose.equations.keys).union(anchors.names))
    for block in text { addresses.read(block) }
    diagnostics += headings.diagnostics + addresses.diagnostics

    if cells.isEmpty, diagnostics.isEmpty, reader.diagnostics.isEmpty {
      diagnostics.append(
        Diagnostic(
          "notebook.empty", "there is nothing in this notebook", at: nil,
          help: ["'gradbook new NAME' writes a first lesson to start from"]))
    }
    diagnostics += reader.diagnostics + prose.diagnostics
    diagnostics.sort { ($0.range?.lowerBound ?? 0) < ($1.range?.lowerBound ?? 0) }
    Self.shorten(&diagnostics)

    self.file = file
    self.folder = folder
    self.frontMatter = frontMatter
    self.cells = cells
    self.footnotes = document.footnotes
    self.formulas = prose.formulas
    self.equations = prose.equations
    self.headingLevels = headings.levels
    self.anchors = anchors
    self.references = prose.references
    self.scope = reader.scope
    self.prose = (prose.data, prose.pairings)
    self.diagnostics = diagnostics
  }
}

extension Notebook {
  /// More than this nobody reads, and a file that is no notebook can have a mistake in every byte.
  private static let mostDiagnostics = 500

  /// Keeps the first of very many diagnostics, errors before warnings, and says how many there were.
  private static func shorten(_ diagnostics: inout [Diagnostic]) {
    let left = diagnostics.count - mostDiagnostics
    guard left > 0 else { return }
    let errors = diagnostics.filter { $0.severity == .error }
    diagnostics = Array((errors.isEmpty ? diagnostics : errors).prefix(mostDiagnostics))
    diagnostics.append(
      Diagnostic(
        "notebook.mistakes", "\(left) more are not shown",
        severity: errors.isEmpty ? .warning : .error,
        help: ["mend the first ones; many may have one cause"]))
  }
}

extension CodeBlock {
  /// Whether the info string opens a brace; a block with any other is a listing and never run.
  public var isDirective: Bool { isFenced && info.text.hasPrefix("{") }
}

extension String {
  /// The name of a file without its folders and its ending.
  var fileStem: String {
    let name = split(separator: "/").last.map(String.init) ?? self
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
