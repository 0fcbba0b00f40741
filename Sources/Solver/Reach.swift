internal import Game

/// The divergences that can still be live after a position, found by following every move of Divergence.
///
/// What the corpus has caught, what strains too much and what comes after every pivotal act is left out.
struct Reach {
    private(set) var variants: [Arena.Variant] = []
    private(set) var numbers: [Arena.Variant: Int] = [:]
    private(set) var horizons: [Int32] = []
    /// By variant, in canonical order.
    private(set) var moves: [[UInt16]] = []
    /// In canonical order.
    private(set) var proposals: [UInt16] = []

    private let board: Board
    private let corpus: [Arena.Datum]
    private let lastStep: Int

    /// - Returns: `nil` where there are more than `Arena.mostVariants`.
    init?(_ board: Board, _ position: Position) {
        self.board = board
        corpus = position.corpus.map { Arena.Datum($0, in: position.ruleset) }
        lastStep = max(board.usefulUntil, position.pivotalStep)
        if let live = position.live {
            // It stands as it is, whatever a dispute has made of its strain since.
            let variant = Arena.Variant(pattern: live.pattern.index, conditions: live.conditions.rawValue)
            add(variant, horizon: position.rules.horizon(of: live) ?? 0)
        }
        if position.proposalsLeft > 0 {
            proposals = board.patterns.indices.compactMap { number($0, 0) }
        }
        var next = 0
        while next < variants.count {
            guard variants.count <= Arena.mostVariants else { return nil }
            moves.append(successors(of: variants[next]))
            next += 1
        }
    }

    private mutating func add(_ variant: Arena.Variant, horizon: Int) {
        numbers[variant] = variants.count
        variants.append(variant)
        horizons.append(Int32(clamping: horizon))
    }

    /// The number of a variant, new or known; `nil` where it can never be played.
    private mutating func number(_ pattern: Int, _ conditions: UInt64) -> UInt16? {
        let variant = Arena.Variant(pattern: pattern, conditions: conditions)
        if let known = numbers[variant] { return UInt16(truncatingIfNeeded: known) }
        let trigger = board.patterns[pattern].trigger | conditions
        guard board.strain(pattern, conditions) <= board.naturalness,
            let horizon = board.horizon(trigger, conditions | board.patterns[pattern].awaited), horizon < lastStep
        else { return nil }
        let hidden = board.patterns[pattern].hidesFrom
        if corpus.contains(where: { trigger & ~$0.exhibits == 0 && hidden & $0.channel == 0 }) { return nil }
        add(variant, horizon: horizon)
        return UInt16(truncatingIfNeeded: variants.count - 1)
    }

    private mutating func successors(of live: Arena.Variant) -> [UInt16] {
        let pattern = board.patterns[live.pattern]
        var next: [UInt16] = []
        for feature in 0..<board.featureCount {
            let bit: UInt64 = 1 << UInt64(feature)
            guard (pattern.trigger | live.conditions) & bit == 0 else { continue }
            if let number = number(live.pattern, live.conditions | bit) { next.append(number) }
        }
        for (index, other) in board.patterns.enumerated() where other.depth < pattern.depth {
            if let number = number(index, live.conditions & ~other.trigger) { next.append(number) }
        }
        for (index, other) in board.patterns.enumerated()
        where index != live.pattern && other.misattributes && other.depth >= pattern.depth {
            if let number = number(index, live.conditions & ~other.trigger) { next.append(number) }
        }
        return next
    }
}
