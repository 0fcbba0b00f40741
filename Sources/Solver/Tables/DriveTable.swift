internal import Game

/// The patterns that make the AI useful, as far as data could still take them away, and the weight of them that must be left.
///
/// They are numbered after the variants, from the first bit of a word on, the heaviest first, so that one set holds both.
/// Empty where the limit of `drive` cannot come to matter.
final class DriveTable {
    /// The words of a set that hold them.
    let words: Range<Int>
    /// The weight that must be left of them, in millionths.
    let needed: Int
    private let useful: [DriveRule.Useful]
    private let weights: UnsafeMutablePointer<Int>

    /// - Parameter evidence: all that can still be shown.
    init(_ position: Position, variantWords: Int, _ evidence: [Evidence]) {
        let standing = Self.standing(in: position)
        useful = standing.filter { evidence.contains(where: $0.isTakenAway) }.sorted { $0.weight > $1.weight }
        let rule = position.rules.drive
        let safe = Self.weight(standing) - Self.weight(useful)
        needed = (rule.floor * rule.whole + 999) / 1000 - safe
        words = variantWords..<variantWords + (needed > 0 ? (useful.count + 63) / 64 : 0)
        weights = .allocate(capacity: max(useful.count, 1))
        weights.initialize(from: useful.map(\.weight), count: useful.count)
    }

    deinit {
        weights.deallocate()
    }

    /// The useful patterns that a position's corpus leaves; none where it has no limit of `drive`.
    static func standing(in position: Position) -> [DriveRule.Useful] {
        guard position.rules.drive.floor > 0 else { return [] }
        return position.rules.drive.useful.filter {
            position.whacker(of: Divergence($0.pattern, in: position.rules)) == nil
        }
    }

    private static func weight(_ useful: [DriveRule.Useful]) -> Int {
        useful.reduce(0) { $0 + $1.weight }
    }

    @inline(__always)
    var matters: Bool { !words.isEmpty }

    /// Adds those that a datum whacks to a set.
    func addWhacked(by evidence: Evidence, to set: VariantSet) {
        guard matters else { return }
        for (index, useful) in useful.enumerated() where useful.isTakenAway(by: evidence) {
            set.insert(words.lowerBound * 64 + index)
        }
    }

    /// Turns those that a set has into those that it has not.
    func complement(_ set: VariantSet) {
        guard matters else { return }
        for word in words { set[word] = all(word) & ~set[word] }
    }

    /// The bits that stand for a pattern in one of the words.
    @inline(__always)
    private func all(_ word: Int) -> UInt64 {
        let count = useful.count - (word - words.lowerBound) * 64
        return count >= 64 ? .max : 1 << UInt64(count) - 1
    }

    @inline(__always)
    func isTouched(by mask: VariantSet) -> Bool {
        for word in words where mask[word] != 0 { return true }
        return false
    }

    /// The weight of those in one set.
    @inline(__always)
    func weight(of set: VariantSet) -> Int {
        weight(of: set, within: set)
    }

    /// The weight of those in two sets.
    @inline(__always)
    func weight(of set: VariantSet, within other: VariantSet) -> Int {
        var sum = 0
        for word in words {
            var rest = set[word] & other[word]
            while rest != 0 {
                sum += weights[(word - words.lowerBound) << 6 | rest.trailingZeroBitCount]
                rest &= rest - 1
            }
        }
        return sum
    }

    /// The weight of those that no datum whacks.
    func weight(leftBy data: some Sequence<Evidence>) -> Int {
        useful.reduce(0) { sum, useful in
            data.contains(where: useful.isTakenAway) ? sum : sum + useful.weight
        }
    }

    /// Adds to a defence enough of those that a corpus leaves for it to be allowed, the heaviest first.
    func support(_ defence: VariantSet, by left: VariantSet) {
        var lacking = needed - weight(of: defence)
        for word in words {
            var rest = left[word] & ~defence[word]
            while lacking > 0, rest != 0 {
                let bit = rest.trailingZeroBitCount
                defence[word] |= 1 << UInt64(bit)
                lacking -= weights[(word - words.lowerBound) << 6 | bit]
                rest &= rest - 1
            }
        }
    }

    /// Adds to a refutation enough of those that a corpus does not leave for a datum not to be allowed, the heaviest first.
    func support(_ refutation: VariantSet, against mask: VariantSet, lacking left: VariantSet) {
        var excess = -needed
        for word in words {
            var rest = all(word) & ~refutation[word] & ~mask[word]
            while rest != 0 {
                excess += weights[(word - words.lowerBound) << 6 | rest.trailingZeroBitCount]
                rest &= rest - 1
            }
        }
        for word in words {
            var rest = all(word) & ~left[word] & ~refutation[word] & ~mask[word]
            while excess >= 0, rest != 0 {
                let bit = rest.trailingZeroBitCount
                refutation[word] |= 1 << UInt64(bit)
                excess -= weights[(word - words.lowerBound) << 6 | bit]
                rest &= rest - 1
            }
        }
    }
}
