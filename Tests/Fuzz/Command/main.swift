import Foundation
import FuzzTargets
import Synchronization

/// `fuzz TARGET [libFuzzer's options]`; `fuzz --list` names the targets; `fuzz --seeds TARGET FOLDER`
/// writes the inputs to begin with; `fuzz --print FILE` shows the lesson that bytes become.

@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

nonisolated(unsafe) var chosen: FuzzTarget?

let arguments = CommandLine.arguments
let named = arguments.dropFirst().first { !$0.hasPrefix("-") }
chosen = FuzzTarget.all.first { $0.name == named }
if arguments.contains("--list") {
  for target in FuzzTarget.all { print(target.name) }
  exit(0)
}
if arguments.contains("--print"), let file = arguments.last {
  print(FuzzTarget.lessonText([UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))))
  exit(0)
}
guard let target = chosen else {
  FileHandle.standardError.write(Data("fuzz: name one of the targets that --list gives\n".utf8))
  exit(2)
}
if arguments.contains("--seeds"), let folder = arguments.last {
  for (index, seed) in target.seeds().enumerated() {
    try Data(seed).write(to: URL(fileURLWithPath: "\(folder)/seed-\(index)"))
  }
  exit(0)
}
// The name of the target is no corpus.
var pointers = CommandLine.unsafeArgv
var count = CommandLine.argc
if let index = CommandLine.arguments.dropFirst().firstIndex(of: target.name) {
  for later in index..<Int(count) - 1 { pointers[later] = pointers[later + 1] }
  count -= 1
}
atexit {
  let count = FuzzTarget.lessons.load(ordering: .relaxed)
  if count > 0 { print("\(count) lessons passed 'check' and were run") }
}
exit(
  runFuzzer(&count, &pointers) { start, length in
    chosen?.run([UInt8](UnsafeBufferPointer(start: start, count: length)))
    return 0
  })
