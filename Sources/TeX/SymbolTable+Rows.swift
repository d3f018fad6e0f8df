/// The rows. One line is one sign.
extension SymbolTable {
  static let greek = """
    alpha α
    beta β
    gamma γ
    delta δ
    epsilon ϵ
    varepsilon ε
    zeta ζ
    eta η
    theta θ
    vartheta ϑ
    iota ι
    kappa κ
    varkappa ϰ
    lambda λ
    mu μ
    nu ν
    xi ξ
    omicron ο
    pi π
    varpi ϖ
    rho ρ
    varrho ϱ
    sigma σ
    varsigma ς
    tau τ
    upsilon υ
    phi ϕ
    varphi φ
    chi χ
    psi ψ
    omega ω
    digamma ϝ
    Gamma Γ
    Delta Δ
    Theta Θ
    Lambda Λ
    Xi Ξ
    Pi Π
    Sigma Σ
    Upsilon Υ
    Phi Φ
    Psi Ψ
    Omega Ω
    """

  static let ordinary = """
    partial ∂
    nabla ∇
    infty ∞
    forall ∀
    exists ∃
    nexists ∄
    emptyset varnothing ∅
    top ⊤
    bot ⊥
    neg lnot ¬
    angle ∠
    measuredangle ∡
    triangle △
    square Box □
    blacksquare ■
    Diamond lozenge ◊
    bigstar ★
    flat ♭
    natural ♮
    sharp ♯
    clubsuit ♣
    diamondsuit ♢
    heartsuit ♡
    spadesuit ♠
    checkmark ✓
    degree °
    surd √
    hbar hslash ℏ
    ell ℓ
    imath ı
    jmath ȷ
    wp ℘
    Re ℜ
    Im ℑ
    aleph ℵ
    beth ℶ
    mho ℧
    complement ∁
    eth ð
    vdots ⋮
    backslash \\
    vert |
    Vert | ‖
    S §
    P ¶
    copyright ©
    pounds £
    yen ¥
    % %
    # #
    $ $
    & &
    _ _
    """

  static let largeOperators = """
    sum ∑
    prod ∏
    coprod ∐
    int ∫
    iint ∬
    iiint ∭
    oint ∮
    bigcup ⋃
    bigcap ⋂
    bigsqcup ⨆
    bigvee ⋁
    bigwedge ⋀
    bigodot ⨀
    bigoplus ⨁
    bigotimes ⨂
    biguplus ⨄
    """

  static let binaries = """
    +
    -
    ast *
    pm ±
    mp ∓
    times ×
    div ÷
    cdot cdotp ⋅
    circ ∘
    bullet ∙
    star ⋆
    oplus ⊕
    ominus ⊖
    otimes ⊗
    oslash ⊘
    odot ⊙
    circledast ⊛
    circledcirc ⊚
    boxplus ⊞
    boxminus ⊟
    boxtimes ⊠
    boxdot ⊡
    cup ∪
    cap ∩
    uplus ⊎
    sqcup ⊔
    sqcap ⊓
    vee lor ∨
    wedge land ∧
    setminus smallsetminus ∖
    wr ≀
    amalg ⨿
    dagger †
    ddagger ‡
    diamond ⋄
    bigtriangleup △
    triangleleft ◁
    triangleright ▷
    ltimes ⋉
    rtimes ⋊
    intercal ⊺
    veebar ⊻
    barwedge ⊼
    """

  static let opening = """
    (
    lbrack [
    { lbrace {
    langle ⟨
    lfloor ⌊
    lceil ⌈
    lvert |
    lVert ‖
    lgroup ⟮
    llbracket ⟦
    """

  static let closing = """
    )
    rbrack ]
    } rbrace }
    rangle ⟩
    rfloor ⌋
    rceil ⌉
    rvert |
    rVert ‖
    rgroup ⟯
    rrbracket ⟧
    !
    ?
    """

  static let punctuation = """
    ,
    ;
    colon :
    """

  static let dots = """
    ldots dots dotsc dotso mathellipsis …
    cdots dotsb dotsm dotsi ⋯
    ddots ⋱
    iddots adots ⋰
    """
}
