import Diagnostics
import Foundation
import Notebooks
import Synchronization

/// One line on the terminal that says how far the running cell is.
final class ProgressBar: Sendable {
  private struct State {
    var cell = ""
    var started = ContinuousClock().now
    var shown = ContinuousClock().now
    var isVisible = false
  }

  private let isShown: Bool
  private let state = Mutex(State())

  init(isShown: Bool) { self.isShown = isShown }

  /// Shows `iris.md  train  ██████──────  50 %  loss 0.31  4 s left`, at most ten times a second.
  func show(_ progress: Session.Progress, lesson: String) {
    guard isShown else { return }
    let line = state.withLock { state -> String? in
      let now = ContinuousClock().now
      let key = "\(lesson) \(progress.cell)".onOneLine
      if state.cell != key { (state.cell, state.started) = (key, now) }
      guard now - state.shown > .milliseconds(100) || progress.fraction >= 1 else { return nil }
      state.shown = now
      state.isVisible = true
      return Self.line(key, progress, elapsed: (now - state.started) / .seconds(1))
    }
    if let line { Terminal.write("\r\u{1B}[K\(line)", to: STDERR_FILENO) }
  }

  /// Removes the line, so that a message can stand in its place.
  func clear() {
    let wasVisible = state.withLock { state in
      defer { state.isVisible = false }
      return state.isVisible
    }
    if wasVisible { Terminal.write("\r\u{1B}[K", to: STDERR_FILENO) }
  }

  private static func line(_ key: String, _ progress: Session.Progress, elapsed: Double) -> String {
    let width = 24
    let full = Int((progress.fraction * Double(width)).rounded())
    let bar = String(repeating: "█", count: full) + String(repeating: "─", count: width - full)
    var parts = [key, bar, "\(Int(progress.fraction * 100)) %"]
    if let loss = progress.loss {
      parts.append("loss " + loss.formatted(.number.precision(.significantDigits(3))))
    }
    if progress.fraction > 0.02, progress.fraction < 1 {
      let left = elapsed * (1 / progress.fraction - 1)
      parts.append("\(Int(left.rounded(.up))) s left")
    }
    return parts.joined(separator: "  ")
  }
}
