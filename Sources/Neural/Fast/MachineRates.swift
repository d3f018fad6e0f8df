/// What this machine does at best, on so many of its cores, for judging a measured time.
public struct MachineRates: Sendable, Equatable {
  /// Multiplications and additions a second in a large matrix product.
  public let operations: Double
  /// Bytes a second read by vectors from a working set of a given size.
  public let bytesRead: Double

  /// The order of the product that is timed: large enough for the library's best.
  private static let order = 768
  private static let repetitions = 8
  /// More than any cache; what is larger comes from memory all the same.
  private static let largestWorkingSet = 64 << 20

  /// Measures, for about a tenth of a second.
  ///
  /// - Parameters:
  ///   - workingSet: how many bytes are read over and over; which cache holds them, if any, decides
  ///     how fast that goes.
  ///   - threads: how many compute at the same time, each a product of its own and its share of the
  ///     bytes.
  public init<Scalar: Real>(for scalar: Scalar.Type, workingSet: Int, threads: Int) {
    let team = Team(threads: threads)
    let threads = team?.threads ?? 1
    let factor = Matrix<Scalar>(rows: Self.order, columns: Self.order, repeating: 0.5)
    let product = Self.shortest {
      Self.onEach(of: team) { _ in
        precondition(
          BLAS.product(factor, .asStored, factor)[0, 0] != 0, "a product of ones is not 0")
      }
    }
    operations = 2 * Double(threads * Self.order * Self.order * Self.order) / product

    let kernels = Kernels.best(for: scalar)
    let share = min(workingSet, Self.largestWorkingSet) / kernels.scalarSize / threads
    let count = kernels.padded(max(share, 1))
    let arena = Arena(scalarSize: kernels.scalarSize)
    let numbers = arena.scalars(count * threads)
    kernels.table.pointee.add_sign(numbers, numbers, 1, count * threads)
    let reading = Self.shortest {
      Self.onEach(of: team) { thread in
        let share = numbers + thread * count * kernels.scalarSize
        precondition(kernels.table.pointee.square_sum(share, count) == 0, "zeros have a sum of 0")
      }
    }
    bytesRead = Double(count * threads * kernels.scalarSize) / reading
  }

  private static func onEach(of team: Team?, _ body: (Int) -> Void) {
    guard let team else { return body(0) }
    team.run(team.threads, body)
  }

  /// The shortest of a few runs, in seconds: what is longer was disturbed.
  private static func shortest(_ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    return (0..<repetitions).map { _ in clock.measure(body) / .seconds(1) }.min() ?? .infinity
  }
}
