extension DirectiveSet {
  /// The directives of a lesson. A new one is a file in `Directives/` and a line here.
  public static let standard = DirectiveSet([
    DataDirective.self,
    NetworkDirective.self,
    TrainDirective.self,
    EvaluateDirective.self,
    GradientCheckDirective.self,
    PlotDirective.self,
    TableDirective.self,
    ExpectDirective.self,
  ])
}
