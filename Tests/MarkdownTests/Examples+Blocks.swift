extension Examples {
  static let tabs = [
    "\tweights\tbias", "  \tweights\tbias", "    w\tb\n    δ\tb", "  - loss\n\n\tgradient",
    "- loss\n\n\t\tgradient", ">\t\tloss", "-\t\tloss", "    a\n\tb", " - a\n   - b\n\t - c",
    "#\tTraining", "*\t*\t*\t", "1.\tone\n2.\ttwo", "a\tb", "\t", "-\ta\n\n\tb",
    "> -\ta\n> \n> \tb",
  ]

  static let rules = [
    "***\n---\n___", "+++", "===", "--\n**\n__", " ***\n  ***\n   ***", "    ***", "loss\n    ***",
    "_____________", " - - -", " **  * ** * ** * **", "-     -      -", "- - - -    ",
    "_ _ _ a\n\na---",
    " *-*", "- a\n***\n- b", "a\n***\nb", "a\n---\nb", "* a\n* * *\n* b", "- a\n- * * *", "---a---",
  ]

  static let atxHeadings = [
    "# a\n## b\n### c\n#### d\n##### e\n###### f", "####### g", "#5 epochs\n\n#epoch", "\\## a",
    "# a *b* \\*c\\*", "#                  a                     ", " ### a\n  ## a\n   # a",
    "    # a", "a\n    # b", "## a ##\n  ###   b    ###", "# a ######\n##### b ##",
    "### a ###     ",
    "### a ### b", "# a#", "### a \\###\n## a #\\##\n# a \\#", "****\n## a\n****",
    "a b\n# c\nd e", "## \n#\n### ###", "# `a` <b>\n", "# [a](b)\n# ![a](b)", "#\n\na", "# a\\\nb",
  ]

  static let underlinedHeadings = [
    "a *b*\n===\n\nc *d*\n---", "a *b\nc*\n====", "  a *b\nc*\t\n====", "a\n-------\n\nb\n=",
    "   a\n---\n\n  a\n-----\n\n  a\n  ===", "    a\n    ---\n\n    b\n---", "a\n   ----      ",
    "a\n    ---", "a\n= =\n\nb\n--- -", "a  \n-----", "a\\\n----",
    "`a\n----\n`\n\n<a title=\"x\n---\n\">",
    "> a\n---", "> a\nb\n===", "- a\n---", "a\nb\n---", "---\na\n---\nb\n---\nc", "\n====",
    "---\n---",
    "- a\n-----", "    a\n---", "> a\n-----", "\\> a\n------", "a\n\nb\n---\nc", "a\nb\n\n---\n\nc",
    "a\nb\n* * *\nc", "a\nb\n\\---\nc", "[x]: /y\n===", "[x]: /y\na\n===",
  ]

  static let indentedCode = [
    "    a\n      b", "  - a\n\n    b", "1.  a\n\n    - b", "    <a/>\n    *b*\n\n    - c",
    "    a\n\n    b\n  \n \n \n    c", "    a\n      \n      b", "a\n    b", "    a\nb",
    "# a\n    b\nc\n------\n    d\n----", "        a\n    b", "\n    \n    a\n    \n", "    a  ",
    "> \n>     a", "-     a", "    a\n\n\n    b\n\nc",
  ]

  static let fencedCode = [
    "```\n<\n >\n```", "~~~\n<\n >\n~~~", "``\na\n``", "```\na\n~~~\n```", "~~~\na\n```\n~~~",
    "````\na\n```\n``````", "~~~~\na\n~~~\n~~~~", "```", "`````\n\n```\na", "> ```\n> a\n\nb",
    "```\n\n  \n```", "```\n```", " ```\n a\na\n```", "  ```\na\n  a\na\n  ```",
    "   ```\n   a\n    a\n  a\n   ```", "    ```\n    a\n    ```", "```\na\n  ```",
    "   ```\na\n  ```",
    "```\na\n    ```", "``` ```\na", "~~~~~~\na\n~~~ ~~", "a\n```\nb\n```\nc",
    "a\n---\n~~~\nb\n~~~\n# c",
    "```python\ndef f():\n  return 1\n```", "~~~~    swift a=b $%@#\nlet x = 1\n~~~~~~~",
    "````;\n````", "``` aa ```\na", "~~~ aa ``` ~~~\na\n~~~", "```\n``` a\n```",
    "- ```\n  a\n  ```\nb",
    "```a&amp;b\n```", "```a\\*b\n```", "``` \"x\" y\na\n```", "> > ```\n> > a\n> b",
    "```\n\ta\n```",
  ]

  static let htmlBlocks = [
    "<table><tr><td>\n<pre>\n**a**,\n\n_b_.\n</pre>\n</td></tr></table>",
    "<div>\n  *a*\n</div>\n\nb",
    " <div>\n  *a*", "</div>\n*a*", "<div>\n\n*a*\n\n</div>",
    "<div id=\"a\"\n  class=\"b\">\n</div>",
    "<div>\n*a*\n\n*b*", "<div id=\"a\"\n*b*", "<div class\na", "<div *?-&<-\n*a*",
    "<a href=\"b\">\n*c*\n</a>",
    "<w>\n*a*\n</w>", "<i class=\"a\">\n*b*\n</i>", "</ins>\n*a*", "<del>\n*a*\n</del>",
    "<del>*a*</del>",
    "<pre><code>\na\n\nb\n</code></pre>\nc", "<script>\nx\n\ny\n</script>\nz",
    "<style\n  type=\"a\">\nb\n\nc\n</style>\nd",
    "<style>\n\na", "> <div>\n> a\n\nb", "- <div>\n- a", "<!-- a\n\nb -->\nc", "<?php\n\nx\n?>\ny",
    "<!DOCTYPE html>",
    "<![CDATA[\nx\n\ny\n]]>\nz", "  <!-- a -->\n\n    <!-- b -->", "a\n<div>\nb\n</div>",
    "a\n<x>\nb", "<div>\na\n</div>\n*b*",
  ]

  static let definitions = [
    "[a]: /b \"c\"\n\n[a]", "   [a]: \n      /b  \n           'c'  \n\n[a]",
    "[a*b\\]]:c_(d) 'e (f)'\n\n[a*b\\]]",
    "[a b]:\n<c d>\n'e'\n\n[a b]", "[a]: /b '\nc\nd\n'\n\n[a]", "[a]: /b 'c\n\nd'\n\n[a]",
    "[a]:\n/b\n\n[a]", "[a]:\n\n[a]",
    "[a]: <>\n\n[a]", "[a]: <b>(c)\n\n[a]", "[a]: /b\\c\\*d \"e\\\"f\\g\"\n\n[a]", "[a]\n\n[a]: b",
    "[a]\n\n[a]: x\n[a]: y",
    "[AA]: /b\n\n[aA]", "[ΑΓΩ]: /π\n\n[αγω]", "[a]: /b", "[\na\n]: /b\nc", "[a]: /b \"c\" d",
    "[a]: /b\n\"c\" d", "    [a]: /b\n\n[a]",
    "```\n[a]: /b\n```\n\n[a]", "a\n[b]: /c\n\n[b]", "# [a]\n[a]: /b\n> c", "[a]: /b\nc\n===\n[a]",
    "[a]: /b\n===\n[a]",
    "[a]: /b \"c\"\n[d]: /e\n  \"f\"\n[g]: /h\n\n[a],\n[d],\n[g]", "[a]\n\n> [a]: /b",
    "[权重]: /w\n\n[权重]",
  ]

  static let paragraphs = [
    "a\n\nb", "a\nb\n\nc\nd", "a\n\n\nb", "  a\n b", "a\n             b\n                     c",
    "   a\nb", "    a\nb",
    "a     \nb     ", "  \n\na\n  \n\n# b\n\n  ", "", "\n", "   ", "神经网络\n反向传播", "é ü ñ\nжук",
    "🙂\n🙂🙂", "a\r\nb\r\n\r\nc",
  ]

  static let tables = [
    "| a | b |\n| - | - |\n| c | d |", "| a | b |\n|:-:|--:|\nc | d",
    "| a\\|b |\n|-----|\n| c `\\|` d |\n| e **\\|** f |",
    "| a | b |\n|---|---|\n| c | d |\n> e", "| a | b |\n|---|---|\n| c | d |\ne\n\nf",
    "| a | b |\n|---|\n| c |",
    "| a | b |\n|---|---|\n| c |\n| d | e | f |", "| a | b |\n|---|---|", "a | b\n-|-\nc | d",
    "|a|\n|-|\n|b|",
    "| a |\n| :-- |\n| b |", "text\n| a | b |\n|---|---|\n| c | d |", "text\nmore\n| a |\n|---|",
    "| a |\n|---|\n\n| b |",
    "- | a | b |\n  |---|---|\n  | c | d |", "> | a |\n> |---|\n> | b |",
    "| *a* | [b](c) |\n|---|---|\n| `d` | ![e](f) |",
    "| |\n|-|\n| |", "|a|b|\n|-|-|\n||c|", "| 权重 | 偏置 |\n|---|---|\n| 中 | 文 |",
    "| a | b |\n|---|:-:|\n| <b> | www.a.bc |",
    "| a |\n| - |\n| b |\n# c", "| a |\n| - |\n    b", "a\n-", "| a |\n|--x|",
    "|\ta\t|\n|---|\n|\tb\t|", "   | a |\n   |---|\n   | b |",
    "| a | b |  \n|---|---|  \n| c | d |  ", "| \\| |\n|---|\n| \\\\| |",
    "| ~~a~~ | http://x.y |\n|---|---|\n| m@n.op | \\* |",
  ]

  static let quotations = [
    "> # a\n> b\n> c", "># a\n>b\n> c", "   > # a\n   > b\n > c", "    > # a\n    > b",
    "> # a\n> b\nc", "> a\nb\n> c", "> a\n---",
    "> - a\n- b", ">     a\n    b", "> ```\na\n```", "> a\n    - b", ">", ">\n>  \n> ",
    ">\n> a\n>  ", "> a\n\n> b", "> a\n> b", "> a\n>\n> b",
    "a\n> b", "> a\n***\n> b", "> a\nb", "> a\n\nb", "> a\n>\nb", "> > > a\nb", ">>> a\n> b\n>>c",
    ">     a\n\n>    b", "> 中文\n> 损失",
  ]

  static let listItems = [
    "a\nb\n\n    c\n\n> d", "1.  a\n    b\n\n        c\n\n    > d", "- a\n\n b", "- a\n\n  b",
    " -    a\n\n     b", " -    a\n\n      b",
    "   > > 1.  a\n>>\n>>     b", ">>- a\n>>\n  >  > b", "-a\n\n2.b", "- a\n\n\n  b",
    "1.  a\n\n    ```\n    b\n    ```\n\n    c\n\n    > d",
    "- a\n\n      b\n\n\n      c", "123456789. a", "1234567890. a", "0. a", "003. a", "-1. a",
    "- a\n\n      b", "  10.  a\n\n           b",
    "1.     a\n\n   b\n\n       c", "1.      a\n\n   b", "   a\n\nb", "-    a\n\n  b",
    "-  a\n\n   b", "-\n  a\n-\n  ```\n  b\n  ```\n-\n      c",
    "-   \n  a", "-\n\n  a", "- a\n-\n- b", "- a\n-   \n- b", "1. a\n2.\n3. b", "*",
    "a\n*\n\nb\n1.", "  1.  a\n      b", "1.  a\nb",
    "> 1. > a\nb", "- a\n  - b\n    - c\n      - d", "- a\n - b\n  - c\n   - d", "10) a\n    - b",
    "10) a\n   - b", "- - a", "1. - 2. a",
    "- # a\n- b\n  ---\n  c", "1. 中\n   文\n2. 字", "* a\n\n  * b\n\n    c\n\n  d",
  ]

  static let tasks = [
    "- [ ] a\n- [x] b", "- [x] a\n  - [ ] b\n  - [x] c\n- [ ] d", "1. [ ] a\n2. [X] b", "- [ ]a",
    "- [] a", "- [x]", "- [ ]\n  a", "- a [ ] b",
    "* [x] *a*\n+ [ ] `b`", "- [ ] a\n\n- [x] b", "- [ ] a\n\n  b", "> - [ ] a", "[ ] a",
    "- [x] 训练",
  ]

  static let lists = [
    "- a\n- b\n+ c", "1. a\n2. b\n3) c", "a\n- b\n- c", "a\n14.  b", "a\n1.  b",
    "- a\n\n- b\n\n\n- c", "- a\n  - b\n    - c\n\n\n      d",
    "- a\n- b\n\n<!-- -->\n\n- c", "-   a\n\n    b\n\n-   c\n\n<!-- -->\n\n    d",
    "- a\n - b\n  - c\n   - d\n  - e\n - f\n- g", "1. a\n\n  2. b\n\n   3. c",
    "- a\n - b\n  - c\n   - d\n    - e", "1. a\n\n  2. b\n\n    3. c", "- a\n- b\n\n- c",
    "* a\n*\n\n* c", "- a\n- b\n\n  c\n- d", "- a\n- b\n\n  [r]: /u\n- d",
    "- a\n- ```\n  b\n\n\n  ```\n- c", "- a\n  - b\n\n    c\n- d", "* a\n  > b\n  >\n* c",
    "- a\n  > b\n  ```\n  c\n  ```\n- d", "- a", "- a\n  - b",
    "1. ```\n   a\n   ```\n\n   b", "* a\n  * b\n\n  c", "- a\n  - b\n  - c\n\n- d\n  - e\n  - f",
    "7. a\n8. b", "- a\n\nb\n- c", "- 1. a\n  2. b\n- c",
  ]
}
