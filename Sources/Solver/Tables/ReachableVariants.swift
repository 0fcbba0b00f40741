internal import Game

/// The divergences that can be live after a position, found by following every move of Divergence.
///
/// Left out is what the corpus has caught, what strains too much and what comes too late of itself; how far whacks push it
/// out depends on the way to it, and is for the search to say.
struct ReachableVariants {
    private(set) var variants: [Divergence] = []
    private(set) var numbers: [Divergence: UInt16] = [:]
    /// By variant, the steps by which it comes before the pivotal act if nothing pushes it out.
    private(set) var margins: [Int32] = []
    /// By variant, what may follow it, in canonical order.
    private(set) var moves: [[UInt16]] = []
    /// The patterns that may be freshly proposed, in canonical order.
    private(set) var proposals: [UInt16] = []

    private let position: Position

    /// - Returns: `nil` where there are more than `VariantGraph.mostVariants`, or it was cancelled.
    init?(_ position: Position, unless cancellation: Cancellation) {
        self.position = position
        if let live = position.live {
            // It stands as it is, whatever a ruling has made of its strain since.
            add(live, horizon: position.rules.horizon(of: live) ?? 0)
        }
        let named = position.namedMoves(of: .divergence, isLive: true).filter { $0 != .concede }
        if position.proposalsLeft > 0 {
            proposals = named.filter { $0.kind == .propose }.compactMap { number(after: $0, from: nil) }
        }
        let answers = named.filter { $0.kind != .propose }
        while moves.count < variants.count {
            guard variants.count <= VariantGraph.mostVariants, !cancellation.isCancelled else { return nil }
            let live = variants[moves.count]
            moves.append(answers.compactMap { number(after: $0, from: live) })
        }
    }

    private mutating func add(_ divergence: Divergence, horizon: Int) {
        numbers[divergence] = UInt16(truncatingIfNeeded: variants.count)
        variants.append(divergence)
        margins.append(Int32(clamping: position.pivotalStep - horizon))
    }

    /// The number of what a move leads to, new or known; `nil` where it can never be played.
    private mutating func number(after move: Move, from live: Divergence?) -> UInt16? {
        guard let divergence = try? position.divergence(after: move, from: live) else { return nil }
        if let known = numbers[divergence] { return known }
        let prospect = position.prospect(of: move, reaching: divergence)
        guard prospect.obstacle == nil, !prospect.breaks.contains(.naturalness),
            let horizon = position.rules.horizon(of: divergence), horizon < position.pivotalStep
        else { return nil }
        add(divergence, horizon: horizon)
        return numbers[divergence]
    }
}
