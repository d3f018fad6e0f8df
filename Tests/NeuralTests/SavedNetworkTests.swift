import Foundation
import Testing

@testable import Neural

@Suite("Saved networks")
struct SavedNetworkTests {
  private static func network<Scalar: Real>(
    _ scalar: Scalar.Type = Double.self
  ) throws -> Network<Scalar> {
    var generator = MersenneTwister(seed: 4)
    return try Network<Scalar>(
      Architecture(
        inputs: 3,
        layers: [
          Architecture.Dense(units: 4, activation: .leakyReLU(slope: 0.2)),
          Architecture.Dense(units: 2, activation: .softmax, biases: .uniform(-1, 1)),
        ], loss: .crossEntropy), using: &generator)
  }

  /// A file with this header and so many bytes behind it.
  private static func file(_ json: String, tail: Int = 0) -> [UInt8] {
    let header = Array(json.utf8)
    return (0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) } + header
      + [UInt8](repeating: 0, count: tail)
  }

  @Test("what is saved is read back to the bit, in either precision")
  func roundTrip() throws {
    let network = try Self.network()
    #expect(try Network<Double>(safetensors: network.safetensors()) == network)
    let single = try Self.network(Float.self)
    #expect(try Network<Float>(safetensors: single.safetensors()) == single)
    #expect(
      try Network<Double>(safetensors: single.safetensors()) == single.converted(to: Double.self))
  }

  @Test("the header is the format's: names, types, shapes and offsets")
  func header() throws {
    let bytes = try Self.network(Float.self).safetensors()
    let length = (0..<8).reduce(0) { $0 | Int(bytes[$1]) << (8 * $1) }
    #expect(length % 8 == 0)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes[8..<8 + length])) as? [String: Any])
    #expect(Set(json.keys) == ["__metadata__", "W1", "b1", "W2", "b2"])
    let weights = try #require(json["W2"] as? [String: Any])
    #expect(weights["dtype"] as? String == "F32")
    #expect(weights["shape"] as? [Int] == [4, 2])
    #expect(weights["data_offsets"] as? [Int] == [64, 96])
    #expect(bytes.count == 8 + length + 4 * (12 + 4 + 8 + 2))
  }

  @Test("a file is written beside its place and renamed, and read back")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "gradbook-saved-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "net.safetensors").path
    let network = try Self.network()
    try network.save(to: path)
    try network.save(to: path)
    #expect(try Network<Double>.load(from: path) == network)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["net.safetensors"])
    #expect(
      throws: SavedNetworkError.tooLarge(bytes: UInt64(try network.safetensors().count), limit: 10)
    ) {
      try Network<Double>.load(from: path, limit: 10)
    }
    #expect(
      throws: SavedNetworkError.file(
        path: "\(folder.path)/none",
        reason: "there is no such file or folder; check the name, and that its folder exists")
    ) { try Network<Double>.load(from: "\(folder.path)/none") }
    #expect(throws: SavedNetworkError.file(path: folder.path, reason: "not a regular file")) {
      try Network<Double>.load(from: folder.path)
    }
    #expect(throws: SavedNetworkError.self) { try network.save(to: "\(folder.path)/no/net") }
  }

  @Test(
    "what is no network that was saved is not written over",
    arguments: ["", "a,b\n1,2\n", "\u{2}\0\0\0\0\0\0\0{}"])
  func occupied(_ text: String) throws {
    let path = FileManager.default.temporaryDirectory.appending(
      path: "gradbook-\(UUID().uuidString).safetensors"
    ).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    #expect(
      throws: SavedNetworkError.file(
        path: path, reason: "it is no saved network, and is left as it is")
    ) { try Self.network().save(to: path) }
    #expect(FileManager.default.contents(atPath: path) == Data(text.utf8))
  }

  @Test("a pipe is neither read nor written over")
  func pipe() throws {
    let path = FileManager.default.temporaryDirectory.appending(
      path: "gradbook-\(UUID().uuidString).safetensors"
    ).path
    try #require(mkfifo(path, 0o600) == 0)
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: SavedNetworkError.self) { try Self.network().save(to: path) }
    #expect(throws: SavedNetworkError.file(path: path, reason: "not a regular file")) {
      try Network<Double>.load(from: path)
    }
  }

  @Test("a file cut off anywhere is refused")
  func truncated() throws {
    let bytes = try Self.network().safetensors()
    for length in 0..<bytes.count {
      #expect(throws: SavedNetworkError.self) {
        try Network<Double>(safetensors: Array(bytes[..<length]))
      }
    }
    #expect(throws: SavedNetworkError.self) { try Network<Double>(safetensors: bytes + [0]) }
  }

  private static let metadata =
    #""__metadata__":{"gradbook.activations":"relu","gradbook.slopes":"","gradbook.loss":"quadratic"}"#

  private static func tensors(_ w: String, _ b: String, tail: Int = 24) -> [UInt8] {
    file("{\(metadata),\"W1\":\(w),\"b1\":\(b)}", tail: tail)
  }

  private static let weights = #"{"dtype":"F64","shape":[2,1],"data_offsets":[0,16]}"#
  private static let bias = #"{"dtype":"F64","shape":[1],"data_offsets":[16,24]}"#

  @Test("the smallest file of all is read")
  func smallest() throws {
    let network = try Network<Double>(safetensors: Self.tensors(Self.weights, Self.bias))
    #expect(network.inputs == 2)
    #expect(network.loss == .quadratic)
  }

  @Test("lengths and shapes that lie are refused, each with its reason")
  func lies() {
    func reason(_ bytes: [UInt8]) -> String {
      do {
        _ = try Network<Double>(safetensors: bytes)
        return "read"
      } catch {
        return error.description
      }
    }
    #expect(
      reason([UInt8](repeating: 255, count: 16))
        == "the header claims to be 18446744073709551615 bytes long, more than 1048576")
    #expect(
      reason([200, 0, 0, 0, 0, 0, 0, 0, 1])
        == "the file is cut off: 208 bytes are promised, 9 are there")
    #expect(reason(Self.file("nonsense")) == "the header is malformed: not JSON")
    #expect(reason(Self.file("[]")).hasPrefix("the header is malformed:"))
    #expect(reason(Self.file("{}")) == "'gradbook.activations' is missing")
    #expect(
      reason(Self.tensors(#"{"dtype":"F64","shape":[2],"data_offsets":[0,16]}"#, Self.bias))
        == "'W1' has the wrong shape: [2] is no shape for it")
    let huge = #"{"dtype":"F64","shape":[9223372036854775807,2],"data_offsets":[0,16]}"#
    #expect(
      reason(Self.tensors(huge, Self.bias))
        == "'W1' has the wrong shape: [9223372036854775807, 2] needs more bytes than it has")
    #expect(
      reason(Self.tensors(#"{"dtype":"F64","shape":[-2,-1],"data_offsets":[0,16]}"#, Self.bias))
        == "'W1' has the wrong shape: [-2, -1] is no shape for it")
    #expect(
      reason(Self.tensors(#"{"dtype":"F64","shape":[1,1],"data_offsets":[0,16]}"#, Self.bias))
        == "'W1' has the wrong shape: [1, 1] needs 8 bytes, it has 16")
    #expect(
      reason(Self.tensors(#"{"dtype":"I64","shape":[2,1],"data_offsets":[0,16]}"#, Self.bias))
        == "'W1' holds numbers of type 'I64'; F32 and F64 can be read")
    #expect(
      reason(
        Self.tensors(Self.weights, #"{"dtype":"F64","shape":[1],"data_offsets":[8,16]}"#))
        == "the bytes of 'b1' do not follow those before them")
    #expect(
      reason(
        Self.tensors(
          Self.weights, #"{"dtype":"F64","shape":[1],"data_offsets":[16,24000000000000]}"#)
      ) == "the file is cut off: 24000000000000 bytes are promised, 24 are there")
    #expect(
      reason(
        Self.tensors(
          Self.weights, #"{"dtype":"F64","shape":[2],"data_offsets":[16,32]}"#, tail: 32))
        == "'b1' has the wrong shape: it has 2 numbers, its layer 1 units")
    #expect(
      reason(
        Self.tensors(Self.weights, #"{"dtype":"F64","shape":[1],"data_offsets":[-1,24]}"#)
      ).hasPrefix("the header is malformed:"))
  }

  @Test("whatever is changed in a file, reading it ends in a network or an error")
  func mutations() throws {
    let bytes = try Self.network().safetensors()
    var generator = MersenneTwister(seed: 8)
    for _ in 0..<2000 {
      var changed = bytes
      for _ in 0...generator.integer(below: 4) {
        changed[generator.integer(below: changed.count)] = UInt8(generator.integer(below: 256))
      }
      _ = try? Network<Double>(safetensors: changed)
    }
  }
}
