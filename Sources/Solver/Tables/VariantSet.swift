/// A set of variants and useful patterns, one bit each, in so many words.
typealias VariantSet = UnsafeMutablePointer<UInt64>

extension VariantSet {
    @inline(__always)
    func has(_ variant: Int) -> Bool {
        self[variant >> 6] >> UInt64(variant & 63) & 1 != 0
    }

    @inline(__always)
    func insert(_ variant: Int) {
        self[variant >> 6] |= 1 << UInt64(variant & 63)
    }

    @inline(__always)
    func removeAll(words: Int) {
        for word in 0..<words { self[word] = 0 }
    }

    @inline(__always)
    func copy(_ other: VariantSet, words: Int) {
        for word in 0..<words { self[word] = other[word] }
    }

    @inline(__always)
    func formUnion(_ other: VariantSet, words: Int) {
        for word in 0..<words { self[word] |= other[word] }
    }

    /// Adds what one set has and another has not.
    @inline(__always)
    func formUnion(_ set: VariantSet, without other: VariantSet, words: Int) {
        for word in 0..<words { self[word] |= set[word] & ~other[word] }
    }

    /// Makes this what one set has and another has not.
    @inline(__always)
    func become(_ set: VariantSet, without other: VariantSet, words: Int) {
        for word in 0..<words { self[word] = set[word] & ~other[word] }
    }

    @inline(__always)
    func isDisjoint(with other: VariantSet, words: Int) -> Bool {
        for word in 0..<words where self[word] & other[word] != 0 { return false }
        return true
    }

    /// How many it has that another has not.
    @inline(__always)
    func count(without other: VariantSet, words: Int) -> Int {
        var count = 0
        for word in 0..<words { count += (self[word] & ~other[word]).nonzeroBitCount }
        return count
    }

    @inline(__always)
    func count(words: Int) -> Int {
        var count = 0
        for word in 0..<words { count += self[word].nonzeroBitCount }
        return count
    }

    /// Calls with each variant, in ascending order.
    @inline(__always)
    func forEach(words: Int, _ body: (UInt16) -> Void) {
        for word in 0..<words {
            var rest = self[word]
            while rest != 0 {
                body(UInt16(truncatingIfNeeded: word << 6 | rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
    }
}
