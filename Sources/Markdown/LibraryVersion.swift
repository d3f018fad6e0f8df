import CCMarkGFM

/// The version of the parser that is linked.
public var libraryVersion: String { String(cString: cmark_version_string()) }
