import Game
public import Play
public import Solver

/// Judges a match: what each position came to first, from the last to the first, then what else there was at each move.
public struct Judge {
    private let cancellation: Cancellation
    private let limits: SearchLimits
    private let progress: ((Judgement) -> Void)?
    private let search: SharedSearch
    private var found: Judgement

    /// - Parameters:
    ///   - limits: hold for all of it together.
    ///   - progress: called whenever something more is known.
    public init(
        _ record: MatchRecord, thresholds: Thresholds = Thresholds(), limits: SearchLimits = SearchLimits(seconds: 60),
        cancellation: Cancellation = Cancellation(), progress: ((Judgement) -> Void)? = nil
    ) {
        self.cancellation = cancellation
        self.progress = progress
        var limits = limits
        // Both searches of an easy match share what there is.
        if record.match.rules.mode == .easy {
            limits.seconds = limits.seconds.map { $0 / 2 }
            limits.memory /= 2
        }
        self.limits = limits
        search = SharedSearch(limits: limits, cancellation: cancellation)
        found = Judgement(record, thresholds)
    }

    /// All that can be said within the limits.
    public func judgement() -> Judgement {
        var judge = self
        judge.evaluate()
        judge.lookAround()
        judge.found.isFinished = true
        return judge.found
    }

    private mutating func evaluate() {
        let positions = found.positions
        let hard = HardSearch(found, limits, cancellation)
        for step in positions.indices.reversed() {
            found.values[step] = search.value(of: positions[step], from: roots(of: step))
            found.hardValues[step] = hard?.value(at: step, roots(of: step))
            if step < found.acts.count { found.judge(step) }
            progress?(found)
            guard !cancellation.isCancelled else { return }
        }
    }

    /// Marked moves first: they are what one looks for.
    private mutating func lookAround() {
        let moves = found.acts.indices.filter { found.acts[$0].move != nil }
        let isMarked = { [acts = found.acts] (step: Int) in acts[step].mark != nil }
        for step in moves.filter(isMarked) + moves.filter({ !isMarked($0) }) {
            guard !cancellation.isCancelled else { return }
            rank(step)
            progress?(found)
        }
    }

    private mutating func rank(_ step: Int) {
        let position = found.positions[step]
        let side = position.sideToMove
        let roots = roots(of: step)
        let values = position.legalMoves.map { move in
            guard let next = try? position.playing(move) else { preconditionFailure("\(move) is not legal") }
            // What was played is known already.
            let known = move == found.acts[step].move ? found.values[step + 1] : nil
            return RankedMove(move: move, value: known ?? search.value(of: next, from: roots))
        }
        found.acts[step].ranking = values.ranked(for: side)
        if let value = found.values[step] {
            found.acts[step].line = search.line(from: position, value, roots: roots)
        }
        found.acts[step].why = Why(of: step, in: found)
    }

    /// The positions under the same rules that led to one, the earliest first.
    private func roots(of step: Int) -> [Position] {
        let positions = found.positions
        let rules = positions[step].rules
        let first = positions[...step].lastIndex { $0.rules !== rules }.map { $0 + 1 } ?? 0
        return Array(positions[first...step])
    }
}

/// What the positions of a match in easy mode come to with ordinary data alone.
private struct HardSearch {
    private let positions: [Position]
    private let search: SharedSearch

    init?(_ judgement: Judgement, _ limits: SearchLimits, _ cancellation: Cancellation) {
        positions = judgement.positions
        guard positions[0].rules.mode == .easy else { return nil }
        search = SharedSearch(limits: limits, mode: .hard, cancellation: cancellation)
    }

    /// `nil` once a datum was deliberate.
    func value(at step: Int, _ roots: [Position]) -> PositionValue? {
        guard positions[step].corpus.allSatisfy({ $0.provenance == .ordinary }) else { return nil }
        return search.value(of: positions[step], from: roots)
    }
}

extension [RankedMove] {
    /// The best for a side first, conceding last; equally good ones in canonical order.
    func ranked(for side: Side) -> [RankedMove] {
        func isBetter(_ one: RankedMove, _ other: RankedMove) -> Bool {
            if (one.move == .concede) != (other.move == .concede) { return other.move == .concede }
            return side == .training ? one.value.most < other.value.most : one.value.least > other.value.least
        }
        return enumerated().sorted { one, other in
            if isBetter(one.element, other.element) { return true }
            return !isBetter(other.element, one.element) && one.offset < other.offset
        }.map(\.element)
    }
}

extension PositionValue {
    /// The bounds in millibits, where any number is less than none.
    fileprivate var least: Int { isInfinite ? .max : lower.millibits }
    fileprivate var most: Int { isInfinite ? .max : upper?.millibits ?? .max - 1 }
}
