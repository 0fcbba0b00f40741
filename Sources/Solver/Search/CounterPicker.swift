/// Picks Training's next counter: the most promising first, none that a refutation of an earlier one refutes too.
///
/// Two stacks shared by all plies of a line: counters to try, and refutations of counters already tried.
struct CounterPicker: ~Copyable {
    private var candidates: UnsafeMutablePointer<(index: Int32, merit: Int32)>
    private var candidateRoom = 1 << 12
    private(set) var candidateCount = 0
    private var refutations: UnsafeMutablePointer<Price>
    private var reasons: UnsafeMutablePointer<UInt64>
    private var refutationRoom = 64
    private(set) var refutationCount = 0
    private let words: Int
    private let drive: DriveTable

    init(_ graph: VariantGraph) {
        words = graph.words
        drive = graph.drive
        candidates = .allocate(capacity: candidateRoom)
        refutations = .allocate(capacity: refutationRoom)
        reasons = .allocate(capacity: refutationRoom * words)
    }

    deinit {
        candidates.deallocate()
        refutations.deallocate()
        reasons.deallocate()
    }

    /// Puts a counter among those from a place on, least merit first, equals in the order given.
    mutating func add(_ index: Int, merit: Int32, from start: Int) {
        if candidateCount == candidateRoom {
            candidates = Self.doubled(candidates, candidateRoom)
            candidateRoom *= 2
        }
        var place = candidateCount
        while place > start, candidates[place - 1].merit > merit {
            candidates[place] = candidates[place - 1]
            place -= 1
        }
        candidates[place] = (Int32(index), merit)
        candidateCount += 1
    }

    /// The counter at a place, by its index among those of its variant.
    func counter(_ place: Int) -> Int { Int(candidates[place].index) }

    /// Keeps a refutation in mind for the counters that are still to try.
    mutating func remember(_ reason: VariantSet, _ price: Price) {
        if refutationCount == refutationRoom {
            refutations = Self.doubled(refutations, refutationRoom)
            reasons = Self.doubled(reasons, refutationRoom * words)
            refutationRoom *= 2
        }
        (reasons + refutationCount * words).copy(reason, words: words)
        refutations[refutationCount] = price
        refutationCount += 1
    }

    /// A refutation from a place on that another counter leaves standing: its price and its reason.
    ///
    /// - Parameter mask: what that counter catches. `assets` are those before it.
    func refutation(
        from start: Int, leftBy mask: VariantSet, _ assets: VariantSet, above threshold: Price
    ) -> (price: Price, reason: VariantSet)? {
        for place in start..<refutationCount where refutations[place] > threshold {
            let reason = reasons + place * words
            guard reason.isDisjoint(with: mask, words: drive.words.lowerBound) else { continue }
            // The useful patterns that it needs gone are gone, or this takes them away too.
            guard drive.words.allSatisfy({ reason[$0] & assets[$0] & ~mask[$0] == 0 }) else { continue }
            return (refutations[place], reason)
        }
        return nil
    }

    /// Forgets what was added since the stacks were so long.
    mutating func reset(candidates: Int, refutations: Int) {
        candidateCount = candidates
        refutationCount = refutations
    }

    private static func doubled<Value>(_ old: UnsafeMutablePointer<Value>, _ count: Int) -> UnsafeMutablePointer<Value>
    {
        let new = UnsafeMutablePointer<Value>.allocate(capacity: count * 2)
        new.moveInitialize(from: old, count: count)
        old.deallocate()
        return new
    }
}
