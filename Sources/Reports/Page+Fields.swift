extension Page: PagePart {
  var fields: Fields {
    [
      "language": language, "title": title, "subtitle": subtitle, "facts": facts,
      "hasFacts": hasFacts, "banners": banners, "contents": contents, "cells": cells.fields,
      "provenance": provenance.fields, "origin": origin, "words": words.fields,
      "stylesheet": stylesheet, "fontFace": fontFace, "body": body,
    ]
  }
}

extension Page.Labels: PagePart {
  var fields: Fields {
    ["contents": contents, "skip": skip]
  }
}

extension Page.Fact: PagePart {
  var fields: Fields {
    ["name": name, "value": value]
  }
}

extension Page.Cell: PagePart {
  var fields: Fields {
    ["prose": prose, "run": run?.fields]
  }
}

extension Page.Directive: PagePart {
  var fields: Fields {
    [
      "section": section, "source": source?.fields, "outputs": outputs.fields,
      "failure": failure?.fields,
    ]
  }
}

extension Page.Source: PagePart {
  var fields: Fields {
    ["summary": summary, "code": code, "isOpen": isOpen]
  }
}

extension Page.Output: PagePart {
  var fields: Fields {
    [
      "table": table?.fields, "figure": figure?.fields, "code": code?.fields,
      "computation": computation?.fields, "verdicts": verdicts?.fields,
      "notice": notice?.fields, "derivation": derivation?.fields,
    ]
  }
}

extension Page.Caption: PagePart {
  var fields: Fields {
    ["number": number, "text": text]
  }
}

extension Page.Table: PagePart {
  var fields: Fields {
    [
      "id": id, "label": label, "caption": caption?.fields, "columns": columns.fields,
      "rows": rows.fields,
    ]
  }
}

extension Page.Table.Column: PagePart {
  var fields: Fields {
    ["title": title, "alignment": alignment]
  }
}

extension Page.Table.Row: PagePart {
  var fields: Fields {
    ["cells": cells.fields]
  }
}

extension Page.Table.Cell: PagePart {
  var fields: Fields {
    ["content": content, "alignment": alignment, "isHeader": isHeader]
  }
}

extension Page.Figure: PagePart {
  var fields: Fields {
    ["id": id, "picture": picture, "caption": caption?.fields, "data": data]
  }
}

extension Page.Code: PagePart {
  var fields: Fields {
    ["html": html]
  }
}

extension Page.Computation: PagePart {
  var fields: Fields {
    [
      "formulaHead": formulaHead, "codeHead": codeHead, "engineHead": engineHead,
      "rows": rows.fields,
    ]
  }
}

extension Page.Computation.Row: PagePart {
  var fields: Fields {
    ["isApart": isApart, "formula": formula, "code": code, "verdict": verdict?.fields]
  }
}

extension Page.Verdicts: PagePart {
  var fields: Fields {
    ["items": items.fields]
  }
}

extension Page.Verdict: PagePart {
  var fields: Fields {
    [
      "kind": kind, "sign": sign, "word": word, "statement": statement, "finding": finding,
    ]
  }
}

extension Page.Derivation: PagePart {
  var fields: Fields {
    ["id": id, "isErratum": isErratum, "blocks": blocks.fields, "shapes": shapes?.fields]
  }
}

extension Page.Derivation.Block: PagePart {
  var fields: Fields {
    ["heading": heading, "rows": rows.fields]
  }
}

extension Page.Derivation.Row: PagePart {
  var fields: Fields {
    ["cells": cells, "verdicts": verdicts.fields]
  }
}

extension Page.Derivation.Verdict: PagePart {
  var fields: Fields {
    ["kind": kind, "sign": sign, "word": word, "details": details, "isOpen": isOpen]
  }
}

extension Page.Derivation.Shapes: PagePart {
  var fields: Fields {
    ["word": word, "items": items.fields, "setting": setting]
  }
}

extension Page.Derivation.Shape: PagePart {
  var fields: Fields {
    ["symbol": symbol, "shape": shape]
  }
}

extension Page.Notice: PagePart {
  var fields: Fields {
    ["kind": kind, "text": text]
  }
}

extension Page.Failure: PagePart {
  var fields: Fields {
    ["word": word, "diagnostic": diagnostic]
  }
}

extension IndexPage: PagePart {
  var fields: Fields {
    ["title": title, "lessons": lessons.fields, "stylesheet": stylesheet]
  }
}

extension IndexPage.Lesson: PagePart {
  var fields: Fields {
    [
      "page": page, "title": title, "subtitle": subtitle, "language": language, "facts": facts,
      "picture": picture, "failure": failure,
    ]
  }
}
