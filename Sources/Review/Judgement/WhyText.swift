import Bots
public import Game
import Play
public import Solver
import Text

/// What is said of a judgement, the same on every front end.
extension Judgement {
    /// Why a move is marked, in one sentence of at most two lines of 76 columns; `nil` where it is not, or not known yet.
    public func sentence(at step: Int) -> String? {
        guard let why = acts[step].why else { return nil }
        let better = named(why.better, step)
        switch why {
        case .conceded:
            return "\(better) \(keeps(why.better, step)); conceding gave that up."
        case .left(let variant, let move, let ply, let toll):
            let price = positions[step].prospect(of: move).bits
            let left = quoted(cards.label(of: variant))
            switch toll {
            case .cost(let bits, let at):
                return
                    "\(better) (\(price)) would also have caught \(left); this left it, and it cost \(bits) at ply \(at)."
            case .match:
                return
                    "\(better) (\(price)) would also have caught \(left); this left it, and it ended the match at ply \(ply)."
            }
        case .drained(_, let answer, let ply):
            return
                "\(better) would have left drive enough for \(named(answer, step)), which the floor barred at ply \(ply)."
        case .cheaper(let move):
            let (less, more) = (positions[step].prospect(of: move).bits, played(step).bits)
            return "\(better) would have answered for \(less) where this cost \(more), and \(keeps(move, step))."
        case .cornered(let move, let horn, let kind):
            return "\(better) \(keeps(move, step)); this was left with \(named(horn, step)), \(kind.barred)."
        case .dearer(_, let bits?, let least):
            return "\(better) costs \(bits) to answer at the least, this \(least)."
        case .dearer(_, nil, let least):
            return "Nothing answers \(better); this can be answered for \(least)."
        case .better(let move):
            return "Best was \(better), which \(keeps(move, step))."
        }
    }

    /// What a move came to: `keeps a win, 15.85`, `lost, 18.20`, `lost at any price`.
    public func outcome(_ value: PositionValue, for side: Side) -> String {
        let price = Evaluation.Price(value).text
        switch value.winner {
        case side?: return value.isInfinite ? "wins at any price" : "keeps a win, \(price)"
        case nil: return "not proven, \(price)"
        default: return value.isInfinite ? "lost at any price" : "lost, \(price)"
        }
    }

    /// All cards of the match.
    private var cards: Ruleset { record.match.ruleset }

    private func played(_ step: Int) -> Prospect {
        positions[step].prospect(of: acts[step].move ?? .concede)
    }

    /// What a better move keeps.
    private func keeps(_ move: Move, _ step: Int) -> String {
        let side = acts[step].side
        guard let value = acts[step].ranking.first(where: { $0.move == move })?.value else { return "was better" }
        let price = Evaluation.Price(value).text
        if value.winner == side { return value.isInfinite ? "wins at any price" : "keeps a win at \(price) bits" }
        guard let after = values[step + 1] else { return "comes to \(price) bits" }
        let played = after.isInfinite ? "has no answer at any price" : "comes to \(Evaluation.Price(after).text)"
        return "comes to \(price) bits where this \(played)"
    }

    /// The card of a move with what it adds, where there is little room.
    private func named(_ move: Move, _ step: Int) -> String {
        let prospect = positions[step].prospect(of: move)
        let label = prospect.datum.map(cards.label) ?? prospect.divergence.map(cards.label)
        return quoted(label ?? cards.card(move)?.name.capitalizedFirst ?? "conceding")
    }

    private func quoted(_ text: String) -> String { "“\(text.clipped(44))”" }
}

extension Evaluation.Price {
    public init(_ value: PositionValue) {
        self.init(lower: value.lower, upper: value.upper, isInfinite: value.isInfinite)
    }
}

extension Verdict.Reason.Kind {
    /// What stood against what was left.
    fileprivate var barred: String {
        switch self {
        case .pivotalActFirst: "which comes too late"
        case .unnaturalConcept: "which is too unnatural"
        case .outOfProposals: "with no proposal left for it"
        default: "which is barred"
        }
    }
}

extension Judgement {
    /// What a step came to for whoever made it, in a few words: `blunder, a won game`, `mistake, 2.31 bits`.
    public func verdict(at step: Int) -> String {
        let act = acts[step]
        guard act.move != nil else {
            return change(at: step).map { "changes it by \($0 > .zero ? "+" : "")\($0)" } ?? "nobody's loss"
        }
        switch act.mark {
        case .blunder?: return act.move == .concede ? "blunder, a won game given up" : "blunder, a won game"
        case let mark?: return "\(mark.rawValue), \(act.loss.map { "\($0) bits" } ?? "")"
        case nil: return act.loss.map { $0 == .none ? "as good as any" : "loses \($0)" } ?? "not proven"
        }
    }
}
