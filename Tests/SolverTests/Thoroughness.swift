import Foundation

/// How much of a long suite to run: all of it with `CREDULITY_THOROUGH=1`, else the first tenth.
enum Thoroughness {
    static let isFull = ProcessInfo.processInfo.environment["CREDULITY_THOROUGH"] == "1"

    /// The seeds 1, 2, … of a suite that has `full` of them.
    static func seeds(ofFull full: Int) -> [UInt64] {
        Array(1...UInt64(isFull ? full : full / 10))
    }
}
