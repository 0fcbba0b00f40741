/// Two stacks shared by all plies of a line: counters to try, and refutations of counters already tried.
struct Tried: ~Copyable {
    struct Refutation {
        var bound: Int32
        var step: Int32
    }

    private var candidates: UnsafeMutablePointer<(option: Int32, merit: Int32)>
    private var candidateRoom = 1 << 12
    private(set) var candidateCount = 0
    private var refutations: UnsafeMutablePointer<Refutation>
    private var reasons: UnsafeMutablePointer<UInt64>
    private var refutationRoom = 64
    private(set) var refutationCount = 0
    private let words: Int

    init(words: Int) {
        self.words = words
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
    mutating func add(_ option: Int32, merit: Int32, from start: Int) {
        if candidateCount == candidateRoom {
            candidates = Self.doubled(candidates, candidateRoom)
            candidateRoom *= 2
        }
        var place = candidateCount
        while place > start, candidates[place - 1].merit > merit {
            candidates[place] = candidates[place - 1]
            place -= 1
        }
        candidates[place] = (option, merit)
        candidateCount += 1
    }

    func option(_ place: Int) -> Int { Int(candidates[place].option) }

    /// Keeps a refutation in mind for the counters that are still to try.
    mutating func remember(_ reason: VariantSet, bound: Int32, step: Int32) {
        if refutationCount == refutationRoom {
            refutations = Self.doubled(refutations, refutationRoom)
            reasons = Self.doubled(reasons, refutationRoom * words)
            refutationRoom *= 2
        }
        (reasons + refutationCount * words).copy(reason, words: words)
        refutations[refutationCount] = Refutation(bound: bound, step: step)
        refutationCount += 1
    }

    /// A refutation from a place on that a counter leaves standing.
    func refutation(from start: Int, leftBy cover: VariantSet, step: Int32, above threshold: Int32) -> Refutation? {
        for place in start..<refutationCount {
            let known = refutations[place]
            guard known.bound > threshold, known.step <= step,
                (reasons + place * words).isDisjoint(with: cover, words: words)
            else { continue }
            return known
        }
        return nil
    }

    /// Forgets what was added since.
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
