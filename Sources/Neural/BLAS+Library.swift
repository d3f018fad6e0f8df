import COpenBLAS
import Glibc

extension BLAS {
  /// OpenBLAS, opened the first time a large product is asked for.
  ///
  /// Opened late rather than linked, for two reasons: a command that never multiplies does not pay
  /// for it, and the kernels must be chosen before the library starts. OpenBLAS 0.3.21 does not
  /// know processors newer than itself and takes its Haswell kernels there, half as fast as its
  /// AVX-512 ones.
  struct Library: @unchecked Sendable {
    let sgemm: openblas_sgemm
    let dgemm: openblas_dgemm
    let sgemv: openblas_sgemv
    let dgemv: openblas_dgemv
    /// The kernels in use, in the library's own word: `SkylakeX`, `Haswell`.
    let core: String
    let version: String

    /// Nil where the library is not installed; products then take the plain loops.
    static let shared: Library? = open()

    private static func open() -> Library? {
      // A setting of the user's own is kept: `setenv` with 0 does not overwrite.
      if openblas_runs_skylakex() != 0 { setenv("OPENBLAS_CORETYPE", "SKYLAKEX", 0) }
      // One thread: a product must not depend on how many notebooks run beside it (`--jobs`), and
      // the library would otherwise start one spinning thread per core when it is opened.
      setenv("OPENBLAS_NUM_THREADS", "1", 0)
      guard let handle = dlopen("libopenblas.so.0", RTLD_NOW | RTLD_LOCAL) else { return nil }
      guard
        let sgemm = dlsym(handle, "cblas_sgemm"), let dgemm = dlsym(handle, "cblas_dgemm"),
        let sgemv = dlsym(handle, "cblas_sgemv"), let dgemv = dlsym(handle, "cblas_dgemv")
      else {
        dlclose(handle)
        return nil
      }
      // The C types of these four symbols are fixed by the CBLAS standard; the handle is never
      // closed, so they stay valid.
      return Library(
        sgemm: unsafeBitCast(sgemm, to: openblas_sgemm.self),
        dgemm: unsafeBitCast(dgemm, to: openblas_dgemm.self),
        sgemv: unsafeBitCast(sgemv, to: openblas_sgemv.self),
        dgemv: unsafeBitCast(dgemv, to: openblas_dgemv.self),
        core: word(handle, "openblas_get_corename") ?? "unnamed",
        version: version(handle))
    }

    /// What a function without arguments says of the library.
    private static func word(_ handle: UnsafeMutableRawPointer, _ name: String) -> String? {
      guard let symbol = dlsym(handle, name),
        let word = unsafeBitCast(symbol, to: openblas_get_word.self)()
      else { return nil }
      return String(cString: word)
    }

    /// The second word of `OpenBLAS 0.3.21 DYNAMIC_ARCH …`.
    private static func version(_ handle: UnsafeMutableRawPointer) -> String {
      let words = word(handle, "openblas_get_config")?.split(separator: " ") ?? []
      return words.count > 1 ? String(words[1]) : "of unknown version"
    }
  }
}
