/// Cuts a stream of bytes into messages, each with a header that says how long it is.
///
/// What is cut does not depend on the pieces in which the bytes arrive. After a header that cannot be
/// read, reading goes on at the next `Content-Length:`, so that one bad message costs itself alone.
public struct Framing: Sendable {
  public enum Frame: Sendable, Equatable {
    case message([UInt8])
    /// Bytes that are no message, and why.
    case unreadable(String)
  }

  /// No lesson comes near it; what says it is longer is passed over, not kept.
  public static let largestMessage = 64 << 20
  /// A header has two short lines.
  static let largestHeader = 4096

  private var buffer: [UInt8] = []
  /// What is still to be passed over of a message that is too long.
  private var passed = 0
  /// Where what has not been cut begins: bytes are thrown away once for all that came together, else
  /// many headers in one piece would cost the square of its length.
  private var start = 0
  /// How far in the buffer the end of a header has been looked for.
  private var searched = 0
  /// The length that the header before the rest of the buffer gave.
  private var awaited: Int?

  public init() {}

  /// A message with its header.
  public static func framed(_ message: JSON) -> [UInt8] {
    let bytes = message.bytes
    return Array("Content-Length: \(bytes.count)\r\n\r\n".utf8) + bytes
  }

  /// Takes the bytes that came and returns what is now complete.
  public mutating func receive(_ bytes: some Collection<UInt8>) -> [Frame] {
    buffer += bytes
    var frames: [Frame] = []
    while let frame = next() { frames.append(frame) }
    buffer.removeFirst(start)
    searched = max(0, searched - start)
    start = 0
    return frames
  }

  /// How many bytes are there that have not been cut.
  private var left: Int { buffer.count - start }

  private mutating func next() -> Frame? {
    if passed > 0 {
      let count = min(passed, left)
      start += count
      passed -= count
      if passed > 0 { return nil }
    }
    if let length = awaited {
      guard left >= length else { return nil }
      let message = Array(buffer[start..<start + length])
      drop(length)
      return .message(message)
    }
    return header()
  }

  /// Reads a header if all of it is there.
  private mutating func header() -> Frame? {
    guard let end = headerEnd() else {
      guard left > Self.largestHeader else { return nil }
      return resume(after: "a header longer than \(Self.largestHeader) bytes")
    }
    let fields = buffer[start..<end]
    guard let field = fields.lastStart(of: Self.name) else {
      drop(end - start)
      return .unreadable("a header without 'Content-Length'")
    }
    let line = fields[(field + Self.name.count)...].prefix {
      $0 != .newline && $0 != .carriageReturn
    }
    let digits = String(decoding: line, as: UTF8.self).filter { $0 != " " }
    let isFirst = field == start || buffer[field - 1] == .newline
    drop(end - start)
    guard let length = Int(digits), length >= 0 else {
      return .unreadable("a 'Content-Length' that is no number")
    }
    guard length <= Self.largestMessage else {
      passed = length
      return .unreadable("a message of \(length) bytes; at most \(Self.largestMessage) are read")
    }
    awaited = length
    return isFirst ? next() : .unreadable("bytes before a header")
  }

  /// Where the header ends: after an empty line, and no farther than a header may reach.
  private mutating func headerEnd() -> Int? {
    let limit = min(buffer.count, start + Self.largestHeader)
    var index = max(start, searched - 3)
    while index < limit {
      defer { index += 1 }
      guard buffer[index] == .newline, index > start else { continue }
      let before = buffer[index - 1] == .carriageReturn ? index - 2 : index - 1
      if before < start || buffer[before] == .newline { return index + 1 }
    }
    searched = max(searched, limit)
    return nil
  }

  /// Drops bytes up to what may be the next header.
  private mutating func resume(after why: String) -> Frame {
    if let next = buffer[(start + 1)...].firstStart(of: Self.name) {
      // What was searched need not be searched again: no empty line begins with a name.
      start = next
    } else {
      drop(max(1, left - Self.name.count))
    }
    return .unreadable(why)
  }

  private mutating func drop(_ count: Int) {
    start += count
    searched = start
    awaited = nil
  }

  private static let name = Array("content-length:".utf8)
}

extension UInt8 {
  fileprivate static let newline = UInt8(ascii: "\n")
  fileprivate static let carriageReturn = UInt8(ascii: "\r")

  fileprivate var lowercased: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
  }
}

extension ArraySlice<UInt8> {
  fileprivate func firstStart(of name: [UInt8]) -> Int? {
    indices.first { begins(with: name, at: $0) }
  }

  fileprivate func lastStart(of name: [UInt8]) -> Int? {
    indices.last { begins(with: name, at: $0) }
  }

  private func begins(with name: [UInt8], at start: Int) -> Bool {
    self[start...].count >= name.count
      && zip(self[start...], name).allSatisfy { $0.lowercased == $1 }
  }
}
