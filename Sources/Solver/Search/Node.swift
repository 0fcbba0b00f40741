internal import Game

/// A position as a search sees it; the corpus is kept by ply.
struct Node {
    var ply = 0
    /// The live variant.
    var live: Int
    /// When the pivotal act comes.
    var step: Int32
    /// Fresh proposals left.
    var fresh: Int32

    /// - Returns: `nil` where what is live is not within the graph.
    init?(_ position: Position, in graph: VariantGraph) {
        guard let live = graph.number(of: position.live) else { return nil }
        self.live = live
        step = Int32(clamping: position.pivotalStep)
        fresh = Int32(clamping: position.proposalsLeft)
    }

    @inline(__always)
    func playing(_ variant: Int, isProposal: Bool) -> Node {
        var next = self
        next.live = variant
        if isProposal { next.fresh -= 1 }
        return next
    }

    @inline(__always)
    func playing(_ counter: Counter) -> Node {
        var next = self
        next.ply += 1
        next.step += counter.hobbles
        return next
    }
}
