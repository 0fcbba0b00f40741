import Game
import TestSupport
import Testing

@Suite("Bits")
struct BitsTests {
    @Test(
        "are the surprisal in whole millibits",
        arguments: [
            (1, 0), (0.999999, 0), (0.85, 234), (0.7, 515), (0.6, 737), (0.5, 1000), (0.25, 2000),
            (0.2, 2322), (0.125, 3000), (0.1, 3322), (0.01, 6644), (0.000001, 19932),
        ])
    func surprisal(probability: Double, millibits: Int) {
        #expect(credence(probability).bits.millibits == millibits)
        #expect(Bits(surprisalOf: probability).millibits == millibits)
    }

    @Test("agree with exact arithmetic on both sides of every half millibit that a credence comes near")
    func rounding() {
        // No credence of six decimals lies on a half millibit, as log2 of it is irrational or whole. The
        // nearest millionths on either side of one must round apart.
        for millibits in [0, 1, 234, 736, 999, 1000, 2321, 3321, 6643] {
            let half = 1_000_000 * Bits(millibits: 2 * millibits + 1).probability.squareRoot()
            #expect(Credence(millionths: Int(half) + 1)?.bits.millibits == millibits)
            #expect(Credence(millionths: Int(half))?.bits.millibits == millibits + 1)
        }
    }

    @Test(
        "show two decimals, halves away from zero",
        arguments: [
            (6644, "6.64"), (0, "0.00"), (5, "0.01"), (4, "0.00"), (3000, "3.00"), (737, "0.74"),
            (1045, "1.05"),
            (12_345, "12.35"), (-1500, "-1.50"), (-5, "-0.01"), (-4, "0.00"), (9996, "10.00"),
        ])
    func text(millibits: Int, text: String) {
        #expect(Bits(millibits: millibits).description == text)
    }

    @Test(
        "show the credence beside them",
        arguments: [
            (6644, "1 in 100"), (3000, "1 in 8"), (1000, "1 in 2"), (0, "100%"), (234, "85%"), (737, "60%"),
            (1, ">99%"), (16610, "1 in 100000"),
        ])
    func credenceText(millibits: Int, text: String) {
        #expect(Bits(millibits: millibits).credenceText == text)
    }

    @Test("add up exactly")
    func sums() {
        let tenth = Bits(surprisalOf: 0.1)
        #expect((0..<1000).reduce(Bits.zero) { sum, _ in sum + tenth }.millibits == 3_322_000)
        #expect(tenth + tenth - tenth == tenth)
        #expect(Bits(millibits: 2999) < Bits(millibits: 3000))
        #expect(!(Bits(millibits: 3000) < Bits(millibits: 3000)))
    }

    @Test("never fall as the credence falls")
    func monotone() {
        var last = Bits.zero
        for millionths in stride(from: 1_000_000, to: 0, by: -777) {
            guard let bits = Credence(millionths: millionths)?.bits else { continue }
            #expect(bits >= last)
            last = bits
        }
    }
}

@Suite("A credence")
struct CredenceTests {
    @Test("lies above 0 and at most at 1")
    func range() {
        #expect(Credence(millionths: 0) == nil)
        #expect(Credence(millionths: -1) == nil)
        #expect(Credence(millionths: 1_000_001) == nil)
        #expect(Credence(millionths: 1)?.probability == 0.000001)
        #expect(Credence(millionths: 1_000_000) == .certain)
        #expect(Credence.certain.bits == .zero)
    }

    @Test(
        "is written as the shortest decimal",
        arguments: [
            (250_000, "0.25"), (1_000_000, "1"), (1, "0.000001"), (100_000, "0.1"), (999_999, "0.999999"),
            (10_050, "0.01005"),
        ])
    func text(millionths: Int, text: String) {
        #expect(Credence(millionths: millionths)?.description == text)
    }

    @Test("is compared as a number")
    func order() {
        #expect(credence(0.1) < credence(0.2))
        #expect(max(credence(0.1), credence(0.01)) == credence(0.1))
    }
}

@Suite("SplitMix64")
struct SplitMix64Tests {
    @Test("gives the published numbers")
    func known() {
        var zero = SplitMix64(seed: 0)
        #expect(
            (0..<3).map { _ in zero.next() } == [
                0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F,
            ])
        var other = SplitMix64(seed: 1_234_567)
        #expect(
            (0..<3).map { _ in other.next() } == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            ])
    }
}

@Suite("A feature set")
struct FeatureSetTests {
    @Test("does what a set of whole numbers does", arguments: 1...200 as ClosedRange<UInt64>)
    func likeSets(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        func some() -> Set<Int> {
            let share = Int.random(in: 0...8, using: &random)
            return Set((0..<64).filter { _ in Int.random(in: 0..<8, using: &random) < share })
        }
        func packed(_ set: Set<Int>) -> FeatureSet { FeatureSet(set.map(Feature.ID.init)) }
        let left = some(), right = Bool.random(using: &random) ? some() : left.union(some())
        let a = packed(left), b = packed(right)
        #expect(a.map(\.index) == left.sorted(), "seed \(seed)")
        #expect(a.count == left.count && a.isEmpty == left.isEmpty, "seed \(seed)")
        #expect(a.union(b) == packed(left.union(right)), "seed \(seed)")
        #expect(a.subtracting(b) == packed(left.subtracting(right)), "seed \(seed)")
        #expect(a.isSubset(of: b) == left.isSubset(of: right), "seed \(seed)")
        #expect((a == b) == (left == right), "seed \(seed)")
        for index in 0..<64 {
            #expect(a.contains(Feature.ID(index)) == left.contains(index), "seed \(seed)")
            #expect(a.inserting(Feature.ID(index)) == packed(left.union([index])), "seed \(seed)")
        }
    }

    @Test("holds 64 features")
    func full() {
        let all = FeatureSet((0..<64).map(Feature.ID.init))
        #expect(all.count == 64 && all.rawValue == .max && all.map(\.index) == Array(0..<64))
        #expect(FeatureSet().isEmpty && FeatureSet().isSubset(of: FeatureSet()))
    }
}
