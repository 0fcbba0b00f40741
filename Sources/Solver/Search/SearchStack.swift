/// What a search knows at each ply of the line that it is on: Training's assets, and why the last answer holds.
///
/// The assets are all of the corpus that the rest of the game depends on, put so that more of them is never worse for
/// Training: the variants that the corpus catches, and the useful patterns that it leaves.
final class SearchStack {
    static let mostPlies = 1024

    /// The steps to spare and the number of fresh proposals to which a reason is bound: the least of each for a refutation,
    /// the most for a defence.
    typealias Terms = (time: Int32, fresh: Int32)

    let plies: Int
    private let words: Int
    private let drive: DriveTable
    private let assetSets: VariantSet
    private let divergenceReasons: VariantSet
    private let trainingReasons: VariantSet
    private let divergenceTerms: UnsafeMutablePointer<Terms>
    private let trainingTerms: UnsafeMutablePointer<Terms>

    init?(_ graph: VariantGraph) {
        plies = min(graph.count + 2, Self.mostPlies)
        words = graph.words
        drive = graph.drive
        guard let assets = Memory.zeroed(UInt64.self, plies * words),
            let divergence = Memory.zeroed(UInt64.self, plies * words),
            let training = Memory.zeroed(UInt64.self, plies * words)
        else { return nil }
        assetSets = assets
        divergenceReasons = divergence
        trainingReasons = training
        divergenceTerms = .allocate(capacity: plies)
        divergenceTerms.initialize(repeating: (0, 0), count: plies)
        trainingTerms = .allocate(capacity: plies)
        trainingTerms.initialize(repeating: (0, 0), count: plies)
    }

    deinit {
        Memory.free(assetSets)
        Memory.free(divergenceReasons)
        Memory.free(trainingReasons)
        divergenceTerms.deallocate()
        trainingTerms.deallocate()
    }

    @inline(__always)
    func assets(_ ply: Int) -> VariantSet { assetSets + ply * words }

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

    /// Makes the assets of the next ply those of this one, with what a datum catches and without the useful it takes away.
    @inline(__always)
    func push(_ mask: VariantSet, at ply: Int) {
        let old = assets(ply)
        let new = assets(ply + 1)
        for word in 0..<drive.words.lowerBound { new[word] = old[word] | mask[word] }
        for word in drive.words { new[word] = old[word] & ~mask[word] }
    }
}
