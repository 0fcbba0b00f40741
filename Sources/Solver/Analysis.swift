public import Engine

/// Finds out what best play comes to from a position.
public struct Analysis {
    public let position: Position
    public var limits: SearchLimits
    public var cancellation: Cancellation
    /// Called now and then while a search runs, on its thread.
    public var progress: ((Progress) -> Void)?

    public init(
        of position: Position, limits: SearchLimits = SearchLimits(), cancellation: Cancellation = Cancellation(),
        progress: ((Progress) -> Void)? = nil
    ) {
        self.position = position
        self.limits = limits
        self.cancellation = cancellation
        self.progress = progress
    }

    /// Answers a question, as far as the limits allow.
    public func solution(to question: Question) -> Solution {
        var inquiry = Inquiry(position, limits, cancellation, progress)
        return inquiry.answer(question)
    }

    /// What each legal move leads to, in canonical order, `concede` last; as far as the limits allow.
    public func evaluations() -> [MoveEvaluation] {
        let prober = Prober(position, position.rules.mode, memory: limits.memory)
        var meter = Meter(limits, cancellation)
        return position.legalMoves.map { move in
            guard let next = try? position.playing(move) else { preconditionFailure("\(move) is not legal") }
            var bounds = Bounds()
            if move == .concede {
                bounds = position.sideToMove == .training ? .infinite : .nothing
            } else {
                _ = prober?.close(&bounds, of: next, &meter)
            }
            let total = bounds.total(paid: next.corpusStrain)
            return MoveEvaluation(
                move: move, lower: total.lower, upper: total.upper, isInfinite: bounds.isInfinite)
        }
    }
}
