/// What a search knows at each ply of the line that it is on: what the corpus has caught, and why the last answer holds.
final class SearchStack {
    static let mostPlies = 1024

    /// The step of the pivotal act and the number of fresh proposals to which a reason is bound.
    typealias Terms = (step: Int32, fresh: Int32)

    let plies: Int
    private let words: Int
    private let caughtSets: VariantSet
    private let divergenceReasons: VariantSet
    private let trainingReasons: VariantSet
    private let divergenceTerms: UnsafeMutablePointer<Terms>
    private let trainingTerms: UnsafeMutablePointer<Terms>

    init?(variants: Int, words: Int) {
        plies = min(variants + 2, Self.mostPlies)
        self.words = words
        guard let caught = Memory.zeroed(UInt64.self, plies * words),
            let divergence = Memory.zeroed(UInt64.self, plies * words),
            let training = Memory.zeroed(UInt64.self, plies * words)
        else { return nil }
        caughtSets = caught
        divergenceReasons = divergence
        trainingReasons = training
        divergenceTerms = .allocate(capacity: plies)
        divergenceTerms.initialize(repeating: (0, 0), count: plies)
        trainingTerms = .allocate(capacity: plies)
        trainingTerms.initialize(repeating: (0, 0), count: plies)
    }

    deinit {
        Memory.free(caughtSets)
        Memory.free(divergenceReasons)
        Memory.free(trainingReasons)
        divergenceTerms.deallocate()
        trainingTerms.deallocate()
    }

    /// What the corpus has caught.
    @inline(__always)
    func caught(_ ply: Int) -> VariantSet { caughtSets + ply * words }

    /// Why the last answer with Divergence to move holds.
    @inline(__always)
    func divergenceReason(_ ply: Int) -> VariantSet { divergenceReasons + ply * words }

    /// Why the last answer with Training to move holds.
    @inline(__always)
    func trainingReason(_ ply: Int) -> VariantSet { trainingReasons + ply * words }

    subscript(divergence ply: Int) -> Terms {
        @inline(__always) get { divergenceTerms[ply] }
        @inline(__always) set { divergenceTerms[ply] = newValue }
    }

    subscript(training ply: Int) -> Terms {
        @inline(__always) get { trainingTerms[ply] }
        @inline(__always) set { trainingTerms[ply] = newValue }
    }

    /// Makes what is caught at the next ply what is caught at this one, and what a datum catches.
    @inline(__always)
    func push(_ mask: VariantSet, at ply: Int) {
        let old = caught(ply)
        let new = caught(ply + 1)
        for word in 0..<words { new[word] = old[word] | mask[word] }
    }
}
