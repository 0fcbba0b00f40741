/// What is known of positions met before: bounds of what is still to pay.
struct TranspositionTable: ~Copyable {
    struct Entry {
        var key: UInt64
        var lower: Price
        var upper: Price
    }

    private let entries: UnsafeMutablePointer<Entry>
    private let mask: UInt64
    /// Bytes in use: a power of two, at most what was asked for, less where the machine had not so much.
    let bytes: Int

    init(bytes: Int) {
        var count = 1
        while count * 2 * MemoryLayout<Entry>.stride <= max(bytes, 1024) { count *= 2 }
        var memory = Memory.zeroed(Entry.self, count)
        while memory == nil, count > 1 {
            count /= 2
            memory = Memory.zeroed(Entry.self, count)
        }
        guard let memory else { preconditionFailure("no memory for one entry") }
        entries = memory
        mask = UInt64(count - 1)
        self.bytes = count * MemoryLayout<Entry>.stride
    }

    deinit {
        Memory.free(entries)
    }

    @inline(__always)
    subscript(key: UInt64) -> Entry? {
        let entry = entries[Int(key & mask)]
        return entry.key == key && key != 0 ? entry : nil
    }

    /// Stores what a search between bounds came to.
    @inline(__always)
    func store(_ key: UInt64, _ value: Price, above alpha: Price, below beta: Price) {
        let place = entries + Int(key & mask)
        if place.pointee.key != key { place.pointee = Entry(key: key, lower: 0, upper: .infinite) }
        if value > alpha { place.pointee.lower = max(place.pointee.lower, value) }
        if value < beta { place.pointee.upper = min(place.pointee.upper, value) }
    }
}
