/// What the server bears, at most.
struct Limits: Sendable {
  /// Open connections, streams of events among them.
  var connections = 128
  /// Streams of events. Fewer than connections, so that pages can be had when all are taken.
  var streams = 64
  /// Bytes of a request's head.
  var head = 16 << 10
  /// How long the head of a request may take to arrive.
  var patience: Duration = .seconds(10)
  /// How long the whole of an answer may take to be taken.
  var answer: Duration = .seconds(30)
  /// How often every stream is written to, so that a dead one is noticed.
  var beat: Duration = .seconds(15)
}
