import ArgumentParser
import Foundation

/// How many lessons run at the same time: a number, or as many as the machine has room for.
enum Jobs: ExpressibleByArgument, Equatable {
  case number(Int)
  case automatic

  static let allowed = 1...64

  static let help = ArgumentHelp(
    "How many lessons to run at the same time; 0 or 'auto': as many as there are cores, fewer "
      + "where memory is short.", valueName: "n")

  init?(argument: String) {
    if argument == "auto" || argument == "0" {
      self = .automatic
    } else {
      guard let number = Int(argument) else { return nil }
      self = .number(number)
    }
  }

  func validate() throws {
    if case .number(let number) = self, !Self.allowed.contains(number) {
      throw ValidationError(
        "--jobs takes a number from 1 to \(Self.allowed.upperBound), or 0 for as many as there are "
          + "cores, not \(number)")
    }
  }

  var defaultValueDescription: String {
    switch self {
    case .number(let number): "\(number)"
    case .automatic: "auto"
    }
  }

  var count: Int {
    switch self {
    case .number(let number): number
    case .automatic: min(Machine.jobs, Self.allowed.upperBound)
    }
  }
}

/// What this process may use of the machine it runs on.
enum Machine {
  /// All of MNIST in double precision, with room to train on it.
  private static let bytesPerLesson = 1 << 30

  /// As many as there are cores, fewer where memory is short, at least one.
  static var jobs: Int {
    let cores = min(ProcessInfo.processInfo.activeProcessorCount, coresOfGroup ?? .max)
    let memory = [availableMemory, memoryOfGroup].compactMap(\.self).min()
    return max(1, min(cores, memory.map { $0 / bytesPerLesson } ?? cores))
  }

  /// A container's share of the processor: `max 100000`, or `150000 100000` for a core and a half.
  private static var coresOfGroup: Int? {
    let words = contents("/sys/fs/cgroup/cpu.max").split(separator: " ").compactMap { Double($0) }
    guard words.count == 2, words[1] > 0 else { return nil }
    return max(1, Int(words[0] / words[1]))
  }

  private static var availableMemory: Int? {
    for line in contents("/proc/meminfo").split(separator: "\n") where line.hasPrefix("MemAvail") {
      return line.split(separator: " ").compactMap { Int($0) }.first.map { $0 << 10 }
    }
    return nil
  }

  private static var memoryOfGroup: Int? {
    guard let most = Int(contents("/sys/fs/cgroup/memory.max")),
      let used = Int(contents("/sys/fs/cgroup/memory.current"))
    else { return nil }
    return max(0, most - used)
  }

  private static func contents(_ path: String) -> String {
    let text = try? String(contentsOfFile: path, encoding: .utf8)
    return (text ?? "").trimmingCharacters(in: .newlines)
  }
}
