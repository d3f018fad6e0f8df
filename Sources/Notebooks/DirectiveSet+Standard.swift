extension DirectiveSet {
  /// The directives of a lesson. A new one is a file in `Directives/` and a line here.
  public static let standard = DirectiveSet([
    DataDirective.self,
    NetworkDirective.self,
    TrainDirective.self,
    SweepDirective.self,
    EvaluateDirective.self,
    GradientCheckDirective.self,
    NotationDirective.self,
    DerivationDirective.self,
    DeriveDirective.self,
    ComputeDirective.self,
    PredictDirective.self,
    PlotDirective.self,
    DimensionsDirective.self,
    TableDirective.self,
    ExpectDirective.self,
  ])
}
