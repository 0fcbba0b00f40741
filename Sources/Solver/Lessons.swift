/// What a search has learnt about countering each variant, each lesson with no more than its reason.
///
/// A refutation says: while all of these variants stand uncaught, and the pivotal act comes no sooner, Training
/// pays more than so much. A defence says: once the corpus catches all of these, and the pivotal act comes no
/// later, Training pays no more than so much. Both hold in every position that meets them, so that one lesson
/// answers for many positions and no hash can mislead.
struct Lessons: ~Copyable {
    struct Lesson {
        /// Where its variants begin in the pool.
        var start: Int32
        var count: UInt16
        /// The variant that last stood in its way, asked first.
        var watch: UInt16
        /// A proven lower bound of what is still to pay (refutation) or an upper one (defence).
        var bound: Int32
        /// The least step of the pivotal act for which it holds (refutation), or the last (defence).
        var step: Int32
        /// The fewest fresh proposals left for which it holds (refutation), or the most (defence).
        var fresh: Int32
    }

    enum Kind: Int {
        case refutation, defence
    }

    private let capacity: Int
    private let lists: UnsafeMutablePointer<Lesson>
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
        let perVariant = bytes / 2 / (2 * self.variants * MemoryLayout<Lesson>.stride)
        capacity = min(max(perVariant, 4), Self.mostLessons)
        let listBytes = 2 * self.variants * capacity * MemoryLayout<Lesson>.stride
        poolSize = min(max((bytes - listBytes) / 4, 1 << 12), 1 << 30)
        self.bytes = listBytes + 4 * poolSize
        guard let lists = Memory.zeroed(Lesson.self, 2 * self.variants * capacity),
            let counts = Memory.zeroed(Int32.self, 2 * self.variants),
            let pool = Memory.zeroed(UInt16.self, poolSize),
            let spare = Memory.zeroed(UInt16.self, poolSize)
        else { return nil }
        self.lists = lists
        self.counts = counts
        self.pool = pool
        self.spare = spare
    }

    /// Lessons kept of each kind about each variant; more of them take longer to look through than they save.
    static let mostLessons = 192

    deinit {
        Memory.free(lists)
        Memory.free(counts)
        Memory.free(pool)
        Memory.free(spare)
    }

    /// The variants that a lesson rests on.
    @inline(__always)
    func reason(_ lesson: Lesson) -> UnsafeBufferPointer<UInt16> {
        UnsafeBufferPointer(start: pool + Int(lesson.start), count: Int(lesson.count))
    }

    /// A refutation of Training's paying no more than `most` against a variant.
    @inline(__always)
    func refutation(
        of variant: Int, _ caught: VariantSet, _ step: Int32, _ fresh: Int32, above most: Int32
    ) -> Lesson? {
        let list = lists + variant * capacity
        for index in 0..<Int(counts[variant]) {
            let lesson = list[index]
            guard lesson.bound > most, !caught.has(Int(lesson.watch)), lesson.step <= step, lesson.fresh <= fresh
            else { continue }
            if let obstacle = obstacle(to: lesson, caught, asCaught: false) {
                list[index].watch = obstacle
                continue
            }
            promote(list, index)
            return list[index / 2]
        }
        return nil
    }

    /// A defence by which Training pays no more than `most` against a variant.
    @inline(__always)
    func defence(
        of variant: Int, _ caught: VariantSet, _ step: Int32, _ fresh: Int32, within most: Int32
    ) -> Lesson? {
        let list = lists + (variants + variant) * capacity
        for index in 0..<Int(counts[variants + variant]) {
            let lesson = list[index]
            guard lesson.bound <= most, caught.has(Int(lesson.watch)) || lesson.count == 0, lesson.step >= step,
                lesson.fresh >= fresh
            else { continue }
            if let obstacle = obstacle(to: lesson, caught, asCaught: true) {
                list[index].watch = obstacle
                continue
            }
            promote(list, index)
            return list[index / 2]
        }
        return nil
    }

    /// A variant of a lesson that is not as the lesson needs it.
    @inline(__always)
    private func obstacle(to lesson: Lesson, _ caught: VariantSet, asCaught: Bool) -> UInt16? {
        let ids = pool + Int(lesson.start)
        for index in 0..<Int(lesson.count) where caught.has(Int(ids[index])) != asCaught { return ids[index] }
        return nil
    }

    /// Moves a lesson that helped nearer to the front of its list.
    @inline(__always)
    private func promote(_ list: UnsafeMutablePointer<Lesson>, _ index: Int) {
        let lesson = list[index]
        list[index] = list[index / 2]
        list[index / 2] = lesson
    }

    /// Learns a lesson; of a full list the last but a few goes.
    mutating func learn(
        _ kind: Kind, _ variant: Int, _ reason: VariantSet, words: Int, bound: Int32,
        step: Int32, fresh: Int32
    ) {
        var count = 0
        for word in 0..<words { count += reason[word].nonzeroBitCount }
        guard count <= poolSize / 16 else { return }
        if used + count > poolSize { collect() }
        let start = used
        for word in 0..<words {
            for bit in Bitmask(reason[word]) {
                pool[used] = UInt16(truncatingIfNeeded: word << 6 | bit)
                used += 1
            }
        }
        // An empty refutation watches its own variant, which is uncaught whenever it is asked for.
        let watch = count > 0 ? pool[start] : UInt16(truncatingIfNeeded: variant)
        let lesson = Lesson(
            start: Int32(start), count: UInt16(count), watch: watch, bound: bound, step: step, fresh: fresh)
        let row = kind.rawValue * variants + variant
        let list = lists + row * capacity
        if Int(counts[row]) == capacity { counts[row] = Int32(capacity - capacity / 4) }
        list[Int(counts[row])] = lesson
        promote(list, Int(counts[row]))
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
