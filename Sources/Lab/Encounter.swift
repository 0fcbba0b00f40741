public import Game

/// The games of one meeting, as they ended.
public struct Encounter: Sendable {
    public let meeting: RoundRobin.Meeting
    /// By game, the point that the first bot won: 0, ½ or 1.
    public private(set) var points: [Double] = []
    /// By game, all that its positions came from: moves, and what was disputed or coined between them.
    public private(set) var acts: [[Act]] = []
    /// How long the moves of each bot took, by its place.
    public private(set) var times: [Int: [Duration]] = [:]

    init(_ meeting: RoundRobin.Meeting) {
        self.meeting = meeting
    }

    /// What its games were played by.
    public func rules(of tournament: RoundRobin) -> Rules {
        tournament.setups[meeting.setup]
    }

    /// Takes in a game in which the first bot played a side.
    mutating func add(_ match: Match, _ durations: [Side: [Duration]], _ side: Side) {
        let winner = match.verdict?.winner
        points.append(winner.map { $0 == side ? 1 : 0 } ?? 0.5)
        acts.append(match.steps.filter { $0.made != nil || $0.act.settlement != nil }.map(\.act))
        times[meeting.first, default: []] += durations[side] ?? []
        times[meeting.second, default: []] += durations[side.opponent] ?? []
    }
}
