/// The pieces of a path as a person types one. By bytes, as the system parts it: Foundation's own ways trap
/// on a name of one letter.
public enum PathName {
  private static let slash = UInt8(ascii: "/")
  private static let point = UInt8(ascii: ".")

  /// The folder a file lies in: `.` for a bare name, `/` for what lies at the root.
  public static func folder(of path: String) -> String {
    let bytes = trimmed(path)
    guard let last = bytes.lastIndex(of: slash) else { return "." }
    let folder = bytes[..<last]
    return folder.allSatisfy { $0 == slash } ? "/" : text(folder)
  }

  /// The last piece of a path: `iris.md` of `notebooks/iris.md`.
  public static func name(of path: String) -> String {
    let bytes = trimmed(path)
    return text(bytes.lastIndex(of: slash).map { bytes[($0 + 1)...] } ?? bytes[...])
  }

  /// What follows the last point of a file's name; empty where there is none, or nothing before it.
  public static func ending(of path: String) -> String {
    let name = Array(name(of: path).utf8)
    guard let last = name.lastIndex(of: point), last > 0 else { return "" }
    return text(name[(last + 1)...])
  }

  /// The path without the ending of its name and the point before that.
  public static func withoutEnding(_ path: String) -> String {
    let ending = ending(of: path)
    return ending.isEmpty ? path : text(Array(path.utf8).dropLast(ending.utf8.count + 1))
  }

  /// Without the slashes at its end, which part nothing.
  private static func trimmed(_ path: String) -> ArraySlice<UInt8> {
    var bytes = Array(path.utf8)[...]
    while bytes.count > 1, bytes.last == slash { bytes.removeLast() }
    return bytes
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
