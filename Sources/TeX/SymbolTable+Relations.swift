/// The rows of relations and arrows. One line is one sign.
extension SymbolTable {
  static let relations = """
    =
    lt <
    gt >
    :
    leq le ≤
    geq ge ≥
    leqslant ⩽
    geqslant ⩾
    neq ne ≠
    equiv ≡
    sim ∼
    simeq ≃
    approx ≈
    approxeq ≊
    cong ≅
    propto varpropto ∝
    asymp ≍
    doteq ≐
    triangleq ≜
    coloneqq coloneq ≔
    eqqcolon ≕
    ll ≪
    gg ≫
    lll ⋘
    ggg ⋙
    prec ≺
    succ ≻
    preceq ⪯
    succeq ⪰
    lesssim ≲
    gtrsim ≳
    in ∈
    ni owns ∋
    notin ∉
    subset ⊂
    supset ⊃
    subseteq ⊆
    supseteq ⊇
    subsetneq ⊊
    supsetneq ⊋
    sqsubseteq ⊑
    sqsupseteq ⊒
    mid shortmid ∣
    nmid ∤
    parallel ∥
    nparallel ∦
    perp ⟂
    vdash ⊢
    dashv ⊣
    models vDash ⊨
    Vdash ⊩
    smile ⌣
    frown ⌢
    bowtie ⋈
    between ≬
    pitchfork ⋔
    therefore ∴
    because ∵
    nless ≮
    ngtr ≯
    nleq ≰
    ngeq ≱
    nsim ≁
    ncong ≇
    nsubseteq ⊈
    nsupseteq ⊉
    """

  static let arrows = """
    leftarrow gets ←
    rightarrow to →
    leftrightarrow ↔
    Leftarrow ⇐
    Rightarrow ⇒
    Leftrightarrow ⇔
    longleftarrow ⟵
    longrightarrow ⟶
    longleftrightarrow ⟷
    Longleftarrow impliedby ⟸
    Longrightarrow implies ⟹
    Longleftrightarrow iff ⟺
    mapsto ↦
    longmapsto ⟼
    hookleftarrow ↩
    hookrightarrow ↪
    leftharpoonup ↼
    leftharpoondown ↽
    rightharpoonup ⇀
    rightharpoondown ⇁
    rightleftharpoons ⇌
    leftrightarrows ⇆
    rightleftarrows ⇄
    leftleftarrows ⇇
    rightrightarrows ⇉
    twoheadrightarrow ↠
    rightsquigarrow leadsto ⇝
    uparrow ↑
    downarrow ↓
    updownarrow ↕
    Uparrow ⇑
    Downarrow ⇓
    Updownarrow ⇕
    nearrow ↗
    searrow ↘
    swarrow ↙
    nwarrow ↖
    nleftarrow ↚
    nrightarrow ↛
    nRightarrow ⇏
    circlearrowleft ↺
    circlearrowright ↻
    """
}
