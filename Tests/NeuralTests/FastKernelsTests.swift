import CKernels
import Glibc
import Testing

@testable import Neural

/// The kernels of every instruction set this processor runs, against the C library and plain loops.
@Suite struct FastKernelsTests {
  @Test("every instruction set trains as the reference path does")
  func everySet() throws {
    let task = RandomTask(
      sizes: [70, 33, 17, 5], hidden: .tanh, output: .softmax, loss: .crossEntropy,
      batch: .size(13))
    let pictures = RandomTask(
      sizes: [100, 40, 10], hidden: .sigmoid, output: .softmax, loss: .crossEntropy,
      batch: .size(1), samples: .sparseBytes)
    for task in [task, pictures] {
      let expected = try task.outcome(fast: false, Double.self).network.parameters
      for kernels in Kernels.all(for: Double.self) {
        let found = try task.outcome(fast: true, Double.self, kernels: kernels).network.parameters
        for (a, b) in zip(expected, found) {
          #expect(zip(a.values, b.values).allSatisfy { abs($0 - $1) < 1e-10 }, "\(kernels.name)")
        }
      }
    }
  }

  @Test("the plainest kernels are always there, the best are the widest")
  func sets() {
    for all in [Kernels.all(for: Float.self), Kernels.all(for: Double.self)] {
      #expect(all.first?.name == "baseline")
      #expect(all.count <= 3)
    }
    #expect(Kernels.best(for: Double.self).name == Kernels.all(for: Double.self).last?.name)
    #expect(Kernels.best(for: Float.self).scalarSize == 4)
  }

  @Test("sigmoid and tanh are the C library's to a few units in the last place")
  func functions() {
    let z = (-3000...3000).map { Double($0) / 37 } + [1e-12, -1e-12, 1e-5, 0.3, -0.3]
    for (kind, function) in [
      (kernel_sigmoid, { 1 / (1 + exp(-$0)) }), (kernel_tanh, { tanh($0) }),
    ] as [(kernel_activation, (Double) -> Double)] {
      for kernels in Kernels.all(for: Double.self) {
        let found = activated(z, kind, kernels)
        for (x, y) in zip(z, found) {
          #expect(abs(y - function(x)) <= 4 * function(x).ulp, "\(kind) of \(x), \(kernels.name)")
        }
      }
      for kernels in Kernels.all(for: Float.self) {
        let found = activated(z.map { Float($0) }, kind, kernels)
        for (x, y) in zip(z, found) {
          let expected = Float(function(Double(Float(x))))
          let error = abs(y - expected)
          #expect(error <= 8 * expected.ulp || error < 0x1p-120, "\(kind) of \(x), \(kernels.name)")
        }
      }
    }
  }

  @Test("no argument overflows, and what is no number stays none")
  func extremes() {
    for kernels in Kernels.all(for: Double.self) {
      let far = [-1e308, -1e5, -745.2, 709.8, 1e5, 1e308, -.infinity, .infinity]
      for a in activated(far, kernel_sigmoid, kernels) { #expect(a >= 0 && a <= 1) }
      #expect(
        activated(far, kernel_tanh, kernels).map(abs) == Array(repeating: 1, count: far.count))
      for kind in [kernel_sigmoid, kernel_tanh, kernel_relu, kernel_leaky_relu] {
        #expect(activated([Double.nan], kind, kernels)[0].isNaN)
      }
    }
  }

  @Test("a loss is finite and exact however sure the network is")
  func saturatedLoss() {
    for kernels in Kernels.all(for: Double.self) {
      let arena = Arena(scalarSize: 8)
      let lanes = kernels.lanes
      let z = arena.scalars(2 * lanes).bindMemory(to: Double.self, capacity: 2 * lanes)
      let y = arena.scalars(2 * lanes).bindMemory(to: Double.self, capacity: 2 * lanes)
      var loss = 0.0
      (z[0], z[lanes], y[0]) = (-300, 300, 1)
      kernels.table.pointee.softmax_loss_columns(z, y, lanes, 2, lanes, 1, 1, &loss)
      #expect(abs(loss - 600) < 1e-9)
      #expect(z[0] == -1 && z[lanes] == 1)

      loss = 0
      (z[0], y[0]) = (-500, 1)
      kernels.table.pointee.sigmoid_loss(z, y, lanes, 1, lanes, 1, 1, &loss)
      #expect(abs(loss - 500) < 1e-9)
      #expect(abs(z[0] + 1) < 1e-12)
    }
  }

  @Test("products and inner products are those of plain loops, whatever the sizes")
  func products() {
    var generator = MersenneTwister(seed: 5)
    for kernels in Kernels.all(for: Double.self) {
      for m in [1, 2, 3, 4, 7, 8, 13] {
        for (depth, n) in [(1, 8), (5, 16), (9, 24), (16, 32), (33, 56)] {
          let a = generator.normal(count: m * depth)
          let b = generator.normal(count: depth * n)
          let arena = Arena(scalarSize: 8)
          let left = place(a, in: arena)
          let right = place(b, in: arena)
          let c = place([Double](repeating: 0, count: m * n), in: arena)
          kernels.table.pointee.product(
            left, depth, 1, right, n, Int32(kernel_start_zero.rawValue), nil, c, n, m, depth, n)
          for i in 0..<m {
            for j in 0..<n {
              let expected = (0..<depth).reduce(0) { $0 + a[i * depth + $1] * b[$1 * n + j] }
              #expect(abs(c[i * n + j] - expected) < 1e-12)
            }
          }
          // The same rows of b against one another, over n lanes.
          let sums = place([Double](repeating: 0, count: depth * depth), in: arena)
          kernels.table.pointee.dots(right, n, right, n, sums, depth, depth, depth, n)
          for i in 0..<depth {
            for j in 0..<depth {
              let expected = (0..<n).reduce(0) { $0 + b[i * n + $1] * b[j * n + $1] }
              #expect(abs(sums[i * depth + j] - expected) < 1e-12)
            }
          }
        }
      }
    }
  }

  private func activated<Scalar: Real>(
    _ z: [Scalar], _ kind: kernel_activation, _ kernels: Kernels
  ) -> [Scalar] {
    let arena = Arena(scalarSize: kernels.scalarSize)
    let count = kernels.padded(z.count)
    let values = arena.scalars(count).bindMemory(to: Scalar.self, capacity: count)
    for (index, value) in z.enumerated() { values[index] = value }
    kernels.table.pointee.activate(Int32(kind.rawValue), 0.1, values, count, 1, count)
    return (0..<z.count).map { values[$0] }
  }

  private func place(_ values: [Double], in arena: Arena) -> UnsafeMutablePointer<Double> {
    let start = arena.scalars(values.count).bindMemory(to: Double.self, capacity: values.count)
    for (index, value) in values.enumerated() { start[index] = value }
    return start
  }
}
