internal import Game

/// A position as a search sees it; the corpus is kept by ply.
struct Node {
    var ply = 0
    /// The live variant.
    var live: Int
    /// Steps to spare before the pivotal act: with Divergence to move, those that the last whack leaves it, none where it can
    /// name nothing in time; with Training to move, those by which the live variant comes before.
    var time: Int32
    /// Fresh proposals left.
    var fresh: Int32

    /// - Returns: `nil` where what is live is not within the graph.
    init?(_ position: Position, in graph: VariantGraph) {
        guard let live = graph.number(of: position.live) else { return nil }
        self.live = live
        let step = position.sideToMove == .divergence ? position.soonest : position.horizon
        time = step.map { Int32(clamping: max(position.pivotalStep - $0, 0)) } ?? VariantGraph.unhurried
        fresh = Int32(clamping: position.proposalsLeft)
    }

    @inline(__always)
    func playing(_ variant: Int, isProposal: Bool, in graph: VariantGraph) -> Node {
        var next = self
        next.live = variant
        next.time = min(time, graph.margins[variant])
        if isProposal { next.fresh -= 1 }
        return next
    }

    /// What any counter leaves.
    @inline(__always)
    func countered(in graph: VariantGraph) -> Node {
        var next = self
        next.ply += 1
        next.time = graph.pushes == 0 ? VariantGraph.unhurried : max(time - graph.pushes, 0)
        return next
    }
}
