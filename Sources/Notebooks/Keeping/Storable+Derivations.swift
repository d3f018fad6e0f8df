import Derivations
import Diagnostics

// Verdicts as bytes. The formulas they speak of are in the lesson and are not written.

extension Diagnostic.Severity: Storable {}

extension Diagnostic: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(id)
    bytes.write(message)
    bytes.write(severity)
    bytes.write(range)
    bytes.write(notes.count)
    for note in notes {
      bytes.write(note.message)
      bytes.write(note.range)
    }
    bytes.write(help)
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    self.init(
      try bytes.read(), try bytes.read(), severity: try bytes.read(), at: try bytes.read())
    for _ in 0..<(try bytes.readCount(of: 2)) {
      notes.append(Note(try bytes.read(), at: try bytes.read()))
    }
    help = try bytes.read()
  }
}

extension Assumption: Storable {}
extension Evidence.Reading: Storable {}

extension Evidence: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(error)
    bytes.write(tolerance)
    bytes.write(points)
    bytes.write(assumption)
    bytes.write(reading)
    switch live {
    case .notAsked: bytes.writeByte(0)
    case .tooLarge: bytes.writeByte(1)
    case .agreed(let error):
      bytes.writeByte(2)
      bytes.write(error)
    }
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    self.init(
      error: try bytes.read(), tolerance: try bytes.read(), points: try bytes.read(),
      assumption: try bytes.read(), reading: try bytes.read())
    switch try bytes.readByte() {
    case 0: live = .notAsked
    case 1: live = .tooLarge
    case 2: live = .agreed(try bytes.read())
    default: throw DamagedBytes()
    }
  }
}

extension Counterexample: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(error)
    bytes.write(tolerance)
    bytes.write(place)
    bytes.write(left)
    bytes.write(right)
    bytes.write(points)
    bytes.write(assumption)
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    self.init(
      error: try bytes.read(), tolerance: try bytes.read(), place: try bytes.read(),
      left: try bytes.read(), right: try bytes.read(), points: try bytes.read(),
      assumption: try bytes.read())
  }
}

extension Verdict: Storable {
  func write(to bytes: inout ByteWriter) {
    switch self {
    case .verified(let evidence):
      bytes.writeByte(0)
      bytes.write(evidence)
    case .refuted(let counterexample):
      bytes.writeByte(1)
      bytes.write(counterexample)
    case .shape(let diagnostic):
      bytes.writeByte(2)
      bytes.write(diagnostic)
    case .unread(let diagnostic):
      bytes.writeByte(3)
      bytes.write(diagnostic)
    case .undefined(let why):
      bytes.writeByte(4)
      bytes.write(why)
    case .definition: bytes.writeByte(5)
    case .sketch: bytes.writeByte(6)
    }
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    switch try bytes.readByte() {
    case 0: self = .verified(try bytes.read())
    case 1: self = .refuted(try bytes.read())
    case 2: self = .shape(try bytes.read())
    case 3: self = .unread(try bytes.read())
    case 4: self = .undefined(try bytes.read())
    case 5: self = .definition
    case 6: self = .sketch
    default: throw DamagedBytes()
    }
  }
}

extension CheckedStep.Kind: Storable {}

extension CheckedStep: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(kind)
    bytes.write(left)
    bytes.write(right)
    bytes.write(verdict)
    bytes.write(diagnosis)
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    self.init(
      kind: try bytes.read(), left: try bytes.read(), right: try bytes.read(),
      verdict: try bytes.read(), diagnosis: try bytes.read())
  }
}

extension EngineFault: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(gradient)
    bytes.write(row)
    bytes.write(column)
    bytes.write(engine)
    bytes.write(forward)
    bytes.write(error)
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    self.init(
      gradient: try bytes.read(), row: try bytes.read(), column: try bytes.read(),
      engine: try bytes.read(), forward: try bytes.read(), error: try bytes.read())
  }
}

extension SymbolShape: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(range)
    bytes.write(shape)
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    self.init(range: try bytes.read(), shape: try bytes.read())
  }
}

extension CheckedDerivation: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(steps)
    bytes.write(diagnostics)
    bytes.write(engineFaults)
    bytes.write(shapes)
    bytes.write(setting)
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    self.init(
      steps: try bytes.read(), diagnostics: try bytes.read(), engineFaults: try bytes.read(),
      shapes: try bytes.read(), setting: try bytes.read())
  }
}

extension AutomaticDerivation.Part: Storable {
  func write(to bytes: inout ByteWriter) {
    switch self {
    case .forward(let layer):
      bytes.writeByte(0)
      bytes.write(layer)
    case .loss: bytes.writeByte(1)
    case .backward(let layer):
      bytes.writeByte(2)
      bytes.write(layer)
    }
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    switch try bytes.readByte() {
    case 0: self = .forward(layer: try bytes.read())
    case 1: self = .loss
    case 2: self = .backward(layer: try bytes.read())
    default: throw DamagedBytes()
    }
  }
}

extension AutomaticDerivation.Line: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(part)
    bytes.write(tex)
    bytes.write(shape)
    bytes.write(checked)
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    self.init(
      part: try bytes.read(), tex: try bytes.read(), shape: try bytes.read(),
      checked: try bytes.read())
  }
}

extension AutomaticDerivation.Dimension: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(tex)
    bytes.write(rows)
    bytes.write(columns)
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    self.init(tex: try bytes.read(), rows: try bytes.read(), columns: try bytes.read())
  }
}

extension AutomaticDerivation: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(lines)
    bytes.write(dimensions)
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    self.init(lines: try bytes.read(), dimensions: try bytes.read())
  }
}
