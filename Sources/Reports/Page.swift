/// A lesson page as strings, ready for the templates.
///
/// Every member has the name by which a template refers to it. What is text is a `String`, which is
/// escaped on its way into a template; what is markup already is `HTML`.
struct Page {
  let language: String
  let title: String
  let subtitle: String?
  let facts: [String]
  let hasFacts: Bool
  let banners: [String]
  let contents: HTML?
  let cells: [Cell]
  let provenance: [Fact]
  /// `Provenance` as JSON.
  let origin: String
  let words: Labels
  var stylesheet: HTML
  /// `@font-face` rules.
  var fontFace = HTML.nothing
  /// All cells as HTML.
  var body = HTML.nothing

  struct Labels {
    let contents: String
    let skip: String
  }

  struct Fact {
    let name: String
    let value: String
  }

  /// Prose, or what a directive shows.
  struct Cell {
    let prose: HTML?
    let run: Directive?
  }

  struct Directive {
    let section: String
    let source: Source?
    let outputs: [Output]
    let failure: Failure?
  }

  struct Source {
    let summary: String
    let code: HTML
    let isOpen: Bool
  }

  /// Exactly one member is there.
  struct Output {
    var table: Table?
    var figure: Figure?
    var code: Code?
    var computation: Computation?
    var verdicts: Verdicts?
    var notice: Notice?
    var derivation: Derivation?
  }

  struct Caption {
    /// `Figure 3.`
    let number: String
    let text: String
  }

  struct Table {
    struct Row {
      let cells: [Cell]
    }

    struct Cell {
      let content: HTML
      let isHeader: Bool
    }

    let id: String?
    let label: String
    let caption: Caption?
    /// `r2 r3` where the second and the third column are set to the right; nil where none is.
    let alignment: String?
    let columns: [String]
    let rows: [Row]
  }

  struct Figure {
    let id: String?
    let picture: HTML
    let caption: Caption?
    /// The numbers as a folded table.
    let data: HTML?
  }

  struct Code {
    let html: HTML
  }

  /// Lines of code, each with the formula of what it computes and the engine's verdict.
  struct Computation {
    struct Row {
      /// Whether an empty line stands before it.
      let isApart: Bool
      let formula: HTML?
      let code: HTML
      let verdict: Verdict?
    }

    let formulaHead: String
    let codeHead: String
    let engineHead: String
    let rows: [Row]
  }

  struct Verdicts {
    let items: [Verdict]
  }

  struct Verdict {
    let kind: String
    let sign: String
    let word: String
    let statement: String
    let finding: String
  }

  /// Lines of mathematics with a verdict beside each.
  struct Derivation {
    struct Block {
      let heading: String?
      let rows: [Row]
    }

    struct Row {
      /// MathML, one for each column of the alignment.
      let cells: [HTML]
      var verdicts: [Verdict]
    }

    struct Verdict {
      let kind: String
      let sign: String
      let word: HTML
      /// Lines of HTML.
      let details: [HTML]
      let isOpen: Bool

      /// The same with one more line of detail.
      func adding(_ detail: HTML) -> Verdict {
        Verdict(kind: kind, sign: sign, word: word, details: details + [detail], isOpen: isOpen)
      }
    }

    struct Shapes {
      let word: String
      let items: [Shape]
      /// On what points.
      let setting: String?
    }

    struct Shape {
      /// One after another, with what stands between them.
      var symbols: [HTML]
      let shape: String
    }

    let id: String?
    let isErratum: Bool
    let blocks: [Block]
    let shapes: Shapes?
  }

  struct Notice {
    let kind: String
    let text: String
  }

  struct Failure {
    let word: String
    let diagnostic: String?
  }
}
