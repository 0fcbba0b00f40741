public import Game

/// Why a move is marked, as the laws show it; every such claim can be checked.
public enum Why: Hashable, Sendable {
    /// Another move was best.
    case better(Move)

    init?(of step: Int, in judgement: Judgement) {
        guard judgement.acts[step].mark != nil, let best = judgement.acts[step].best else { return nil }
        self = .better(best.move)
    }
}
