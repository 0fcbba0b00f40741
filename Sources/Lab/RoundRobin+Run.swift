internal import Dispatch
public import Solver
internal import Synchronization

extension RoundRobin {
    /// Plays every meeting, several at a time.
    ///
    /// - Parameters:
    ///   - cancellation: stops it early; games that are not over then do not count.
    ///   - progress: called after each meeting with how many are over, one call at a time, on any thread.
    public func run(
        threads: Int, cancellation: Cancellation = Cancellation(),
        progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) -> Standings {
        let meetings = self.meetings
        let next = Atomic(0)
        let standings = Mutex((Standings(), over: 0))
        DispatchQueue.concurrentPerform(iterations: max(threads, 1)) { _ in
            while !cancellation.isCancelled {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < meetings.count else { return }
                guard let encounter = play(meetings[index], cancellation: cancellation) else { return }
                standings.withLock {
                    $0.0.add(encounter)
                    $0.over += 1
                    progress($0.over)
                }
            }
        }
        return standings.withLock { $0.0 }
    }
}
