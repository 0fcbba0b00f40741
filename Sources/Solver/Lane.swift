internal import Dispatch
internal import Game

/// One thread's search. Threads share no memory: they race, each by its own taste or at its own budget.
///
/// Unchecked: only the thread that runs it touches it.
final class Lane: @unchecked Sendable {
    private var search: Search
    private(set) var meter = Meter(SearchLimits(), Cancellation())
    /// The answer of the last run; `nil` when it was stopped.
    private(set) var value: Int32?
    private(set) var budget: Int32 = 0

    init?(_ arena: Arena, memory: Int, place: Int) {
        let tastes: [Int32] = [60, 400, 0, 150]
        guard let search = Search(arena, memory: memory, catchWeight: tastes[place % tastes.count]) else { return nil }
        self.search = search
    }

    var memory: Int { search.memory }

    /// The variant that last refuted an answer to another.
    func likelyReply(to live: Int) -> Int? { search.likelyReply(to: live) }

    /// The counter that last answered a variant.
    func likelyCounter(to live: Int) -> Move? { search.likelyCounter(to: live) }

    func prepare(_ budget: Int32, _ meter: Meter) {
        self.budget = budget
        self.meter = meter
        value = nil
    }

    func run(_ position: Position) {
        search.meter = meter
        value = search.value(of: position, within: budget)
        meter = search.meter
    }

    /// Runs all until the first has its answer; the others then have none, but keep what they learnt.
    static func race(_ lanes: [Lane], on position: Position, _ budgets: [Int32], _ meter: inout Meter) {
        let finish = Cancellation()
        for (lane, budget) in zip(lanes, budgets) {
            lane.prepare(budget, lanes.count == 1 ? meter : meter.share(of: lanes.count, until: finish))
            meter.report = nil
        }
        if lanes.count == 1 {
            lanes[0].run(position)
            meter = lanes[0].meter
            return
        }
        DispatchQueue.concurrentPerform(iterations: lanes.count) { place in
            lanes[place].run(position)
            if lanes[place].value != nil { finish.cancel() }
        }
        let before = meter.nodes
        for lane in lanes { meter.add(lane.meter.nodes - before) }
    }
}
