/// The live state of a run: what every cell has made so far.
public struct Session {
}
