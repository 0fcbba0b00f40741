import Foundation
import Screens
import Solver

/// The thread on which jobs of a kind are done; a new one puts an end to the one before.
final class JobThread {
    /// Has it answer with what it has.
    private var haste = Cancellation()
    /// Says that nobody wants the answer.
    private var abandonment = Cancellation()
    /// Held while something is worked out: an outside engine must not be asked twice at a time.
    private let turn = NSLock()

    /// - Parameters:
    ///   - deliver: takes the answer, on the other thread.
    ///   - work: looks at the cancellation now and then, and answers soon once it is cancelled.
    func run(
        _ deliver: @escaping @Sendable (LateAnswer) -> Void, work: @escaping @Sendable (Cancellation) -> LateAnswer
    ) {
        stop()
        let haste = Cancellation(), abandonment = Cancellation()
        (self.haste, self.abandonment) = (haste, abandonment)
        let thread = Thread { [turn] in
            turn.lock()
            defer { turn.unlock() }
            guard !abandonment.isCancelled else { return }
            let answer = work(haste)
            if !abandonment.isCancelled { deliver(answer) }
        }
        thread.stackSize = 16 << 20
        thread.start()
    }

    func hurry() {
        haste.cancel()
    }

    func stop() {
        abandonment.cancel()
        haste.cancel()
    }
}
