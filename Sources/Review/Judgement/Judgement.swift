public import Game
public import Play
public import Solver

/// What every step of a match came to, as far as it was worked out: evaluations, losses, marks, and why.
public struct Judgement: Sendable {
    public let record: MatchRecord
    public let thresholds: Thresholds
    /// Where the match stood before each thing that is told of it, and at the end of the last.
    public let positions: [Position]
    /// What those came to by the numbers, cards and limit in force there; `nil` until it is worked out.
    public internal(set) var values: [PositionValue?]
    /// The same with ordinary data alone, in easy mode as long as no datum was deliberate.
    public internal(set) var hardValues: [PositionValue?]
    /// What is told, in order.
    public internal(set) var acts: [JudgedAct]
    /// Whether there is nothing more to come.
    public internal(set) var isFinished = false

    /// Nothing is worked out yet.
    public init(_ record: MatchRecord, _ thresholds: Thresholds = Thresholds()) {
        self.record = record
        self.thresholds = thresholds
        let told = record.told
        let positions =
            told.map { record.position(before: $0) }
            + [told.last.map { record.match.steps[$0].position } ?? record.match.start]
        self.positions = positions
        acts = told.indices.map { JudgedAct(record.match.steps[told[$0]], in: positions[$0]) }
        values = positions.map { _ in nil }
        hardValues = values
    }

    /// By how much an act changed the evaluation: bits that Training ends with more, or fewer; `nil` where either is not
    /// finite, or not proven.
    public func change(at step: Int) -> Bits? {
        guard let before = values[step]?.finite, let after = values[step + 1]?.finite else { return nil }
        return after - before
    }

    /// The side that had lost at the start, and all the way; `nil` where there is none, or that is not proven.
    public var lostThroughout: Side? {
        let winners = values.map { $0?.winner }
        guard let winner = winners.first ?? nil, winners.allSatisfy({ $0 == winner }) else { return nil }
        return winner.opponent
    }

    /// How accurately a side played; `nil` where it had no choice, or a loss is not proven.
    public func accuracy(of side: Side) -> Accuracy? {
        let moves = acts.filter { $0.side == side && $0.isChoice }
        let losses = moves.compactMap(\.loss)
        return losses.count == moves.count ? Accuracy(losses) : nil
    }

    /// The steps that are marked.
    public var marked: [Int] { acts.indices.filter { acts[$0].mark != nil } }

    /// Takes in what two neighbouring positions came to.
    mutating func judge(_ step: Int) {
        guard acts[step].move != nil, let before = values[step], let after = values[step + 1] else { return }
        let side = acts[step].side
        acts[step].loss = Loss(side, from: before, to: after)
        let isHard = hardValues[step]?.winner == .training && hardValues[step + 1]?.winner == .training
        acts[step].mark = Mark(
            side, winners: (before.winner, after.winner), loss: acts[step].loss,
            keepsHardWin: side == .training && isHard, thresholds)
    }
}

extension JudgedAct {
    fileprivate init(_ step: Match.Step, in position: Position) {
        side = position.sideToMove
        if case .move(let move) = step.act { self.move = move } else { move = nil }
        let legal = position.legalProspects.count
        choices = move == .concede ? legal + 1 : legal
    }
}
