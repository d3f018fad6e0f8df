import CHarfBuzz

/// The versions of the libraries that cut fonts down and pack them, opened for this; nil for one that is
/// not installed.
public enum FontLibraries {
  public static var harfBuzz: String? { harfbuzz_version().map { String(cString: $0) } }

  public static var brotli: String? {
    let number = brotli_version()
    return number == 0 ? nil : "\(number >> 24).\(number >> 12 & 0xFFF).\(number & 0xFFF)"
  }
}
