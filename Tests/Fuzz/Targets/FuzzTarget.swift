import Foundation

/// One reader under fuzzing: any bytes at all must be read or refused, never trap.
///
/// To add one, write a file in this folder and its line in `all`.
public struct FuzzTarget: Sendable {
  public let name: String
  /// Small inputs to begin with, made by code or from the examples of the language.
  public let seeds: @Sendable () -> [[UInt8]]
  public let run: @Sendable ([UInt8]) -> Void

  init(
    _ name: String, seeds: @escaping @Sendable () -> [[UInt8]],
    run: @escaping @Sendable ([UInt8]) -> Void
  ) {
    self.name = name
    self.seeds = seeds
    self.run = run
  }

  public static let all: [FuzzTarget] = [
    .markdown, .yaml, .tex, .code, .mermaid, .csv, .idx, .npy, .npz, .hdf5, .png, .jpeg,
    .safetensors, .ipynb, .lsp, .page, .lesson,
  ]
}

extension FuzzTarget {
  /// The bytes as a text, with what is no UTF-8 replaced, as files of lessons are read.
  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Gives a reader of files its bytes as a file, the only one that fuzzing makes.
  static func withFile(_ bytes: [UInt8], _ body: (String) -> Void) {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("gradbook-fuzz-\(getpid())").path
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0, bytes.withUnsafeBytes({ write(file, $0.baseAddress, $0.count) }) == bytes.count
    else { preconditionFailure("no file can be written at \(path)") }
    close(file)
    defer { unlink(path) }
    body(path)
  }
}
