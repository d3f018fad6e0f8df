import Mustache

/// A part of a page that tells templates its members itself.
///
/// Without it the library would ask reflection, for every name in every row, which takes most of the time
/// a page takes. Only what a page has many of is worth a list; a test holds the lists to the members.
protocol PagePart: MustacheParent {
  /// Every member by its name.
  static var members: [String: @Sendable (Self) -> Any?] { get }
}

extension PagePart {
  func child(named name: String) -> Any? { Self.members[name]?(self) }
}

extension Page.Cell: PagePart {
  static let members: [String: @Sendable (Page.Cell) -> Any?] = [
    "prose": { $0.prose }, "run": { $0.run },
  ]
}

extension Page.Directive: PagePart {
  static let members: [String: @Sendable (Page.Directive) -> Any?] = [
    "section": { $0.section }, "source": { $0.source }, "outputs": { $0.outputs },
    "failure": { $0.failure },
  ]
}

extension Page.Output: PagePart {
  static let members: [String: @Sendable (Page.Output) -> Any?] = [
    "table": { $0.table }, "figure": { $0.figure }, "code": { $0.code },
    "computation": { $0.computation }, "verdicts": { $0.verdicts }, "notice": { $0.notice },
    "derivation": { $0.derivation },
  ]
}

extension Page.Table.Column: PagePart {
  static let members: [String: @Sendable (Page.Table.Column) -> Any?] = [
    "title": { $0.title }, "alignment": { $0.alignment },
  ]
}

extension Page.Table.Row: PagePart {
  static let members: [String: @Sendable (Page.Table.Row) -> Any?] = [
    "cells": { $0.cells }
  ]
}

extension Page.Table.Cell: PagePart {
  static let members: [String: @Sendable (Page.Table.Cell) -> Any?] = [
    "content": { $0.content }, "alignment": { $0.alignment }, "isHeader": { $0.isHeader },
  ]
}

extension Page.Verdict: PagePart {
  static let members: [String: @Sendable (Page.Verdict) -> Any?] = [
    "kind": { $0.kind }, "sign": { $0.sign }, "word": { $0.word }, "statement": { $0.statement },
    "finding": { $0.finding },
  ]
}

extension Page.Computation.Row: PagePart {
  static let members: [String: @Sendable (Page.Computation.Row) -> Any?] = [
    "isApart": { $0.isApart }, "formula": { $0.formula }, "code": { $0.code },
    "verdict": { $0.verdict },
  ]
}

extension Page.Derivation.Block: PagePart {
  static let members: [String: @Sendable (Page.Derivation.Block) -> Any?] = [
    "heading": { $0.heading }, "rows": { $0.rows },
  ]
}

extension Page.Derivation.Row: PagePart {
  static let members: [String: @Sendable (Page.Derivation.Row) -> Any?] = [
    "cells": { $0.cells }, "verdicts": { $0.verdicts },
  ]
}

extension Page.Derivation.Verdict: PagePart {
  static let members: [String: @Sendable (Page.Derivation.Verdict) -> Any?] = [
    "kind": { $0.kind }, "sign": { $0.sign }, "word": { $0.word }, "details": { $0.details },
    "isOpen": { $0.isOpen },
  ]
}

extension Page.Derivation.Shape: PagePart {
  static let members: [String: @Sendable (Page.Derivation.Shape) -> Any?] = [
    "symbol": { $0.symbol }, "shape": { $0.shape },
  ]
}
