/// The rules of style that the MathML of this module relies on.
public enum MathMLStyle {
  /// For the page's style sheet: the class names all begin with `tex-`.
  ///
  /// Room between the rows of an alignment is TeX's line skip and `\jot`, that between columns of a
  /// matrix `\arraycolsep`, 5 pt on each side (The TeXbook and `amsmath`). Cells are aligned by
  /// `-webkit-right`: Chromium takes what is in a cell for a block, which plain `right` does not move.
  /// WebKit hangs brackets that begin or end a line, and takes every operator for a line: off in formulas.
  /// It sets a mark of an accent on the top of its letter with all the room under the mark, where others
  /// go by the ink: that room is 0.46 em of the mark. It is told by its hanging punctuation, which no
  /// other engine has, and by what Chromium alone knows. An arrow is made as small as TeX's `\vec`.
  /// A prime is set in the text form of its glyph in every browser, hence `ssty` off.
  public static let sheet = """
    math { font-family: "Latin Modern Math", math; hanging-punctuation: none; letter-spacing: normal; }
    mfrac { padding: 0 0.12em; }
    mtable { border-spacing: 0; }
    .tex-prime { font-size: 140%; font-feature-settings: "ssty" 0; }
    mtable.tex-aligned > mtr > mtd, mtable.tex-gathered > mtr > mtd,
    mtable.tex-multline > mtr > mtd { padding: 0.3em 0; }
    mtable.tex-aligned > mtr > mtd:nth-child(odd) { text-align: -webkit-right; padding-left: 2em; }
    mtable.tex-aligned > mtr > mtd:nth-child(even) { text-align: -webkit-left; }
    mtable.tex-aligned > mtr > mtd:first-child { padding-left: 0; }
    mtable.tex-multline > mtr:first-child > mtd { text-align: -webkit-left; }
    mtable.tex-multline > mtr:last-child > mtd { text-align: -webkit-right; }
    mtable > mtr > mtd.tex-tag { text-align: -webkit-right; padding-left: 2em; }
    mtable.tex-cases > mtr > mtd { text-align: -webkit-left; padding: 0.2em 0.5em; }
    mtable.tex-cases > mtr > mtd:first-child { padding-left: 0.1em; }
    mtable.tex-matrix > mtr > mtd, mtable.tex-array > mtr > mtd { padding: 0.2em 0.5em; }
    mtable.tex-matrix > mtr > mtd:first-child, mtable.tex-array > mtr > mtd:first-child { padding-left: 0.15em; }
    mtable.tex-matrix > mtr > mtd:last-child, mtable.tex-array > mtr > mtd:last-child { padding-right: 0.15em; }
    mtable.tex-small > mtr > mtd { padding: 0.05em 0.2em; }
    mtable.tex-array > mtr > mtd.tex-left { text-align: -webkit-left; }
    mtable.tex-array > mtr > mtd.tex-right { text-align: -webkit-right; }
    mtd.tex-bar-left { border-left: 0.05em solid; }
    mtd.tex-bar-right { border-right: 0.05em solid; }
    mtr.tex-line-above > mtd { border-top: 0.05em solid; }
    mtr.tex-line-below > mtd { border-bottom: 0.05em solid; }
    .tex-vec { font-size: 0.5em; }
    @supports (hanging-punctuation: first) and (not (-webkit-app-region: drag)) { mo.tex-mark { margin-bottom: -0.46em; } }
    mrow.tex-overline { border-top: 0.05em solid; padding-top: 0.12em; }
    mrow.tex-underline { border-bottom: 0.05em solid; padding-bottom: 0.12em; }
    mrow.tex-box { border: 0.05em solid; padding: 0.3em; }
    mrow.tex-cancel { background: linear-gradient(to top left, transparent 48%, currentColor 49%, currentColor 51%, transparent 52%); }
    mrow.tex-bcancel { background: linear-gradient(to top right, transparent 48%, currentColor 49%, currentColor 51%, transparent 52%); }
    mrow.tex-xcancel { background: linear-gradient(to top left, transparent 48%, currentColor 49%, currentColor 51%, transparent 52%), linear-gradient(to top right, transparent 48%, currentColor 49%, currentColor 51%, transparent 52%); }
    mtext.tex-bold { font-weight: bold; }
    mtext.tex-italic { font-style: italic; }
    mtext.tex-sans { font-family: sans-serif; }
    mtext.tex-mono { font-family: monospace; }
    """
}
