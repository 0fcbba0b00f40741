internal import Game

/// Everything that can still be said after a position: each divergence within reach, what may follow it and what
/// counters it, numbered and priced so that a search allocates nothing.
///
/// A divergence within reach is called a variant. The last number, `count`, stands for “none live”.
final class Arena {
    /// A (pattern, conditions) that Divergence can come to.
    struct Variant: Hashable {
        var pattern: Int
        var conditions: UInt64
    }

    struct Option {
        var cost: Int32
        var hobbles: Int32
        var exhibits: UInt64
        var channel: UInt8
        /// Its place among the distinct data of the arena.
        var datum: Int32
        var situation: UInt16
        var isDeliberate: Bool
        /// Whether some other option is never worse for Training.
        var isDominated: Bool
    }

    /// Cost that stands for “no counter at all”; no finite price comes near it.
    static let infinite: Int32 = 1 << 30
    /// More than this many variants would take seconds and gigabytes to lay out.
    static let mostVariants = 20_000

    let board: Board
    let count: Int
    let variants: [Variant]
    let triggers: [UInt64]
    let hidesFrom: [UInt8]
    let horizons: [Int32]
    /// By variant, and for none live: what may follow it without a fresh proposal, dearest first.
    let moves: Ragged<UInt16>
    /// One list: the patterns that may be freshly proposed, dearest first.
    let proposals: Ragged<UInt16>
    /// By variant, cheapest first.
    let options: Ragged<Option>
    /// The cheapest counter of each variant, whatever it hobbles; `infinite` where there is none.
    let cheapest: [Int32]
    /// The distinct data that options assert.
    let data: [Datum]
    private let numbers: [Variant: Int]

    struct Datum: Hashable {
        var exhibits: UInt64
        var channel: UInt8
    }

    /// - Returns: `nil` where there are too many variants, or prices beyond `infinite`.
    init?(_ position: Position, mode: Mode) {
        board = Board(position.rules, mode: mode)
        guard let reach = Reach(board, position) else { return nil }
        variants = reach.variants
        numbers = reach.numbers
        count = variants.count
        triggers = variants.map { [board] in board.patterns[$0.pattern].trigger | $0.conditions }
        hidesFrom = variants.map { [board] in board.patterns[$0.pattern].hidesFrom }
        horizons = reach.horizons
        let counters = OptionTable(board, variants, triggers)
        options = counters.options
        cheapest = counters.cheapest
        data = counters.data
        guard board.isMeasured, Int(counters.dearest) * (count + 1) < Int(Self.infinite) else { return nil }
        moves = Ragged(reach.moves.map { Self.dearestFirst($0, counters.cheapest) } + [[]])
        proposals = Ragged([Self.dearestFirst(reach.proposals, counters.cheapest)])
    }

    private static func dearestFirst(_ variants: [UInt16], _ cheapest: [Int32]) -> [UInt16] {
        variants.enumerated()
            .sorted { (-cheapest[Int($0.element)], $0.offset) < (-cheapest[Int($1.element)], $1.offset) }
            .map(\.element)
    }

    /// The number of the live divergence of a position within reach.
    func number(of live: Divergence?) -> Int? {
        guard let live else { return count }
        return numbers[Variant(pattern: live.pattern.index, conditions: live.conditions.rawValue)]
    }

    func isWhacked(_ variant: Int, by datum: Datum) -> Bool {
        triggers[variant] & ~datum.exhibits == 0 && hidesFrom[variant] & datum.channel == 0
    }
}

extension Arena.Datum {
    init(_ datum: Game.Datum, in ruleset: Ruleset) {
        exhibits = datum.exhibits.rawValue
        channel = Channels(ruleset[datum.situation].channel).rawValue
    }
}

/// Lists of different lengths in one buffer.
final class Ragged<Element> {
    private let starts: UnsafeMutablePointer<Int>
    private let elements: UnsafeMutablePointer<Element>
    private let lists: Int
    private let total: Int

    init(_ given: [[Element]]) {
        lists = given.count
        total = given.reduce(0) { $0 + $1.count }
        starts = .allocate(capacity: lists + 1)
        elements = .allocate(capacity: max(total, 1))
        starts[0] = 0
        for (index, list) in given.enumerated() {
            for (offset, element) in list.enumerated() {
                (elements + starts[index] + offset).initialize(to: element)
            }
            starts[index + 1] = starts[index] + list.count
        }
    }

    deinit {
        elements.deinitialize(count: total)
        elements.deallocate()
        starts.deallocate()
    }

    @inline(__always)
    subscript(list: Int) -> UnsafeBufferPointer<Element> {
        UnsafeBufferPointer(start: elements + starts[list], count: starts[list + 1] - starts[list])
    }
}
