public import Game

/// What a round-robin has shown so far, whatever the order in which its games ended.
public struct Standings: Sendable {
    /// Two bots by place, the first the smaller, and the sides that the first takes.
    public struct Pairing: Hashable, Sendable {
        public let first: Int
        public let second: Int
        public let sides: [Side]
    }

    /// One bot's score against another.
    public struct Result: Sendable {
        public fileprivate(set) var tally: Tally
        /// Games that differ in set-up, sides or what happened in them.
        public var different: Int { seen.count }
        fileprivate var seen: Set<Line> = []
    }

    fileprivate struct Line: Hashable {
        let setup: Int
        let side: Side
        let acts: [Act]
    }

    public private(set) var results: [Pairing: Result] = [:]
    private var times: [Int: [Duration]] = [:]

    public init() {}

    public mutating func add(_ encounter: Encounter) {
        let meeting = encounter.meeting
        let pairing = Pairing(first: meeting.first, second: meeting.second, sides: meeting.sides)
        let isPaired = meeting.sides.count == 2
        results[pairing, default: Result(tally: Tally(isPaired: isPaired))].tally.add(encounter.points)
        for (side, acts) in zip(meeting.sides, encounter.acts) {
            results[pairing]?.seen.insert(Line(setup: meeting.setup, side: side, acts: acts))
        }
        let different = results[pairing]?.different
        results[pairing]?.tally.different = different
        times.merge(encounter.times, uniquingKeysWith: +)
    }

    /// The pairings that have games, in the order of the bots.
    public var pairings: [Pairing] {
        results.keys.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }

    /// A bot's score against all with whom it swaps sides; if there are none, against those it met on its one side.
    public func total(of bot: Int) -> Tally {
        let tallies = results.compactMap { pairing, result -> Tally? in
            if pairing.first == bot { return result.tally }
            return pairing.second == bot ? result.tally.opposite : nil
        }
        let isPaired = tallies.contains(where: \.isPaired)
        return tallies.filter { $0.isPaired == isPaired }
            .reduce(into: Tally(isPaired: isPaired)) { $0.add($1) }
    }

    /// The median of a bot's times for a move, and the longest; `nil` where it made none.
    public func time(of bot: Int) -> (median: Duration, longest: Duration)? {
        guard let sorted = times[bot]?.sorted(), let longest = sorted.last else { return nil }
        return (sorted[sorted.count / 2], longest)
    }
}
