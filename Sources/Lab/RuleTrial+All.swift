internal import Dispatch
public import Game
internal import Synchronization

extension RuleTrial {
    /// The trials of all of a ruleset's personas, in its order; several at a time.
    ///
    /// - Parameter effort: what they may spend together.
    public static func all(in ruleset: Ruleset, effort: Int = 50_000_000) -> [RuleTrial] {
        let trials = Mutex([Int: RuleTrial]())
        DispatchQueue.concurrentPerform(iterations: ruleset.bots.count) { index in
            let trial = RuleTrial(of: ruleset.bots[index], in: ruleset, effort: effort / ruleset.bots.count)
            trials.withLock { $0[index] = trial }
        }
        return trials.withLock { trials in ruleset.bots.indices.compactMap { trials[$0] } }
    }
}
