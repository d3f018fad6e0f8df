import Glibc

/// The SHA-256 hash, FIPS 180-4, 6.2.
///
/// Our own because it is used for one thing, comparing a file with a known hash; the common library
/// would take longer to build than the rest of the project.
public struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private var pending = [UInt8]()
  private var byteCount: UInt64 = 0
  private static let blockSize = 64

  public init() {}

  /// The first 32 bits of the fractions of the cube roots of the first 64 primes (4.2.2).
  private static let constants: [UInt32] = primes(64).map { prime in
    // The fraction of the cube root, exactly: the largest r with r³ ≤ p·2⁹⁶, less its whole part.
    var low: UInt64 = 0
    var high: UInt64 = 8 << 32
    while high - low > 1 {
      let middle = (low + high) / 2
      if isCube(middle, atMost: prime) { low = middle } else { high = middle }
    }
    return UInt32(truncatingIfNeeded: low)
  }

  private static func primes(_ count: Int) -> [UInt64] {
    var found = [UInt64]()
    var candidate: UInt64 = 2
    while found.count < count {
      if !found.contains(where: { candidate.isMultiple(of: $0) }) { found.append(candidate) }
      candidate += 1
    }
    return found
  }

  /// Whether root³ ≤ prime · 2⁹⁶, for root below 2³⁵.
  private static func isCube(_ root: UInt64, atMost prime: UInt64) -> Bool {
    let square = root.multipliedFullWidth(by: root)
    let low = square.low.multipliedFullWidth(by: root)
    let (high, carry) = (square.high * root).addingReportingOverflow(low.high)
    precondition(!carry, "a root below 2³⁵ has a cube below 2¹⁰⁵")
    let bound = prime << 32  // prime · 2⁹⁶ in words of 64 bits: this, then 0
    return high < bound || (high == bound && low.low == 0)
  }

  public mutating func update(_ bytes: some Collection<UInt8>) {
    byteCount += UInt64(bytes.count)
    pending += bytes
    guard pending.count >= Self.blockSize else { return }
    let whole = pending.count / Self.blockSize * Self.blockSize
    pending.withUnsafeBufferPointer { buffer in
      for start in stride(from: 0, to: whole, by: Self.blockSize) {
        // start + 64 ≤ whole ≤ buffer.count
        compress(UnsafeBufferPointer(rebasing: buffer[start..<start + Self.blockSize]))
      }
    }
    pending.removeFirst(whole)
  }

  /// The hash of everything so far, in hexadecimal.
  public consuming func hexDigest() -> String {
    let bitCount = byteCount * 8
    let padding = (Self.blockSize + 55 - Int(byteCount % 64)) % Self.blockSize
    update([0x80] + [UInt8](repeating: 0, count: padding))
    update((0..<8).map { UInt8(truncatingIfNeeded: bitCount >> (56 - 8 * $0)) })
    return state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  public static func hexDigest(of bytes: some Collection<UInt8>) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.hexDigest()
  }

  /// The hash of a file's bytes as they lie on the disk, a megabyte at a time.
  public static func hexDigest(ofFile path: String) throws(DatasetError) -> String {
    let descriptor = try InputFile.open(path).descriptor
    guard let file = fdopen(descriptor, "rb") else {
      close(descriptor)
      throw DatasetError(
        .unreadable, "cannot be opened: \(InputFile.reason(errno))", file: path)
    }
    defer { fclose(file) }
    var hash = SHA256()
    let size = 1 << 20
    while true {
      let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
        filled = fread(buffer.baseAddress, 1, size, file)
      }
      if chunk.isEmpty { break }
      hash.update(chunk)
    }
    guard ferror(file) == 0 else {
      throw DatasetError(.unreadable, InputFile.reason(errno), file: path)
    }
    return hash.hexDigest()
  }

  private mutating func compress(_ block: UnsafeBufferPointer<UInt8>) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { w in
      for t in 0..<16 {
        w[t] =
          UInt32(block[4 * t]) << 24 | UInt32(block[4 * t + 1]) << 16
          | UInt32(block[4 * t + 2]) << 8 | UInt32(block[4 * t + 3])
      }
      for t in 16..<64 {
        let early = w[t - 15]
        let late = w[t - 2]
        let s0 = rotate(early, 7) ^ rotate(early, 18) ^ early >> 3
        let s1 = rotate(late, 17) ^ rotate(late, 19) ^ late >> 10
        w[t] = w[t - 16] &+ s0 &+ w[t - 7] &+ s1
      }
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      var (e, f, g, h) = (state[4], state[5], state[6], state[7])
      Self.constants.withUnsafeBufferPointer { k in
        for t in 0..<64 {
          let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
          let t1 = h &+ s1 &+ ((e & f) ^ (~e & g)) &+ k[t] &+ w[t]
          let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
          let t2 = s0 &+ ((a & b) ^ (a & c) ^ (b & c))
          (h, g, f, e, d, c, b, a) = (g, f, e, d &+ t1, c, b, a, t1 &+ t2)
        }
      }
      for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
    }
  }

  private func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }
}
