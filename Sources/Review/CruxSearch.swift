import Game
import Play
public import Solver

/// Works out what the cruxes of a match decide.
public struct CruxSearch {
    private let cruxes: Cruxes
    private let limits: SearchLimits
    private let cancellation: Cancellation
    /// Called before every search with how far it has come, in a few words.
    private let progress: ((String) -> Void)?
    private let deadline: ContinuousClock.Instant?

    /// - Parameter limits: seconds hold for all of it together, nodes and memory for each search of many.
    public init(
        _ cruxes: Cruxes, limits: SearchLimits = SearchLimits(seconds: 10),
        cancellation: Cancellation = Cancellation(), progress: ((String) -> Void)? = nil
    ) {
        self.cruxes = cruxes
        self.limits = limits
        self.cancellation = cancellation
        self.progress = progress
        deadline = limits.seconds.map { .now + .seconds($0) }
    }

    /// Who wins first, then what they would pay, then what would change the winner, one grant first.
    public func findings() -> CruxFindings {
        var own = BySide(divergence: Evaluation.unknown, training: Evaluation.unknown)
        for side in Side.allCases {
            progress?("who wins by the numbers of \(cruxes.record.player(side).name)")
            own[side] = Evaluation(solution(.winner, cruxes.start(of: side), until: deadline))
        }
        for side in Side.allCases where own[side].winner != nil {
            progress?("the price by the numbers of \(cruxes.record.player(side).name)")
            let exact = solution(.price, cruxes.start(of: side), until: deadline(after: 0.25))
            if exact.isProven { own[side] = Evaluation(exact) }
        }
        // Neither may use up the time of the other.
        let first = reversal(by: .divergence, own.divergence.winner, until: deadline(after: 0.5))
        let second = reversal(by: .training, own.training.winner, until: deadline)
        return CruxFindings(own: own, reversals: BySide(divergence: first, training: second))
    }

    /// What one player could grant the other to change who wins by its own numbers.
    private func reversal(
        by side: Side, _ winner: Side?, until deadline: ContinuousClock.Instant?
    ) -> CruxFindings.Reversal {
        var reversal = CruxFindings.Reversal()
        guard let loser = winner?.opponent else { return reversal }
        let grants = cruxes.grants(by: side, helping: loser)
        // More grants never help it less, so all of them together say whether any do.
        let ofAll = grants.isEmpty ? winner : self.winner(by: side, granting: grants, until: deadline)
        if ofAll == winner {
            return CruxFindings.Reversal(areAllEnough: false, tried: grants.count, isComplete: true)
        }
        reversal.areAllEnough = ofAll.map { _ in true }
        for size in grants.indices.map({ $0 + 1 }) {
            var isDecided = true
            for set in grants.subsets(of: size) {
                progress?("\(cruxes.record.player(side).name) grants \(size) of \(grants.count)")
                let found = size == grants.count ? ofAll : self.winner(by: side, granting: set, until: deadline)
                if found == loser { reversal.sets.append(set) }
                if found == nil { isDecided = false }
                // What is left would be cut short as well.
                if isSpent(at: deadline) { return reversal }
            }
            if isDecided, reversal.tried == size - 1 { reversal.tried = size }
            guard reversal.sets.isEmpty else { break }
        }
        reversal.isComplete = !reversal.sets.isEmpty && reversal.tried == reversal.sets[0].count
        return reversal
    }

    private func winner(by side: Side, granting set: [Crux], until deadline: ContinuousClock.Instant?) -> Side? {
        solution(.winner, cruxes.start(of: side, granting: set), until: deadline).winner
    }

    private func isSpent(at deadline: ContinuousClock.Instant?) -> Bool {
        cancellation.isCancelled || deadline.map { .now >= $0 } ?? false
    }

    /// When so much of the time that is left has passed.
    private func deadline(after share: Double) -> ContinuousClock.Instant? {
        deadline.map { .now + (max(.zero, $0 - .now) * share) }
    }

    private func solution(
        _ question: Question, _ position: Position, until deadline: ContinuousClock.Instant?
    ) -> Solution {
        var limits = limits
        if let deadline { limits.seconds = max(0, (deadline - .now) / .seconds(1)) }
        return Analysis(of: position, limits: limits, cancellation: cancellation).solution(to: question)
    }
}

extension Array {
    /// All choices of so many elements in their order, those with earlier elements first; found as they are asked for.
    ///
    /// - Precondition: 1 ≤ `size` ≤ `count`.
    fileprivate func subsets(of size: Int) -> some Sequence<[Element]> {
        sequence(state: [Int]?.none) { chosen -> [Element]? in
            guard let last = chosen else {
                chosen = Swift.Array<Int>(0..<size)
                return Swift.Array(prefix(size))
            }
            // The last place that can still move on; those after it follow close.
            guard let place = last.indices.last(where: { last[$0] < count - size + $0 }) else { return nil }
            let next = last[..<place] + ((last[place] + 1)...(last[place] + size - place))
            chosen = Swift.Array<Int>(next)
            return next.map { self[$0] }
        }
    }
}

extension Evaluation {
    /// Nothing is proven.
    fileprivate static let unknown = Evaluation(
        winner: nil, grade: nil, price: Price(lower: .zero, upper: nil, isInfinite: false), hardPrice: nil)

    fileprivate init(_ solution: Solution) {
        self.init(winner: solution.winner, grade: solution.grade, price: Price(solution), hardPrice: nil)
    }
}
