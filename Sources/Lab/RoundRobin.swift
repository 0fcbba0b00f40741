public import Bots
import Dispatch
public import Game
import Play
public import Solver
import Synchronization

/// A tournament in which every bot meets every other in every set-up, on either side where both can.
public struct RoundRobin: Sendable {
    /// What is played: a ruleset under a profile, in a mode.
    public let setups: [Rules]
    public let bots: [any Bot]
    /// Seeds for each pairing in each set-up.
    public let games: Int
    public let seed: UInt64
    /// The ruleset as its file has it.
    public let ruleset: Ruleset

    public init(of bots: [any Bot], in setups: [Rules], ruleset: Ruleset, games: Int, seed: UInt64) {
        self.bots = bots
        self.setups = setups
        self.ruleset = ruleset
        self.games = games
        self.seed = seed
    }

    /// Two bots, by place, the sides that the first takes, and what they play for.
    public struct Meeting: Hashable, Sendable {
        public let first: Int
        public let second: Int
        /// Both sides for a pair with sides swapped.
        public let sides: [Side]
        let setup: Int
        let seed: UInt64
    }

    /// Every meeting, all pairings and set-ups once before any twice.
    public var meetings: [Meeting] {
        var random = SplitMix64(seed: seed)
        return (0..<games).flatMap { _ in
            setups.indices.flatMap { setup in
                let seed = random.next()
                return pairings.map { Meeting(first: $0, second: $1, sides: $2, setup: setup, seed: seed) }
            }
        }
    }

    /// Pairs of bots that can meet, and the sides that the first can take.
    private var pairings: [(Int, Int, [Side])] {
        bots.indices.flatMap { first in
            bots.indices.dropFirst(first + 1).compactMap { second in
                let sides = bots[first].sides.filter { bots[second].sides.contains($0.opponent) }
                return sides.isEmpty ? nil : (first, second, Side.allCases.filter(sides.contains))
            }
        }
    }

    /// Plays the games of a meeting.
    ///
    /// - Returns: `nil` when it was cancelled before the end.
    public func play(_ meeting: Meeting, cancellation: Cancellation = Cancellation()) -> Encounter? {
        var encounter = Encounter(meeting)
        for side in meeting.sides {
            let seats = side == .divergence ? (meeting.first, meeting.second) : (meeting.second, meeting.first)
            let players = BySide(divergence: bots[seats.0], training: bots[seats.1])
            guard let (match, times) = play(meeting, players, cancellation) else { return nil }
            encounter.add(match, times, side)
        }
        return encounter
    }

    /// A game that was played to its end, and how long each move took.
    private func play(
        _ meeting: Meeting, _ seats: BySide<any Bot>, _ cancellation: Cancellation
    ) -> (Match, times: [Side: [Duration]])? {
        let clock = ContinuousClock()
        var times: [Side: [Duration]] = [:]
        do {
            var session = Session(try record(of: meeting, seats))
            while let side = session.awaited {
                let start = clock.now
                let answer = session.answer(
                    by: seats[side], against: seats[side.opponent], cancellation: cancellation)
                times[side, default: []].append(clock.now - start)
                if cancellation.isCancelled { return nil }
                try session.apply(answer.entries)
            }
            return (session.match, times)
        } catch {
            preconditionFailure(
                "\(seats.divergence.name) against \(seats.training.name), seed \(meeting.seed): \(error)")
        }
    }

    private func record(of meeting: Meeting, _ seats: BySide<any Bot>) throws(RecordError) -> MatchRecord {
        let rules = setups[meeting.setup]
        func player(_ bot: any Bot) -> Player { Player(name: bot.title, seat: "bot:\(bot.name)") }
        let setup = Setup(
            ruleset: ruleset, profile: rules.ruleset.profile?.identifier, mode: rules.mode,
            players: Players(divergence: player(seats.divergence), training: player(seats.training)))
        return try setup.record(date: "", id: "", hash: "", seed: meeting.seed)
    }
}

extension RoundRobin {
    /// Plays every meeting, several at a time.
    ///
    /// - Parameters:
    ///   - cancellation: stops it early; games that are not over then do not count.
    ///   - progress: called after each meeting with how many are over, one call at a time, on any thread.
    public func run(
        threads: Int, cancellation: Cancellation = Cancellation(),
        progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) -> Standings {
        let meetings = self.meetings
        let next = Atomic(0)
        let standings = Mutex((Standings(), over: 0))
        DispatchQueue.concurrentPerform(iterations: max(threads, 1)) { _ in
            while !cancellation.isCancelled {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < meetings.count else { return }
                guard let encounter = play(meetings[index], cancellation: cancellation) else { return }
                standings.withLock {
                    $0.0.add(encounter)
                    $0.over += 1
                    progress($0.over)
                }
            }
        }
        return standings.withLock { $0.0 }
    }
}
