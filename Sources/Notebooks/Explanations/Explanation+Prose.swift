extension Explanation {
  /// Files, folders and the machine.
  static let files: [Explanation] = [
    Explanation(
      "file.unreadable",
      "The file cannot be opened: it is gone, or you may not read it. Look at it with 'ls -l'."),
    Explanation(
      "file.irregular",
      "A device or a pipe has no end and is no lesson. Name a file of text, which ends in '.md'."),
    Explanation(
      "file.large",
      """
      The file is larger than any lesson could be: perhaps a data file was named by mistake. A Jupyter \
      notebook is so large by its outputs, which 'jupyter nbconvert --clear-output --inplace FILE' takes \
      out.
      """),
    Explanation(
      "file.not-utf8",
      """
      Lessons are UTF-8 text, and the byte under the caret is none. Save the file as UTF-8 in your \
      editor, or convert it: 'iconv -f latin1 -t utf-8 old.md > new.md'.
      """),
    Explanation(
      "picture.unreadable",
      """
      The picture is there and cannot be opened: you may not read it, or this process may open no more \
      files. Look at it with 'ls -l'; 'ulimit -n' says how many files a process may open.
      """),
    Explanation(
      "file.name-not-utf8",
      """
      The name of this file has bytes that are no UTF-8 text, as names from old systems have. Rename it: \
      'mv' in a shell completes such names, and 'convmv' converts many.
      """),
    Explanation(
      "file.not-lesson",
      """
      A lesson is Markdown, a file *.md. A Jupyter notebook becomes one by 'gradbook convert FILE --to \
      md'; a page of Gradbook is compared with its lesson by 'gradbook verify FILE'; other texts are \
      lessons once they are renamed. Shown as prose they would be nonsense.
      """),
    Explanation(
      "file.outside",
      """
      A lesson reads and writes files in its own folder and below only, so that it can be run without \
      fear of what it does elsewhere. Copy the file beside the lesson, or name a folder of datasets \
      with --data-dir.
      """,
      "```{data} words\nfile: ../elsewhere/rows.csv\n```", "../elsewhere/", to: ""),
    Explanation(
      "file.name",
      """
      To the system a NUL ends the name of a file, so another file than the one named would be read. \
      Write the name without it.
      """,
      "```{data} words\nfile: \"rows.csv\\0\"\n```", "\\0", to: ""),
    Explanation(
      "page.unwritable",
      """
      The page was made but could not be written: the folder is gone or may not be written to, the disk \
      is full, or a folder stands where the page is to be. The page of before is left whole, and says \
      that it is of before where that can be written.
      """),
    Explanation(
      "page.large",
      """
      No reader's browser would like the page: show fewer samples, arrays or pictures. The limit is 64 \
      megabytes, and GRADBOOK_PAGE_LIMIT sets another.
      """),
    Explanation(
      "page.template",
      """
      A template cannot be opened, is no template, or includes itself, perhaps through others. It can \
      only come of templates of your own, given with --templates.
      """),
    Explanation(
      "font.missing",
      """
      Formulas are set in Latin Modern Math, of which the page takes the letters it uses. The font or \
      the library that cuts it down is not installed, so the reader's own fonts are used. On Debian: \
      apt-get install fonts-lmodern libharfbuzz0b libharfbuzz-subset0 libbrotli1.
      """),
    Explanation(
      "data.missing",
      """
      There is no such file, dataset, column, class or part of a dataset. A dataset has the part \
      'train' (and 'test', 'validation') only if the cell that loads it sets it apart.
      """, in: .cells, "```{evaluate}\nnetwork: net\ndata: moons.tset\n```", "tset", to: "test"),
    Explanation(
      "data.unreadable",
      "The system refused to read a data file, or to write it: look at its permissions and at the disk."
    ),
    Explanation(
      "data.malformed",
      """
      What the file holds cannot be meant: a row of a CSV file has another number of fields, a value or \
      a label is missing, a number may be read in two ways, an image is cut off, a download broke off. \
      The message has the place in the file. How a CSV file is written is said by 'separator', \
      'decimal' and 'header'; which columns count by 'columns', 'drop' and 'categories'.
      """),
    Explanation(
      "data.tooLarge",
      """
      The data would take more memory than a lesson may, by what the file says of itself. Set 'limit' \
      to take the first samples, or give the file a smaller array.
      """),
    Explanation(
      "data.unsupported",
      """
      The file may be sound, but is of a kind that is not read here: text that is not UTF-8, dates or \
      complex numbers of NumPy, a spreadsheet. The message says what makes it readable; text is \
      converted by 'iconv -f WINDOWS-1252 -t UTF-8 old.csv > new.csv', a spreadsheet is saved as CSV.
      """),
    Explanation(
      "data.invalid",
      "What is asked makes no sense for these data: a test set that leaves nothing to train on, say.",
      "```{data} moons\ngenerate: {moons: {count: 20}}\ntest: {count: 20}\n```",
      "test: {count: 20}",
      to: "test: {count: 5}"),
    Explanation(
      "data.pictures",
      """
      Pictures can be shown of samples that are pictures: of datasets that know their width and height, \
      such as mnist and digits.
      """, in: .cells, "```{plot}\nkind: weights\nof: net\ndata: moons\n```",
      mended: "```{plot}\nkind: boundary\nof: net\ndata: moons\n```"),
    Explanation(
      "picture.missing",
      "The picture is not there. Its path is read from the folder of the lesson.",
      "![A curve](crve.svg)", mended: "A curve."),
    Explanation(
      "picture.outside",
      """
      A page contains its pictures, and they come from the folder of the lesson or below. Copy the \
      picture there.
      """,
      "![A curve](../curve.svg)", mended: "A curve."),
    Explanation(
      "picture.format",
      "Browsers show PNG, JPEG, GIF, WebP and SVG. Convert the picture to one of them."),
    Explanation(
      "picture.broken",
      """
      The file begins as a picture does, but is cut off or damaged, and a browser would show nothing in \
      its place. Save it anew; an SVG also needs its namespace, xmlns="http://www.w3.org/2000/svg", in its \
      first tag.
      """),
    Explanation(
      "picture.large",
      """
      A page has its pictures within itself, and one of this size would make it slow to open. Make the \
      picture smaller, or save it as JPEG or WebP.
      """),
    Explanation(
      "picture.web",
      """
      A page fetches nothing, so a picture on another machine becomes a link to it. Save it beside the \
      lesson to show it.
      """,
      "![A curve](https://example.org/curve.svg)", "![", to: "["),
    Explanation(
      "picture.words",
      "Who cannot see the picture reads the words between its brackets, and there are none.",
      "![](https://example.org/curve.svg)", "![]", to: "![A loss curve]"),
    Explanation(
      "link.missing",
      "A link to a lesson becomes one to its page, and there is no such lesson in this folder.",
      "[the next one](secnod.md)", "(secnod.md)", to: "(https://example.org)"),
    Explanation(
      "link.folder",
      """
      Pages are written side by side, so a link to a lesson in another folder would lead to nothing. \
      Put the lessons that belong together into one folder.
      """,
      "[the next one](part-2/second.md)", "(part-2/second.md)", to: "(https://example.org)"),
    Explanation(
      "link.anchor",
      """
      What follows '#' is the name of a heading, in lower case with hyphens for blanks, or the label of \
      an equation, a picture or a table. The page that the link leads to has none of this name.
      """,
      "## The loss\n\nSee [above](#the-los).", "(#the-los)", to: "(#the-loss)"),
    Explanation(
      "link.file",
      """
      The link leads to a file beside the page, and none of this name stands beside the lesson. What is \
      there must be copied to where the page goes.
      """,
      "[the numbers](nubmers.csv)", "(nubmers.csv)", to: "(https://example.org)"),
    Explanation(
      "link.inert",
      """
      An address that begins so runs a script, carries what it shows in itself or names a file of one \
      machine. A page follows none of these: it shows the words without a link.
      """,
      "[the numbers](file:///home/numbers.csv)", "(file:///home/numbers.csv)",
      to: "(https://example.org)"),
  ]

  /// What the prose refers to.
  static let prose: [Explanation] = [
    Explanation(
      "reference.unknown",
      """
      '@eq-name' refers to an equation labelled '{#eq-name}', '@fig-name' and '@tbl-name' to what the \
      cell with the label 'name' shows. Nothing here has this name.
      """,
      "$$ a = b $$ {#eq-sum}\n\nSee @eq-smu.", "@eq-smu", to: "@eq-sum"),
    Explanation(
      "text.direction",
      """
      A character that cannot be seen turns the order of those after it round, so that a reader sees 31 \
      where 13 stands. Values that were worked out are kept from it, other text is not. Editors show such \
      characters as boxes or by their names. Take it out; one that is needed where scripts of both \
      directions meet is closed on its line: U+2066 to U+2068 by U+2069, U+202A and U+202B by U+202C.
      """,
      "The answer is \u{202E}13\u{202C}.", mended: "The answer is 13."),
    Explanation(
      "caption.reference",
      """
      References are for prose, where they become links. A caption is a sentence of plain text, the same \
      on the page, in a terminal and for who hears it. Refer to the other picture in the prose beside it.
      """,
      "```{table} sizes\ncolumns: [Layer, Units]\nrows: [[one, 3]]\ncaption: As in @fig-net.\n```",
      "@fig-net", to: "the drawing"),
    Explanation(
      "reference.kind",
      """
      '@fig-name' leads to a picture and '@tbl-name' to a table. The cell with this label shows none, \
      or is not on the page at all.
      """,
      "```{table} sizes\ncolumns: [Layer, Units]\nrows: [[one, 3]]\n```\n\nSee @fig-sizes.",
      "@fig-sizes", to: "@tbl-sizes"),
    Explanation(
      "label.place",
      """
      An equation with a label has a number and a place that references lead to. In a heading it would \
      stand in the contents as well, and in a link it would be part of the way elsewhere; in a line of \
      text there is no room for its number.
      """,
      "## The sum $$ a = b $$ {#eq-sum}\n\nSee @eq-sum.",
      mended: "## The sum\n\n$$ a = b $$ {#eq-sum}\n\nSee @eq-sum."),
    Explanation(
      "heading.level",
      """
      Who hears a page or goes through it by its headings expects '###' under '##'. A level that is \
      left out looks like a part that is missing; the page shows the heading one level down.
      """,
      "## One\n\n#### Two", "####", to: "###"),
    Explanation(
      "heading.empty",
      "A heading without words leads to nothing and names nothing, so the page leaves it out.",
      "##\n\nWords.", "##\n", to: "## One\n"),
    Explanation(
      "role.code",
      "A value stands in a sentence as {eval} and code between backticks; here the code is missing.",
      "The answer is {eval}6 * 7.", "{eval}6 * 7", to: "{eval}`6 * 7`"),
    Explanation(
      "role.unknown",
      "The one thing in braces that may stand before code in a sentence is {eval}, which puts a value there.",
      "The answer is {evla}`6 * 7`.", "evla", to: "eval"),
    Explanation(
      "tex.unclosed",
      "A formula that '$$' begins goes on to the next '$$', and none comes.",
      "$$\na = b\n\nWords.", "b\n", to: "b\n$$\n"),
    Explanation(
      "tex.label",
      "After a formula stands nothing or its label, {#eq-name}.",
      "$$\na = b\n$$ {eq-sum}", "{eq", to: "{#eq"),
    Explanation(
      "tex.trailing",
      "The line on which '$$' ends a formula has something more on it. Put that on a line of its own.",
      "$$\na = b\n$$ which was to be shown.", "$$ which", to: "$$\n\nwhich"),
  ]
}
