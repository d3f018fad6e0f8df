extension Explanation {
  /// YAML, options and parameters.
  static let settings: [Explanation] = [
    Explanation(
      "yaml.invalid",
      """
      The front matter and the options of a directive are YAML, and this is none. The caret stands where \
      the reader gave up, which is often a line after the mistake: look there for a bracket or a quote \
      that is not closed, a tab in front of a line, or a text with ': ' in it that has no quotes.
      """,
      "```{data} moons\ngenerate: {moons: {count: 20}\n```", "20}", to: "20}}"),
    Explanation(
      "yaml.duplicate",
      "An option may be set once. Of two values nobody could say which one is meant.",
      "```{data} moons\ngenerate: moons\nlimit: 10\nlimit: 20\n```", "limit: 10\n", to: ""),
    Explanation(
      "yaml.key",
      """
      The name of an option is a text. YAML also allows lists and mappings as names, and no directive has \
      such an option.
      """,
      "```{data} moons\ngenerate: moons\n[limit, test]: 10\n```", "[limit, test]", to: "limit"),
    Explanation(
      "yaml.too-deep",
      """
      Settings are read by recursion, so brackets within brackets have an end: far more levels are \
      allowed than any lesson needs. The usual cause is a bracket typed too often.
      """,
      "```{table} t\nrows: " + String(repeating: "[", count: 101) + "\n```",
      mended: "```{table} t\ncolumns: [a]\nrows: [[1]]\n```"),
    Explanation(
      "yaml.too-large",
      """
      An alias (*name) repeats everything below its anchor (&name), and aliases of aliases multiply it. \
      More aliases or values than this are no settings of a lesson.
      """,
      "```{table} t\ncolumns: [a]\nrows: [&r [1], "
        + Array(repeating: "*r", count: 17).joined(separator: ", ") + "]\n```",
      mended: "```{table} t\ncolumns: [a]\nrows: [[1], [1]]\n```"),
    Explanation(
      "options.invalid",
      """
      The body of a directive is a mapping, one 'name: value' on each line, not a list and not a text by \
      itself. If it is meant as content (TeX, code, statements), see whether this directive takes any.
      """,
      "```{data} moons\n- generate: moons\n```", "- ", to: ""),
    Explanation(
      "option.unknown",
      """
      The directive has no option of this name. All options are checked before anything runs, so that a \
      misspelt one is never passed over in silence.
      """, in: .cells,
      "```{train} longer\nnetwork: net\ndata: moons\nlearning-rate: 0.1\nepochs: 2\nbacth: 5\n```",
      "bacth", to: "batch"),
    Explanation(
      "option.missing",
      """
      The directive cannot do without this option, and there is no default that would be right for most \
      lessons. The message says what belongs there.
      """,
      "```{network} net\ninput: 2\nlayers:\n  - {units: 1, activation: sigmoid}\n```",
      "\n```", to: "\nloss: binary-cross-entropy\n```"),
    Explanation(
      "option.type",
      """
      The value is of another sort than the option takes: a text where a number must be, a number out of \
      its range, one value where a list must be. A number in quotes is a text.
      """,
      "```{data} moons\ngenerate: moons\nlimit: many\n```", "many", to: "10"),
    Explanation(
      "option.choice",
      "The option takes one of several names, and this is none of them.",
      "```{network} net\ninput: 2\nlayers:\n  - {units: 1, activation: sigmiod}\n"
        + "loss: binary-cross-entropy\n```", "sigmiod", to: "sigmoid"),
    Explanation(
      "option.conflict",
      "Each of these two options says the same thing in another way, so only one can be given.",
      in: .cells,
      "```{train} more\nnetwork: net\ndata: moons\nlearning-rate: 0.1\nepochs: 2\nsteps: 10\n```",
      "epochs: 2\n", to: ""),
    Explanation(
      "option.unused",
      """
      The option is one of the directive's, but nothing would read it here: it says more about another \
      option that is not written, or it belongs to another kind of file. What is written and has no \
      effect misleads the reader, so it is not passed over.
      """,
      "```{data} moons\ngenerate: moons\nfit: all\n```", "fit: all",
      to: "standardize: per-feature\nfit: all"),
    Explanation(
      "parameter.unknown",
      """
      '${name}' in an option and '-P name:value' on the command line stand for a parameter that the front \
      matter declares with its default, and this one is not declared there.
      """,
      "---\nparams: {count: 20}\n---\n\n```{data} moons\ngenerate: {moons: {count: \"${cuont}\"}}\n"
        + "limit: ${cuont}\n```",
      mended:
        "---\nparams: {count: 20}\n---\n\n```{data} moons\ngenerate: moons\nlimit: ${count}\n```"),
    Explanation(
      "parameter.type",
      """
      A parameter is one number or one text, since '-P name:value' can give nothing else. For a list, \
      declare one parameter for each item and write '[${a}, ${b}]'.
      """,
      "---\nparams: {sizes: [2, 3]}\n---\n\nWords.", "[2, 3]", to: "2"),
    Explanation(
      "front-matter.invalid",
      "Front matter is lines 'name: value', such as 'title: A first lesson', not a list or a text.",
      "---\nA first lesson\n---\n\nWords.", "A first", to: "title: A first"),
    Explanation(
      "front-matter.unclosed",
      """
      A first line '---' begins front matter, which a second one ends. Without it nobody can say where \
      the lesson begins. For a line across the page, leave a blank line above it.
      """,
      "---\ntitle: A first lesson\n\nWords.", "lesson\n", to: "lesson\n---\n"),
  ]

  /// Directives, their labels and the blocks they stand in.
  static let structure: [Explanation] = [
    Explanation(
      "directive.unknown",
      """
      A fenced block whose first line has a name in braces is run, and no directive has this name. A \
      listing that is only to be shown has no braces: ```python.
      """,
      "```{dataset} moons\ngenerate: moons\n```", "dataset", to: "data"),
    Explanation(
      "directive.malformed",
      """
      The first line of a directive is its name in braces, without blanks in them, then the label: \
      ```{data} moons.
      """,
      "```{data moons}\ngenerate: moons\n```", "{data moons}", to: "{data} moons"),
    Explanation(
      "directive.nested",
      """
      A directive in a list or a quotation is not run: cells stand in one column, in the order in which \
      they run.
      """,
      "- The data:\n\n  ```{data} moons\n  generate: moons\n  ```",
      mended: "- The data:\n\n```{data} moons\ngenerate: moons\n```"),
    Explanation(
      "label.missing",
      """
      What this cell makes is used by later cells, which name it by its label; or, where the lesson \
      runs, the cell that makes what is asked for stands below instead of above.
      """,
      "```{data}\ngenerate: moons\n```", "{data}", to: "{data} moons"),
    Explanation(
      "label.extra",
      "After the name in braces comes one label. Options go into the block, one on each line.",
      "```{data} moons limit: 10\ngenerate: moons\n```", " limit: 10\n", to: "\nlimit: 10\n"),
    Explanation(
      "label.malformed",
      "A label begins with a letter and has letters, digits, '-' and '_' only, so that formulas can use it.",
      "```{data} 2moons\ngenerate: moons\n```", "2moons", to: "moons2"),
    Explanation(
      "label.duplicate",
      "Two cells or equations have the same label, and nobody could say which one is meant by it.",
      "```{data} moons\ngenerate: moons\n```\n\n```{data} moons\ngenerate: circles\n```",
      mended: "```{data} moons\ngenerate: moons\n```\n\n```{data} rings\ngenerate: circles\n```"),
    Explanation(
      "label.unknown",
      "No cell above has this label. A cell can use what stands above it only.",
      in: .cells, "```{evaluate}\nnetwork: nett\ndata: moons\n```", "nett", to: "net"),
    Explanation(
      "label.kind",
      "The label belongs to a cell of another kind: a network was asked for, say, and this is a dataset.",
      in: .cells, "```{evaluate}\nnetwork: moons\ndata: moons\n```", "network: moons",
      to: "network: net"),
    Explanation(
      "label.equation",
      """
      A reference to an equation is written '@eq-name', so the label of an equation begins with 'eq-', \
      and its name is of letters a-z, digits, '-' and '_'; nothing can refer to this one.
      """,
      "$$ a = b $$ {#sum}", "#sum", to: "#eq-sum"),
    Explanation(
      "markdown.fence",
      "A fenced block goes on to a line with the same fence, and the lesson ends before one comes.",
      "```{data} moons\ngenerate: moons\n", mended: "```{data} moons\ngenerate: moons\n```"),
    Explanation(
      "markdown.nesting",
      """
      Quotations and lists stand in one another far more often than a page could show. The usual cause \
      is a sign typed too often at the start of a line.
      """,
      String(repeating: "> ", count: 200) + "Words.", mended: "> Words."),
    Explanation(
      "markdown.size",
      "The file is larger than any lesson. See whether a data file was named by mistake."),
    Explanation(
      "markdown.expansion",
      """
      '[label]: address' is written once and copied wherever [label] stands, so a small lesson could \
      become a page of any size. Links and pictures by reference may copy as many bytes as the lesson \
      has, at least 100,000. A picture as data is better a file beside the lesson.
      """),
    Explanation(
      "notebook.empty",
      "The file has neither words nor cells. 'gradbook new NAME' writes a lesson to start from.",
      "", mended: "Words."),
    Explanation(
      "notebook.json",
      """
      A Jupyter notebook is JSON with cells in it, and this file is not, or lacks something that every \
      notebook has. 'gradbook convert' turns a notebook that Jupyter saved into a lesson, and a lesson \
      (a file '.md') into a notebook.
      """),
    Explanation(
      "notebook.member",
      """
      A part of the Jupyter notebook lacks something that every such part has. It was written by hand or \
      by another program; open it in Jupyter and save it again.
      """),
    Explanation(
      "notebook.type",
      """
      A part of the Jupyter notebook is of another kind than it must be, such as a number where a text \
      stands. Open it in Jupyter and save it again.
      """),
    Explanation(
      "notebook.version",
      """
      Notebooks of format 4 are read, which Jupyter has saved since 2015. An older one can be brought up \
      to date: 'jupyter nbconvert --to notebook --nbformat 4 FILE'.
      """),
    Explanation(
      "notebook.attachment",
      """
      A picture that is pasted into a cell cannot be taken out of the notebook and put beside the lesson, \
      for the reason given. Save it there yourself and name it in the text: ![words](picture.png).
      """),
    Explanation(
      "lesson.not-run",
      """
      With --fail-fast no lesson is started once one has failed. Mend that one first, or leave the option \
      out to run the others all the same.
      """),
    Explanation(
      "notebook.mistakes",
      """
      The first few hundred diagnostics are shown and the others counted. So many often have one cause: \
      a fence that is not closed, or a file that is no lesson. Mend the first ones and check again.
      """),
  ]
}
