extension Examples {
  static let escapes = [
    "\\!\\\"\\#\\$\\%\\&\\'\\(\\)\\*\\+\\,\\-\\.\\/\\:\\;\\<\\=\\>\\?\\@\\[\\\\\\]\\^\\_\\`\\{\\|\\}\\~",
    "\\\t\\A\\a\\ \\3\\φ\\«",
    "\\*a\\*\n\\<br/>\n\\[b](/c)\n\\`d`\n1\\. e\n\\* f\n\\# g\n\\[h]: /i \"j\"\n\\&ouml;",
    "\\\\*a*", "a\\\nb", "`` \\[\\` ``", "    \\[\\]",
    "~~~\n\\[\\]\n~~~", "<http://a.b?c=\\*>", "<a href=\"/\\/)\">", "[a](/b\\* \"c\\*d\")",
    "[a]\n\n[a]: /b\\* \"c\\*d\"", "``` a\\+b\nc\n```", "\\", "a\\",
  ]

  static let entities = [
    "&nbsp; &amp; &copy; &AElig; &Dcaron;\n&frac34; &HilbertSpace; &DifferentialD;\n&ClockwiseContourIntegral; &ngE;",
    "&#35; &#1234; &#992; &#0;",
    "&#X22; &#XD06; &#xcab;",
    "&nbsp &x; &#; &#x;\n&#87654321;\n&#abcdef0;\n&ThisIsNotDefined; &hi?;", "&copy",
    "&MadeUpEntity;", "<a href=\"&ouml;.html\">",
    "[a](/f&ouml;&ouml; \"f&ouml;&ouml;\")", "[a]\n\n[a]: /f&ouml; \"f&ouml;\"",
    "``` f&ouml;\na\n```", "`f&ouml;`", "    f&ouml;", "&#42;a&#42;\n*a*", "&#42; a\n\n* a",
    "a&#10;&#10;b", "&#9;a", "[a](url &quot;b&quot;)", "&lt;b&gt;", "&amp;amp;", "&amp;lt;",
    "中&nbsp;文",
  ]

  static let codeSpans = [
    "`a`", "`` a ` b ``", "` `` `", "`  ``  `", "` a`", "` `\n`  `", "``\na\nb  \nc\n``",
    "``\na \n``", "`a   b \nc`", "`a\\`b`", "``a`b``", "` a `` b `", "*a`*`",
    "[a `](/b`)", "`<a href=\"`\">`", "<a href=\"`\">`", "`<http://a.b`c>`", "<http://a.b`c>`",
    "```a``", "`a", "`a``b``", "中`文`字", "`a` `b`", "`` ` ``", "> `a\n> b`",
  ]

  static let emphasis = [
    "*a b*", "a * b c*", "a*\"b\"*", "* a *", "a*b*", "5*6*78", "_a b_", "_ a b_", "a_\"b\"_",
    "a_b_", "5_6_78", "жук_жуки_", "aa_\"bb\"_cc", "a-_(b)_", "_a*", "*a b *", "*a b\n*",
    "*(*a)", "*(*a*)*", "*a*b", "_a b _", "_(_a)", "_(_a_)_", "_a_b", "_жук_жуки", "_a_b_c_",
    "_(a)_.", "**a b**", "** a b**", "a**\"b\"**", "a**b**", "__a b__", "__ a b__", "__\na b__",
    "a__\"b\"__", "a__b__", "5__6__78", "__a, __b__, c__", "a-__(b)__", "**a b **", "**(**a)",
    "*(**a**)*", "**a \"*b*\" c**", "**a**b", "__a b __", "__(__a)", "_(__a__)_", "__a__b",
    "__a__b__c__",
    "*a [b](/c)*", "*a\nb*", "_a __b__ c_", "_a _b_ c_", "__a_ b_", "*a *b**", "*a **b** c*",
    "*a**b**c*", "*a**b*", "***a** b*", "*a **b***", "*a**b***", "a***b***c", "a******b*********c",
    "*a **b *c* b** a*", "*a [*b*](/c)*", "** is not **", "**** a", "**a [b](/c)**", "**a\nb**",
    "__a _b_ c__", "__a __b__ c__", "____a__ b__", "**a **b****", "**a *b* c**", "***a* b**",
    "**a *b***",
    "a ***", "a *\\**", "a *_*", "a **\\***", "a **_**", "**a*", "*a**", "***a**", "****a*",
    "**a***", "*a****", "a ___", "a _\\__", "__a_", "_a__", "___a__", "**a**", "*_a_*", "__a__",
    "_*a*_", "****a****",
    "______a______", "***a***", "_____a_____", "*a _b* c_", "*a __b *c d* e__ f*", "**a **b c**",
    "*a *b c*", "*[a*](/b)", "_a [b_](/c)", "*<img src=\"a\" title=\"*\">", "**<a href=\"**\">",
    "*a `*`*",
    "**a<http://b.c/?q=**>", "*梯度*下降", "**中文**字", "*a*。", "**«a»**b",
  ]

  static let strikethrough = [
    "~~a~~ b", "~a~", "~~a\n\nb~~", "~~~a~~~", "a~~b~~c", "~~a*b~~c*", "~~ a ~~", "~a~~", "~~a~",
    "**~~a~~**", "~~[a](b)~~", "~~`a~~`", "\\~~a~~", "~~中文~~", "~~~~", "a ~~ b ~~ c",
  ]

  static let links = [
    "[a](/b \"c\")", "[a](/b)", "[a]()", "[a](<>)", "[a](/b c)", "[a](</b c>)", "[a](b\nc)",
    "[a](<b\nc>)", "[a](<b)c>)", "[a](<b\\>)", "[a](<b)c\n[a](<b)c>\n[a](<b>c)", "[a](\\(b\\))",
    "[a](b(and(c)))",
    "[a](b\\(and\\(c\\))", "[a](<b(and(c)>)", "[a](b\\)\\:)",
    "[a](#b)\n\n[a](http://c.d#b)\n\n[a](http://c.d?e=3#b)", "[a](b\\c)", "[a](b%20&auml;)",
    "[a](\"b\")", "[a](/b \"c\")\n[a](/b 'c')\n[a](/b (c))",
    "[a](/b \"c \\\"&quot;\")", "[a](/b\u{A0}\"c\")", "[a](/b \"c \"d\" e\")",
    "[a](/b 'c \"d\" e')", "[a](   /b\n  \"c\"  )", "[a] (/b)", "[a [b [c]]](/d)", "[a] b](/c)",
    "[a [b](/c)", "[a \\[b](/c)",
    "[a *b **c** `d`*](/e)", "[![a](b.jpg)](/c)", "[a [b](/c) d](/e)",
    "[a *b [c [d](/e)](/f)*](/g)", "![[[a](b)](c)](d)", "*[a*](/b)", "[a *b](c*)", "*a [b* c]",
    "[a <b c=\"](d)\">", "[a`](/b)`", "[a<http://b.c/?q=](d)>",
    "[中文](/损失)", "[a](/b\n\"c\nd\") e", "[a\nb](/c) d", "a [b](\n/c\n) *d*\ne", "[a](<b> \"c\")",
    "[a](mailto:x@y.z)", "[a](https://b.c/d?e=f&g=h)", "[a](/b'c)",
  ]

  static let references = [
    "[a][b]\n\n[b]: /c \"d\"", "[a [b [c]]][d]\n\n[d]: /e", "[a \\[b][c]\n\n[c]: /d",
    "[a *b **c** `d`*][e]\n\n[e]: /f", "[![a](b.jpg)][c]\n\n[c]: /d", "[a [b](/c)][d]\n\n[d]: /e",
    "[a *b [c][d]*][d]\n\n[d]: /e",
    "*[a*][b]\n\n[b]: /c", "[a *b][c]*\n\n[c]: /d", "[a <b c=\"][d]\">\n\n[d]: /e",
    "[a`][b]`\n\n[b]: /c", "[a][BaR]\n\n[bar]: /c", "[Толпой][Русский]\n\n[РУССКИЙ]: /a",
    "[a b\n  c]: /d\n\n[e][a b c]", "[a] [b]\n\n[b]: /c",
    "[a]\n[b]\n\n[b]: /c", "[a]: /x\n\n[a]: /y\n\n[b][a]", "[a][b\\!]\n\n[b!]: /c",
    "[a][b[c]\n\n[b[c]: /d", "[a][b[c]d]\n\n[b[c]d]: /e", "[[[a]]]\n\n[[[a]]]: /b",
    "[a][b\\[]\n\n[b\\[]: /c", "[a\\\\]: /b\n\n[a\\\\]", "[]\n\n[]: /a",
    "[\n ]\n\n[\n ]: /a", "[a][]\n\n[a]: /b \"c\"", "[*a* b][]\n\n[*a* b]: /c",
    "[a] \n[]\n\n[a]: /b", "[a]\n\n[a]: /b", "[*a* b]\n\n[*a* b]: /c", "[[*a* b]]\n\n[*a* b]: /c",
    "[[a [b]\n\n[b]: /c", "[a] b\n\n[a]: /c", "\\[a]\n\n[a]: /b",
    "[a*]: /b\n\n*[a*]", "[a][b]\n\n[a]: /x\n[b]: /y", "[a][]\n\n[a]: /b", "[a]()\n\n[a]: /b",
    "[a](not a link)\n\n[a]: /b", "[a][b][c]\n\n[c]: /d", "[a][b][c]\n\n[c]: /x\n[b]: /y",
    "[a][b][c]\n\n[c]: /x\n[a]: /y",
  ]

  static let images = [
    "![a](/b \"c\")", "![a *b*]\n\n[a *b*]: c.jpg \"d\"", "![a ![b](/c)](/d)", "![a [b](/c)](/d)",
    "![a *b*][]\n\n[a *b*]: c.jpg", "![a](b.jpg)", "a ![b](/c.jpg  \"d\"   )", "![a](<b>)",
    "![](/a)", "![a][b]\n\n[b]: /c",
    "![a]\n\n[a]: /b", "![[a]]\n\n[[a]]: /b", "!\\[a]\n\n[a]: /b", "\\![a]\n\n[a]: /b",
    "![a `b` <c>](d)", "![a\nb](c)", "![中*文*](图.png)", "![a\\*b](c)", "![~~a~~ b](c)",
    "![a &amp; b](c)", "![**a *b* c**](d)",
  ]

  static let autolinks = [
    "<http://a.b.c>", "<http://a.b.c/d?e=f&g=h>", "<irc://a.b:2233/c>", "<MAILTO:A@B.C>",
    "<a+b+c:d>", "<made-up-scheme://a,b>", "<http://../>", "<localhost:5001/a>", "<http://a.b/c d>",
    "<http://a.b/\\[\\>", "<a@b.c>", "<a+s@b.c-d0.com>",
    "<a\\+@b.c>", "<>", "< http://a.b >", "<m:abc>", "<a.b.c>", "http://a.b.c", "a@b.cd",
    "*<http://a.b>*", "<http://例.子/中>", "<http://a.b/&amp;c>",
  ]

  static let bareAddresses = [
    "www.a.org", "see www.a.org/help for more", "www.a.org.\n\nwww.a.org/b.",
    "www.a.com/search?q=Markup+(b)", "www.a.com/search?q=Markup+(b)))",
    "(www.a.com/search?q=Markup+(b))", "(www.a.com/search?q=Markup+(b)", "www.a.com/search?q=(b)+c",
    "www.a.com/search?q=b&hl=en\n\nwww.a.com/search?q=b&hl;", "www.a.com/he<lp",
    "http://a.org\n\n(visit https://b.org/c/(d))", "ftp://a.b", "foo@bar.baz",
    "hello@mail+xyz.example isn't valid, but hello+xyz@mail.example is.", "a.b-c_d@a.b",
    "a.b-c_d@a.b.", "a.b-c_d@a.b-", "a.b-c_d@a.b_", "*www.a.org*", "**http://a.org**",
    "[www.a.org](b)", "`www.a.org`", "见www.a.org", "http://a.b/c_d_e", "http://a.b/&copy;", "x@y",
    "www.", "http://", "a:b", "https://a.b/c?d=e#f!", "~~http://a.b~~",
  ]

  static let rawHTML = [
    "<a><bab><c2c>", "<a/><b2/>", "<a  /><b2\ndata=\"foo\" >",
    "<a foo=\"bar\" bam = 'baz <em>\"</em>'\n_boolean zoop:33=zoop:33 />",
    "Foo <responsive-image src=\"foo.jpg\" />", "<33> <__>", "<a h*#ref=\"hi\">",
    "<a href=\"hi'> <a href=hi'>",
    "< a><\nfoo><bar/ >\n<foo bar=baz\nbim!bop />", "<a href='bar'title=title>", "</a></foo >",
    "</a href=\"foo\">", "foo <!-- this is a\ncomment - with hyphen -->",
    "foo <!-- not a comment -- two hyphens -->", "foo <!--> foo -->\n\nfoo <!-- foo--->",
    "foo <?php echo $a; ?>", "foo <!ELEMENT br EMPTY>", "foo <![CDATA[>&<]]>",
    "foo <a href=\"&ouml;\">", "foo <a href=\"\\*\">", "<a href=\"\\\"\">", "a <b>*c*</b> d",
    "<strong> <title> <style>", "a <b\nc> *d*\ne",
  ]

  static let lineBreaks = [
    "a  \nb", "a\\\nb", "a       \nb", "a  \n     b", "a\\\n     b", "*a  \nb*", "*a\\\nb*",
    "`a  \nb`", "`a\\\nb`", "<a href=\"a  \nb\">", "<a href=\"a\\\nb\">", "a\\", "a  ", "### a\\",
    "### a  ", "a\nb", "a \n b", "> a\\\n> b", "- a  \n  b", "中\n文", "a\\\n\\\nb",
  ]

  static let footnotes = [
    "a[^1]\n\n[^1]: b", "a[^n] and b[^n]\n\n[^n]: c", "a[^x][^y]\n\n[^y]: b\n\n[^x]: c",
    "a[^1]\n\n[^1]: b\n\n    c\n\n    - d", "a[^none]", "[^1]: a", "a[^1]\n\n[^1]: *b* [c](d) `e`",
    "| a[^1] |\n|---|\n\n[^1]: b", "# a[^1]\n\n[^1]: b", "- a[^1]\n\n[^1]: b",
    "a[^1]\n\n[^1]: b[^2]\n\n[^2]: c", "`[^1]`\n\n[^1]: b", "a[^注]\n\n[^注]: 中文",
    "a[^1].\n\n[^1]:\n    ```\n    b\n    ```", "a[^b c]\n\n[^b c]: d", "![^1]\n\n[^1]: b",
    "a[^1]\n\n[^1]: > b", "\\[^1]\n\n[^1]: b", "a[^1]\n[^1]: b",
  ]
}
