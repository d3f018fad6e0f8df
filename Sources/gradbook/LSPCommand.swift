import ArgumentParser
import Foundation
import LanguageServer
import Reports

/// `gradbook lsp`: answers an editor over standard input and output.
struct LSPCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Answer an editor by the Language Server Protocol, over standard input and output.",
    discussion: """
      An editor starts it for Markdown files and shows what is wrong while a lesson is written, what \
      a name stands for, and what may be written next.
      """)

  /// Editors add it by habit; there is no other way.
  @Flag(name: .customLong("stdio"), help: .hidden)
  var isOverPipes = false

  func run() throws {
    var server = Server(version: Release.version)
    var framing = Framing()
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while server.exitStatus == nil {
      let count = chunk.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      for frame in framing.receive(chunk[..<count]) where server.exitStatus == nil {
        server.receive(frame).forEach(send)
      }
      server.publish().forEach(send)
    }
    throw ExitCode(server.statusAtEnd)
  }

  private func send(_ message: JSON) {
    Terminal.write(String(decoding: Framing.framed(message), as: UTF8.self), to: STDOUT_FILENO)
  }
}
