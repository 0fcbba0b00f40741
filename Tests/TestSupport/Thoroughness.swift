import Foundation

/// How much of a long suite to run: all of it with `CREDULITY_THOROUGH=1`, else the first tenth.
public enum Thoroughness {
    public static let isFull = ProcessInfo.processInfo.environment["CREDULITY_THOROUGH"] == "1"

    /// The seeds 1, 2, … of a suite that has `full` of them.
    public static func seeds(ofFull full: Int) -> [UInt64] {
        Array(1...UInt64(isFull ? full : full / 10))
    }
}
