/// What a search knows at each ply of the line that it is on: what the corpus has caught, and why the last answer holds.
final class SearchStack {
    static let mostPlies = 1024

    /// The step of the pivotal act and the number of fresh proposals to which a reason is bound.
    typealias Terms = (step: Int32, fresh: Int32)

    let plies: Int
    private let words: Int
    /// What is caught at each ply, then the reasons with Divergence to move, then those with Training to move.
    private let sets: VariantSet
    /// The terms of the reasons, in the same order.
    private let terms: UnsafeMutablePointer<Terms>

    init?(variants: Int, words: Int) {
        plies = min(variants + 2, Self.mostPlies)
        self.words = words
        guard let sets = Memory.zeroed(UInt64.self, 3 * plies * words) else { return nil }
        self.sets = sets
        terms = .allocate(capacity: 2 * plies)
        terms.initialize(repeating: (0, 0), count: 2 * plies)
    }

    deinit {
        Memory.free(sets)
        terms.deallocate()
    }

    /// What the corpus has caught.
    @inline(__always)
    func caught(_ ply: Int) -> VariantSet { sets + ply * words }

    /// Why the last answer with Divergence to move holds.
    @inline(__always)
    func divergenceReason(_ ply: Int) -> VariantSet { sets + (plies + ply) * words }

    /// Why the last answer with Training to move holds.
    @inline(__always)
    func trainingReason(_ ply: Int) -> VariantSet { sets + (2 * plies + ply) * words }

    subscript(divergence ply: Int) -> Terms {
        @inline(__always) get { terms[ply] }
        @inline(__always) set { terms[ply] = newValue }
    }

    subscript(training ply: Int) -> Terms {
        @inline(__always) get { terms[plies + ply] }
        @inline(__always) set { terms[plies + ply] = newValue }
    }

    /// Makes what is caught at the next ply what is caught at this one, and what a datum catches.
    @inline(__always)
    func push(_ mask: VariantSet, at ply: Int) {
        let old = caught(ply)
        let new = caught(ply + 1)
        for word in 0..<words { new[word] = old[word] | mask[word] }
    }
}
