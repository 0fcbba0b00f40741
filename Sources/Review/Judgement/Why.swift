public import Game
import Play
import Solver

/// Why a move is marked, as the laws show it: every case is a claim that the rules and the match bear out.
public enum Why: Hashable, Sendable {
    /// Conceding: that move would have kept what was given up.
    case conceded(better: Move)
    /// A better datum would also have whacked what was named later, which this one left.
    case left(Divergence, better: Move, ply: Int, Toll)
    /// A better datum would have left enough drive for an answer that then was barred by that alone.
    case drained(better: Move, answer: Move, ply: Int)
    /// A better answer cost less.
    case cheaper(better: Move)
    /// The answer that came left nothing to say: this is what it was left with, and the limit that barred it.
    case cornered(better: Move, horn: Move, Verdict.Reason.Kind)
    /// A better claim costs more to answer: at least so many bits each; `nil` for the better one: it has no answer.
    case dearer(better: Move, Bits?, than: Bits)
    /// That move was better, and no more is said.
    case better(Move)

    /// What was to be paid for what a datum left.
    public enum Toll: Hashable, Sendable {
        /// The bits of the answer, and its ply.
        case cost(Bits, ply: Int)
        /// There was no answer, or none was given.
        case match
    }

    /// The move that was better.
    public var better: Move {
        switch self {
        case .conceded(let better), .cheaper(let better), .better(let better): better
        case .left(_, let better, _, _), .drained(let better, _, _): better
        case .cornered(let better, _, _), .dearer(let better, _, _): better
        }
    }
}

extension Why {
    /// The plainest reason that is there for a marked move; `nil` for one that is not marked, or without a better one.
    init?(of step: Int, in judgement: Judgement) {
        let search = WhySearch(step, judgement)
        guard judgement.acts[step].mark != nil, let best = search.better.first else { return nil }
        if judgement.acts[step].move == .concede {
            self = .conceded(better: best)
        } else {
            let found = judgement.acts[step].side == .training ? search.ofCounter : search.ofClaim
            self = found ?? .better(best)
        }
    }
}

/// Looks for what a marked move missed.
private struct WhySearch {
    private let judgement: Judgement
    private let step: Int
    private let position: Position
    private let made: Prospect
    /// The moves that would not have been marked there, the best first.
    let better: [Move]

    init(_ step: Int, _ judgement: Judgement) {
        self.judgement = judgement
        self.step = step
        position = judgement.positions[step]
        let act = judgement.acts[step]
        made = position.prospect(of: act.move ?? .concede)
        better = act.ranking.filter { $0.move != act.move && judgement.isGood($0, at: step) }.map(\.move)
    }

    private var prospects: [Prospect] { better.map { position.prospect(of: $0) } }

    // Of an answer of Training's.

    var ofCounter: Why? { drained ?? left ?? cheaper }

    private var left: Why? {
        guard let own = made.datum else { return nil }
        // Those of the end know every card that came to be named.
        let rules = judgement.record.match.rules
        for prospect in prospects {
            guard let datum = prospect.datum else { continue }
            for later in judgement.acts.indices where later > step {
                guard let named = judgement.named(at: later), rules.whacks(datum, named),
                    !rules.whacks(own, named)
                else { continue }
                guard let toll = judgement.toll(after: later) else { continue }
                return .left(named, better: prospect.move, ply: judgement.ply(of: later), toll)
            }
        }
        return nil
    }

    /// Looks at the end, where Training had no answer.
    private var drained: Why? {
        let end = judgement.record.position
        guard let own = made.datum, end.sideToMove == .training, end.rules === position.rules, !end.isStopped,
            !end.canGoOn, let index = end.corpus.firstIndex(of: own)
        else { return nil }
        for barred in end.prospects where barred.obstacle == nil && barred.breaks == .drive {
            guard let answer = barred.datum else { continue }
            for prospect in prospects {
                guard let datum = prospect.datum,
                    end.corpusStrain - made.bits + prospect.bits + barred.bits <= end.limit(of: .training)
                else { continue }
                var corpus = end.corpus
                corpus[index] = datum
                if end.rules.leavesDrive(corpus + [answer]) {
                    return .drained(better: prospect.move, answer: barred.move, ply: end.ply + 1)
                }
            }
        }
        return nil
    }

    private var cheaper: Why? {
        prospects.first { $0.bits < made.bits }.map { .cheaper(better: $0.move) }
    }

    // Of a claim of Divergence's.

    var ofClaim: Why? { cornered ?? dearer }

    private var cornered: Why? {
        let end = judgement.record.position
        guard let better = better.first, end.ply == position.ply + 2, end.sideToMove == .divergence,
            end.rules === position.rules, let reason = end.verdict?.reasons.first, let horn = reason.forced
        else { return nil }
        return .cornered(better: better, horn: horn.move, reason.kind)
    }

    private var dearer: Why? {
        guard let toll = position.toll(of: made) else { return nil }
        for prospect in prospects {
            guard let other = position.toll(of: prospect) else {
                return .dearer(better: prospect.move, nil, than: toll)
            }
            if other > toll { return .dearer(better: prospect.move, other, than: toll) }
        }
        return nil
    }
}

extension Judgement {
    /// The number of the move that a step made.
    public func ply(of step: Int) -> Int { positions[step].ply + 1 }

    /// Whether a move would not have been marked.
    func isGood(_ other: RankedMove, at step: Int) -> Bool {
        let side = acts[step].side
        guard other.move != .concede, let best = acts[step].best, let before = values[step] else { return false }
        let loss = Loss(side, from: best.value, to: other.value)
        // Without a loss that is proven it may be as bad.
        return loss != nil
            && Mark(side, winners: (before.winner, other.value.winner), loss: loss, thresholds) == nil
    }

    /// The divergence that a move of Divergence made live; `nil` where there was none, or it was not to stand.
    fileprivate func named(at step: Int) -> Divergence? {
        guard acts[step].side == .divergence, let move = acts[step].move,
            record.match.plies.contains(where: { $0.step == record.told[step] })
        else { return nil }
        return positions[step].prospect(of: move).divergence
    }

    /// What answering the divergence named at a step cost; `nil` where the match was left there.
    fileprivate func toll(after step: Int) -> Why.Toll? {
        let ply = ply(of: step)
        guard record.match.plies.indices.contains(ply) else {
            return record.verdict?.winner == .divergence && !record.position.isAdjudicated ? .match : nil
        }
        let answer = record.match.plies[ply]
        return answer.move == .concede ? .match : .cost(answer.before.prospect(of: answer.move).bits, ply: ply + 1)
    }
}

extension Rules {
    /// Whether data leave enough of what makes the AI useful.
    fileprivate func leavesDrive(_ corpus: [Datum]) -> Bool {
        let left = drive.useful.filter { useful in !corpus.contains { useful.isTakenAway(by: evidence(in: $0)) } }
        return drive.allows(left.reduce(0) { $0 + $1.weight })
    }
}
