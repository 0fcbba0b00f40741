/// A bound of what countering one variant costs, and what it rests on.
struct LearnedBound {
    enum Kind: Int {
        /// A lower bound.
        case refutation
        /// An upper bound.
        case defence
    }

    /// Where the members of its reason begin in the pool.
    var start: Int32
    var count: UInt16
    /// The member that last stood in its way, asked first.
    var watch: UInt16
    /// What is still to pay, at least (refutation) or at most (defence).
    var price: Price
    /// The fewest steps to spare for which it holds (refutation), or the most (defence).
    var time: Int32
    /// The fewest fresh proposals left for which it holds (refutation), or the most (defence).
    var fresh: Int32
}

/// What a search remembers, in the place of a transposition table: bounds of what countering each variant costs, each with
/// no more of the position than its reason.
///
/// A refutation is a lower bound: while Training has none of these assets, and Divergence no less time, Training pays at
/// least so much. A defence is an upper bound: once Training has all of these, and Divergence no more time, Training pays at
/// most so much. Both hold in every position that meets them, so that one bound answers for many positions, and no hash can
/// mislead.
struct LearnedBounds: ~Copyable {
    private let capacity: Int
    private let lists: UnsafeMutablePointer<LearnedBound>
    private let counts: UnsafeMutablePointer<Int32>
    private let variants: Int
    private var pool: UnsafeMutablePointer<UInt16>
    private var spare: UnsafeMutablePointer<UInt16>
    private let poolSize: Int
    private var used = 0
    /// Bytes in use.
    let bytes: Int

    /// - Returns: `nil` where the machine has not so much memory.
    init?(variants: Int, bytes: Int) {
        self.variants = max(variants, 1)
        let perVariant = bytes / 2 / (2 * self.variants * MemoryLayout<LearnedBound>.stride)
        capacity = min(max(perVariant, 4), Self.mostBounds)
        let listBytes = 2 * self.variants * capacity * MemoryLayout<LearnedBound>.stride
        poolSize = min(max((bytes - listBytes) / 4, 1 << 12), 1 << 30)
        self.bytes = listBytes + 4 * poolSize
        guard let lists = Memory.zeroed(LearnedBound.self, 2 * self.variants * capacity),
            let counts = Memory.zeroed(Int32.self, 2 * self.variants),
            let pool = Memory.zeroed(UInt16.self, poolSize),
            let spare = Memory.zeroed(UInt16.self, poolSize)
        else { return nil }
        self.lists = lists
        self.counts = counts
        self.pool = pool
        self.spare = spare
    }

    /// Bounds kept of each kind for each variant; more of them take longer to look through than they save.
    static let mostBounds = 192

    deinit {
        Memory.free(lists)
        Memory.free(counts)
        Memory.free(pool)
        Memory.free(spare)
    }

    /// The assets that a bound rests on.
    @inline(__always)
    func reason(_ bound: LearnedBound) -> UnsafeBufferPointer<UInt16> {
        UnsafeBufferPointer(start: pool + Int(bound.start), count: Int(bound.count))
    }

    /// A refutation by which Training pays more than a threshold against the live variant.
    @inline(__always)
    func refutation(at node: Node, _ assets: VariantSet, above threshold: Price) -> LearnedBound? {
        let list = lists + node.live * capacity
        for index in 0..<Int(counts[node.live]) {
            let bound = list[index]
            guard bound.price > threshold, !assets.has(Int(bound.watch)), bound.time <= node.time,
                bound.fresh <= node.fresh
            else { continue }
            if let obstacle = obstacle(to: bound, assets, asHad: false) {
                list[index].watch = obstacle
                continue
            }
            promote(list, index)
            return bound
        }
        return nil
    }

    /// A defence by which Training pays at most a threshold against the live variant.
    @inline(__always)
    func defence(at node: Node, _ assets: VariantSet, within threshold: Price) -> LearnedBound? {
        let list = lists + (variants + node.live) * capacity
        for index in 0..<Int(counts[variants + node.live]) {
            let bound = list[index]
            guard bound.price <= threshold, assets.has(Int(bound.watch)) || bound.count == 0,
                bound.time >= node.time, bound.fresh >= node.fresh
            else { continue }
            if let obstacle = obstacle(to: bound, assets, asHad: true) {
                list[index].watch = obstacle
                continue
            }
            promote(list, index)
            return bound
        }
        return nil
    }

    /// A member of a reason that is not as the bound needs it.
    @inline(__always)
    private func obstacle(to bound: LearnedBound, _ assets: VariantSet, asHad: Bool) -> UInt16? {
        let numbers = pool + Int(bound.start)
        for index in 0..<Int(bound.count) where assets.has(Int(numbers[index])) != asHad { return numbers[index] }
        return nil
    }

    /// Moves a bound that helped nearer to the front of its list.
    @inline(__always)
    private func promote(_ list: UnsafeMutablePointer<LearnedBound>, _ index: Int) {
        let bound = list[index]
        list[index] = list[index / 2]
        list[index / 2] = bound
    }

    /// Learns a bound for the live variant; of a full list the last quarter goes.
    mutating func learn(
        _ kind: LearnedBound.Kind, at node: Node, _ reason: VariantSet, words: Int, price: Price,
        _ terms: SearchStack.Terms
    ) {
        let count = reason.count(words: words)
        guard count <= poolSize / 16 else { return }
        if used + count > poolSize { collect() }
        let start = used
        reason.forEach(words: words) { variant in
            pool[used] = variant
            used += 1
        }
        // An empty refutation watches its own variant, which is uncaught whenever it is asked for.
        let watch = count > 0 ? pool[start] : UInt16(truncatingIfNeeded: node.live)
        let row = kind.rawValue * variants + node.live
        let list = lists + row * capacity
        if Int(counts[row]) == capacity { counts[row] = Int32(capacity - capacity / 4) }
        let end = Int(counts[row])
        list[end] = LearnedBound(
            start: Int32(start), count: UInt16(count), watch: watch, price: price, time: terms.time, fresh: terms.fresh)
        promote(list, end)
        counts[row] += 1
    }

    /// Makes room: forgets the last half of every list and closes the gaps.
    private mutating func collect() {
        var kept = 0
        for row in 0..<2 * variants {
            counts[row] /= 2
            let list = lists + row * capacity
            for index in 0..<Int(counts[row]) {
                let count = Int(list[index].count)
                guard kept + count <= poolSize / 2 else {
                    counts[row] = Int32(index)
                    break
                }
                (spare + kept).update(from: pool + Int(list[index].start), count: count)
                list[index].start = Int32(kept)
                kept += count
            }
        }
        swap(&pool, &spare)
        used = kept
    }
}
