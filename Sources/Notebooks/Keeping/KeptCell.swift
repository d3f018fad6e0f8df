import Datasets
import Derivations
import Diagnostics
import Expressions
import Neural

/// What a cell left behind, apart from the values its labels stand for.
struct KeptCell {
  /// Where the random numbers stand after it; nil if it drew none.
  let generator: MersenneTwister?
  let standIn: StandIn?
  let arrays: [(name: String, value: Tensor<Double>)]
  /// The loss of a training run.
  let curve: LossCurve?
  /// How many pictures the page has after it.
  let pictures: Int
  let outputs: [Output]
}

extension KeptCell {
  /// As bytes; places in the file are written as distances from `start`.
  func bytes(from start: Int) -> [UInt8] {
    var bytes = ByteWriter()
    bytes.write(generator)
    bytes.write(standIn)
    bytes.write(arrays.count)
    for array in arrays {
      bytes.write(array.name)
      bytes.write(array.value)
    }
    bytes.write(curve)
    bytes.write(pictures)
    bytes.write(outputs.count)
    for output in outputs { output.write(to: &bytes, from: start) }
    return bytes.bytes
  }

  /// Nil if the bytes are not what was written for this directive.
  init?(_ bytes: [UInt8], of directive: any Directive, from start: Int) {
    var reader = ByteReader(bytes)
    do throws(DamagedBytes) {
      generator = try reader.read()
      standIn = try reader.read()
      var arrays: [(name: String, value: Tensor<Double>)] = []
      for _ in 0..<(try reader.readCount(of: 2)) {
        arrays.append((try reader.read(), try reader.read()))
      }
      self.arrays = arrays
      curve = try reader.read()
      pictures = try reader.read()
      var outputs: [Output] = []
      for _ in 0..<(try reader.readCount(of: 1)) {
        outputs.append(try Output(from: &reader, of: directive, at: start))
      }
      self.outputs = outputs
    } catch {
      return nil
    }
    guard reader.isAtEnd else { return nil }
  }
}

extension Output {
  fileprivate func write(to bytes: inout ByteWriter, from start: Int) {
    switch self {
    case .table(let table):
      bytes.writeByte(0)
      bytes.write(table)
    case .figure(let figure):
      bytes.writeByte(1)
      bytes.write(figure)
    case .code(let listing):
      bytes.writeByte(2)
      bytes.write(listing)
    case .verdicts(let expectations):
      bytes.writeByte(3)
      bytes.write(expectations.map { $0.moved(by: -start) })
    case .notice(let notice):
      bytes.writeByte(4)
      bytes.write(notice)
    case .derivation(let record):
      bytes.writeByte(5)
      bytes.write(record.checked)
      bytes.write(record.corrected)
    case .agreements(let agreements):
      bytes.writeByte(6)
      bytes.write(agreements.map { $0.moved(by: -start) })
    case .derived(let derived):
      bytes.writeByte(7)
      bytes.write(derived)
    }
  }

  fileprivate init(
    from bytes: inout ByteReader, of directive: any Directive, at start: Int
  ) throws(DamagedBytes) {
    switch try bytes.readByte() {
    case 0: self = .table(try bytes.read())
    case 1: self = .figure(try bytes.read())
    case 2: self = .code(try bytes.read())
    case 3: self = .verdicts(try bytes.read([Expectation].self).map { $0.moved(by: start) })
    case 4: self = .notice(try bytes.read())
    case 5:
      guard let derivation = directive as? DerivationDirective else { throw DamagedBytes() }
      self = .derivation(
        derivation.record(try bytes.read(), corrected: try bytes.read(CheckedDerivation?.self)))
    case 6: self = .agreements(try bytes.read([Agreement].self).map { $0.moved(by: start) })
    case 7: self = .derived(try bytes.read())
    default: throw DamagedBytes()
    }
  }
}

extension Expectation {
  fileprivate func moved(by distance: Int) -> Expectation {
    Expectation(
      statement: statement, verdict: verdict, finding: finding, range: range.moved(by: distance))
  }
}

extension Agreement {
  fileprivate func moved(by distance: Int) -> Agreement {
    Agreement(
      name: name, shape: shape, error: error, difference: difference, formula: formula,
      statement: statement, range: range.moved(by: distance))
  }
}

extension Range<Int> {
  fileprivate func moved(by distance: Int) -> Range<Int> {
    lowerBound + distance..<upperBound + distance
  }
}

/// The values that are written down; others are made again when they are asked for.
enum KeptValue {
  /// Nil where making the value again is as good.
  static func bytes(of value: Value) -> [UInt8]? {
    var bytes = ByteWriter()
    switch value {
    case .network(let network):
      bytes.writeByte(0)
      bytes.write(network)
    case .training(let record):
      bytes.writeByte(1)
      record.write(to: &bytes)
    case .gradientCheck(let check):
      bytes.writeByte(2)
      bytes.write(check)
    case .sweep(let record):
      bytes.writeByte(3)
      record.write(to: &bytes)
    case .dataset, .notation: return nil
    }
    return bytes.bytes
  }

  /// Nil if the bytes are not what was written for this directive.
  static func value(_ bytes: [UInt8], of directive: any Directive) -> Value? {
    var reader = ByteReader(bytes)
    do throws(DamagedBytes) {
      switch (try reader.readByte(), directive) {
      case (0, _): return .network(try reader.read())
      case (1, let train as TrainDirective):
        return .training(try TrainingRecord(from: &reader, by: train))
      case (2, _): return .gradientCheck(try reader.read())
      case (3, let sweep as SweepDirective):
        return .sweep(try SweepRecord(from: &reader, by: sweep.trainings))
      default: return nil
      }
    } catch {
      return nil
    }
  }
}
