/// The working memory of a search: sets of variants for each ply of the line, with the terms of each answer.
final class Frames {
    static let mostPlies = 1024

    /// The step and the fresh proposals that a reason is bound to.
    typealias Terms = (step: Int32, fresh: Int32)

    let plies: Int
    private let words: Int
    private let caughtSets: VariantSet
    private let divergenceReasons: VariantSet
    private let trainingReasons: VariantSet
    private let divergenceTerms: UnsafeMutablePointer<Terms>
    private let trainingTerms: UnsafeMutablePointer<Terms>

    init?(_ variants: Int, words: Int) {
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

    /// What the corpus has caught at a ply.
    @inline(__always)
    func caught(_ ply: Int) -> VariantSet { caughtSets + ply * words }

    /// Why the last answer at a ply with Divergence to move holds.
    @inline(__always)
    func divergenceReason(_ ply: Int) -> VariantSet { divergenceReasons + ply * words }

    /// Why the last answer at a ply with Training to move holds.
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

    /// Makes the corpus of the next ply that of this one and what a datum catches.
    @inline(__always)
    func extend(_ ply: Int, _ cover: VariantSet) {
        let old = caught(ply)
        let new = caught(ply + 1)
        for word in 0..<words { new[word] = old[word] | cover[word] }
    }
}
