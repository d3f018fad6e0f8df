import Datasets
import Neural
import Plots

/// The points of a dataset with two features over the classes that networks give to the plane, one
/// panel for each network or each case of a sweep.
struct BoundaryPlot: PlotKind {
  static let name = "boundary"
  static let summary = "points in the plane over the classes that networks give to it"

  private let networks: [LabelReference]
  private let data: LabelReference
  private let resolution: Int

  init(_ options: Options) {
    networks = options.required(
      "of", .list("a list of networks or sweeps", of: .label(.network, .sweep)),
      "the networks, or the sweeps whose networks to draw")
    data = options.required("data", .label(.dataset), "the points, which have two features")
    for network in networks { options.context.pair(network, with: data, needsTargets: false) }
    resolution = options.value(
      "resolution", .integer("an integer from 10 to 400", in: 10...400), default: 120,
      "at how many places along each side of the plane the networks are asked, before the borders "
        + "in between are searched for")
    options.context.check(
      "'\(Self.name)'", asks: .classes, of: data, at: options.place(of: "data"))
  }

  func figure(in session: inout Session) throws -> Figure {
    let dataset = try session.dataset(data)
    let examples = try session.examples(of: data)
    guard examples.samples.features == 2 else {
      throw CellFailure(
        "plot.features",
        "'\(data.text)' has \(examples.samples.features) features, a plane has two", at: data.range)
    }
    guard let labels = examples.targets.labels else {
      throw CellFailure(TargetMismatch("'\(Self.name)'", .classes, of: data))
    }
    let plane = Plane(examples, labels, dataset: dataset, resolution: resolution)
    let models = try networks.flatMap { try session.models($0) }
    var plots: [Plot] = []
    for model in models {
      guard model.network.inputs == 2 else {
        throw CellFailure(
          "plot.features",
          "'\(model.name)' takes \(model.network.inputs) features, a plane has two",
          at: model.place)
      }
      guard
        let boundary = try plane.plot(
          of: model.network.inDouble, named: model.name, session.words)
      else {
        throw CellFailure(
          "plot.answers", "'\(model.name)' answers a part of the plane with NaN or infinity",
          at: model.place,
          help: [
            "what is no number is of no class; leave the case out, or look at how it was trained"
          ])
      }
      plots.append(boundary.plot(words: session.words))
    }
    return Figure(of: plots, in: &session)
  }
}

/// A network under the name a picture gives it.
struct NamedModel: Sendable {
  let name: String
  let network: LiveNetwork
  let place: Range<Int>
}

extension Session {
  /// The network a label stands for, or those of the cases of a sweep.
  func models(_ reference: LabelReference) throws(CellFailure) -> [NamedModel] {
    guard case .sweep(let sweep) = self[reference.name] else {
      return [
        NamedModel(name: reference.name, network: try network(reference), place: reference.range)
      ]
    }
    return sweep.cases.map { one in
      let name = one.number == nil ? one.name : "\(sweep.parameter) \(one.name)"
      return NamedModel(name: name, network: one.network, place: reference.range)
    }
  }
}

/// The part of the plane that holds the points, with a rim.
private struct Plane {
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>
  let names: (x: String, y: String)
  let classes: [DecisionBoundary.Class]
  let examples: Examples
  let labels: [Int]
  let resolution: Int

  /// The rim, as a share of each side.
  private static let rim = 0.08
  private static let furthest = 1e300

  init(_ examples: Examples, _ labels: [Int], dataset: Dataset, resolution: Int) {
    let points: Matrix<Double> = examples.samples.matrix()
    x = Self.side(points, 0)
    y = Self.side(points, 1)
    names =
      dataset.featureNames.count == 2
      ? (dataset.featureNames[0], dataset.featureNames[1]) : ("x₁", "x₂")
    let count = max((labels.max() ?? 0) + 1, dataset.classNames.count)
    classes = (0..<count).map { label in
      DecisionBoundary.Class(
        dataset.classNames.count == count ? dataset.classNames[label] : "\(label)",
        points: labels.indices.filter { labels[$0] == label }.map {
          Point(x: points[$0, 0], y: points[$0, 1])
        })
    }
    self.examples = examples
    self.labels = labels
    self.resolution = resolution
  }

  private static func side(_ points: Matrix<Double>, _ column: Int) -> ClosedRange<Double> {
    let values = (0..<points.rows).map { points[$0, column] }
    let low = values.min() ?? 0
    let high = values.max() ?? 1
    let size = max(abs(low), abs(high))
    // Where points (almost) coincide, the plane reaches as far as they are from zero.
    let isPoint = high - low <= max(size * 1e-5, 1e-280)
    let rim = !isPoint ? (high - low) * Self.rim : size > 1e-280 ? size * Self.rim : 1
    // Beyond, no axis reaches.
    return max(low - rim, -Self.furthest)...min(high + rim, Self.furthest)
  }

  /// Nil where the network answers with what is no number.
  func plot(of network: Network<Double>, named name: String, _ words: Plots.Words) throws
    -> DecisionBoundary?
  {
    let answers = try network(examples.samples.matrix()).answers
    guard !answers.contains(nil), let map = try map(of: network) else { return nil }
    let right = zip(answers, labels).count { $0 == $1 }
    let share = (Double(right) / Double(examples.count)).percent(1)
    return DecisionBoundary(
      name, description: words.sentences.sides(name, share),
      classes: classes, ground: .classes(map), x: x, y: y, names: names)
  }

  private func map(of network: Network<Double>) throws -> ClassMap? {
    var isAnswered = true
    let map = try ClassMap(x: x, y: y, nodes: resolution) { points in
      let values = points.flatMap { [$0.x, $0.y] }
      let answers = try network(Matrix(rows: points.count, columns: 2, values: values)).answers
      isAnswered = isAnswered && !answers.contains(nil)
      return answers.map { $0 ?? 0 }
    }
    return isAnswered ? map : nil
  }
}
