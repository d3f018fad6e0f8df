import Markup
import Plots

// What cells show, as bytes.

extension Node: Storable {
  func write(to bytes: inout ByteWriter) {
    switch self {
    case .text(let text):
      bytes.writeByte(0)
      bytes.write(text)
    case .element(let element):
      bytes.writeByte(1)
      bytes.write(element.name)
      bytes.write(element.attributes.pairs.count)
      for pair in element.attributes.pairs {
        bytes.write(pair.name)
        bytes.write(pair.value)
      }
      bytes.write(element.children)
    }
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    switch try bytes.readByte() {
    case 0: self = .text(try bytes.read())
    case 1:
      let name = try bytes.read(String.self)
      var attributes: Attributes = [:]
      for _ in 0..<(try bytes.readCount(of: 2)) {
        attributes[try bytes.read()] = try bytes.read(String.self)
      }
      self = .element(Element(name, attributes, try bytes.read()))
    default: throw DamagedBytes()
    }
  }
}

extension Picture: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(drawing)
    bytes.write(data)
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    self.init(drawing: try bytes.read(), data: try bytes.read())
  }
}

extension Figure: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(picture)
    bytes.write(caption)
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    self.init(try bytes.read(), caption: try bytes.read())
  }
}

extension Table.Alignment: Storable {}

extension Table.Column: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(title)
    bytes.write(alignment)
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    self.init(try bytes.read(), try bytes.read())
  }
}

extension Table.Content: Storable {
  func write(to bytes: inout ByteWriter) {
    switch self {
    case .text(let text):
      bytes.writeByte(0)
      bytes.write(text)
    case .nodes(let nodes):
      bytes.writeByte(1)
      bytes.write(nodes)
    }
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    switch try bytes.readByte() {
    case 0: self = .text(try bytes.read())
    case 1: self = .nodes(try bytes.read())
    default: throw DamagedBytes()
    }
  }
}

extension Table: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(columns)
    bytes.write(rows)
    bytes.write(caption)
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    let columns = try bytes.read([Column].self)
    let rows = try bytes.read([[Content]].self)
    guard rows.allSatisfy({ $0.count == columns.count }) else { throw DamagedBytes() }
    self.init(columns, rows: rows, caption: try bytes.read())
  }
}

extension Listing: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(text)
    bytes.write(language)
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    self.init(try bytes.read(), language: try bytes.read())
  }
}

extension Notice.Kind: Storable {}

extension Notice: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(kind)
    bytes.write(text)
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    self.init(try bytes.read(), try bytes.read())
  }
}

extension Expectation.Verdict: Storable {}

extension Expectation: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(statement)
    bytes.write(verdict)
    bytes.write(finding)
    bytes.write(range)
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    self.init(
      statement: try bytes.read(), verdict: try bytes.read(), finding: try bytes.read(),
      range: try bytes.read())
  }
}

extension Agreement: Storable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(name)
    bytes.write(shape)
    bytes.write(error)
    bytes.write(difference)
    bytes.write(formula)
    bytes.write(statement)
    bytes.write(range)
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    self.init(
      name: try bytes.read(), shape: try bytes.read(), error: try bytes.read(),
      difference: try bytes.read(), formula: try bytes.read(), statement: try bytes.read(),
      range: try bytes.read())
  }
}
