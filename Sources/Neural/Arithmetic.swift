import COpenBLAS
import Glibc

/// In what way this machine computes, as far as the last digits of a result depend on it.
public enum Arithmetic {
  /// The kernels chosen for this processor and what decides about the library's, which is not opened
  /// for this: `avx512, SKYLAKEX`.
  public static var name: String {
    let own = Kernels.best(for: Double.self).name
    let library = openblas_runs_skylakex() != 0 ? "SKYLAKEX" : "as the library chooses"
    let setting = getenv("OPENBLAS_CORETYPE").map { String(cString: $0) }
    return "\(own), \(setting ?? library)"
  }
}
