import Game

/// Rulesets that were read from match files, by the very bytes in which they stood there and what these amount to.
struct KnownRulesets {
    private var known: [String: (line: [UInt8], ruleset: Ruleset)] = [:]

    /// The ruleset of a line; `nil` where that line was not read before with this fingerprint.
    func ruleset(_ line: ArraySlice<UInt8>, _ hash: String) -> Ruleset? {
        guard let found = known[hash], found.line[...] == line else { return nil }
        return found.ruleset
    }

    /// - Precondition: the line was read as this ruleset, whose fingerprint that is.
    mutating func add(_ ruleset: Ruleset, _ line: ArraySlice<UInt8>, _ hash: String) {
        known[hash] = (Array(line), ruleset)
    }
}
