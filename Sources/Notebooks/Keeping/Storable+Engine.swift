import Datasets
import Expressions
import Neural

// What training and checking left behind, as bytes.

extension LiveNetwork: Storable {
  func write(to bytes: inout ByteWriter) {
    // What cannot be written is nothing, which reads as damaged: the network is then made again.
    switch self {
    case .float(let network):
      bytes.writeByte(4)
      bytes.write(rawBytes: (try? network.safetensors()) ?? [])
    case .double(let network):
      bytes.writeByte(8)
      bytes.write(rawBytes: (try? network.safetensors()) ?? [])
    }
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    let size = try bytes.readByte()
    let file = try bytes.readRawBytes()
    do throws(SavedNetworkError) {
      self =
        size == 4
        ? .float(try Network(safetensors: file)) : .double(try Network(safetensors: file))
    } catch {
      throw DamagedBytes()
    }
  }
}

extension History.Axis: Storable {}

/// Where the values of a series were taken: nearly always at even distances, of which three numbers
/// say all.
private enum Positions: Storable {
  case even(first: Int, step: Int, count: Int)
  case uneven([Int])

  init(_ all: [Int]) {
    guard all.count > 3, let first = all.first else {
      self = .uneven(all)
      return
    }
    let step = all[1] - first
    self =
      all.indices.allSatisfy { all[$0] == first + step * $0 }
      ? .even(first: first, step: step, count: all.count) : .uneven(all)
  }

  var count: Int {
    switch self {
    case .even(_, _, let count): count
    case .uneven(let all): all.count
    }
  }

  var all: [Int] {
    switch self {
    case .even(let first, let step, let count): (0..<count).map { first &+ step &* $0 }
    case .uneven(let all): all
    }
  }

  func write(to bytes: inout ByteWriter) {
    switch self {
    case .even(let first, let step, let count):
      bytes.writeByte(0)
      for number in [first, step, count] { bytes.write(number) }
    case .uneven(let all):
      bytes.writeByte(1)
      bytes.writeRaw(all)
    }
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    switch try bytes.readByte() {
    case 0:
      self = .even(first: try bytes.read(), step: try bytes.read(), count: try bytes.read())
    case 1: self = .uneven(try bytes.readRaw(repeating: 0))
    default: throw DamagedBytes()
    }
  }
}

extension LossCurve: Storable {
  func write(to bytes: inout ByteWriter) { bytes.write(points) }

  init(from bytes: inout ByteReader) throws(DamagedBytes) { self.init(points: try bytes.read()) }
}

extension History: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(series.count)
    for one in series {
      bytes.write(one.name)
      bytes.write(one.axis)
      bytes.write(Positions(one.positions))
      bytes.writeRaw(one.values)
    }
    bytes.writeRaw(epochSeconds)
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    var series: [Series] = []
    for _ in 0..<(try bytes.readCount(of: 4)) {
      let (name, axis) = (try bytes.read(String.self), try bytes.read(Axis.self))
      let positions = try bytes.read(Positions.self)
      let values = try bytes.readRaw(repeating: 0.0)
      guard positions.count == values.count else { throw DamagedBytes() }
      series.append(Series(name: name, axis: axis, positions: positions.all, values: values))
    }
    self.init(series: series, epochSeconds: try bytes.readRaw(repeating: 0.0))
  }
}

extension Evaluation: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(lossSum)
    bytes.write(count)
    bytes.write(unanswered)
    switch judgement {
    case .classes(let hits):
      bytes.writeByte(0)
      bytes.write(hits)
    case .values(let residuals):
      bytes.writeByte(1)
      bytes.writeRaw(residuals.outputs.flatMap { [$0.squares, $0.distances, $0.spread] })
    }
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    let lossSum = try bytes.read(Double.self)
    let (count, unanswered) = (try bytes.read(Int.self), try bytes.read(Int.self))
    let judgement: Judgement
    switch try bytes.readByte() {
    case 0: judgement = .classes(hits: try bytes.read())
    case 1:
      let sums = try bytes.readRaw(repeating: 0.0)
      guard sums.count.isMultiple(of: 3) else { throw DamagedBytes() }
      let outputs = stride(from: 0, to: sums.count, by: 3).map { place in
        Residuals.Output(
          squares: sums[place], distances: sums[place + 1], spread: sums[place + 2])
      }
      judgement = .values(Residuals(outputs: outputs, count: count))
    default: throw DamagedBytes()
    }
    self.init(lossSum: lossSum, count: count, unanswered: unanswered, judgement: judgement)
  }
}

extension GradientCheck.Element: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(row)
    bytes.write(column)
    bytes.write(analytic)
    bytes.write(numeric)
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    self.init(
      row: try bytes.read(), column: try bytes.read(), analytic: try bytes.read(),
      numeric: try bytes.read())
  }
}

extension GradientCheck.Row: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(name)
    bytes.write(shape.rows)
    bytes.write(shape.columns)
    bytes.write(checked)
    bytes.write(difference)
    bytes.write(scale)
    bytes.write(resolution)
    bytes.write(worst)
    bytes.write(kinks)
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    self.init(
      name: try bytes.read(), shape: Shape(try bytes.read(), try bytes.read()),
      checked: try bytes.read(), difference: try bytes.read(), scale: try bytes.read(),
      resolution: try bytes.read(), worst: try bytes.read(), kinks: try bytes.read())
  }
}

extension GradientCheck: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(rows)
    bytes.write(step)
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    self.init(rows: try bytes.read(), step: try bytes.read())
  }
}

extension MersenneTwister: Storable {
  func write(to bytes: inout ByteWriter) {
    let state = snapshot
    bytes.writeRaw(state.words)
    bytes.write(state.index)
    bytes.write(state.spareNormal)
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    let words = try bytes.readRaw(repeating: UInt32(0))
    let state = Snapshot(
      words: words, index: try bytes.read(), spareNormal: try bytes.read())
    guard let generator = MersenneTwister(state) else { throw DamagedBytes() }
    self = generator
  }
}

extension Tensor<Double>: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.writeRaw(shape.axes)
    bytes.write(shape.numerator)
    bytes.writeRaw(elements)
    bytes.write(isTruth)
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    let axes = try bytes.readRaw(repeating: 0)
    let shape = TensorShape(axes, numerator: try bytes.read())
    let elements = try bytes.readRaw(repeating: 0.0)
    var count = 1
    for axis in axes {
      let (product, overflows) = count.multipliedReportingOverflow(by: axis)
      guard axis >= 0, !overflows else { throw DamagedBytes() }
      count = product
    }
    guard count == elements.count else { throw DamagedBytes() }
    self.init(shape, elements)
    isTruth = try bytes.read()
  }
}

extension StandIn: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(wanted)
    bytes.write(used)
    bytes.write(reason)
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    self.init(wanted: try bytes.read(), used: try bytes.read(), reason: try bytes.read())
  }
}
