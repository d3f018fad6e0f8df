import CHDF5
import CJPEG
import CPNG
import CZlib

/// The versions of the libraries that read data files.
public enum DataLibraries {
  /// Opened for this; nil if it is not installed.
  public static var hdf5: String? {
    var (major, minor, release): (UInt32, UInt32, UInt32) = (0, 0, 0)
    guard chdf5_version(&major, &minor, &release) != 0 else { return nil }
    return "\(major).\(minor).\(release)"
  }

  public static var png: String {
    let number = png_access_version_number()
    return "\(number / 10_000).\(number / 100 % 100).\(number % 100)"
  }

  /// That of its headers: the library does not say its own.
  public static var jpeg: String { String(cString: cjpeg_version()) }

  public static var zlib: String { String(cString: zlibVersion()) }
}
