/// The library that multiplies matrices.
public enum BLASLibrary {
  /// Its version and the kernels it chose for this processor, opened for this; nil if it is not
  /// installed.
  public static var version: String? {
    BLAS.Library.shared.map { "\($0.version), kernels \($0.core)" }
  }
}
