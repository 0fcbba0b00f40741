import Curses
import Dispatch
import Glibc
import Solver

/// Sees to it that a signal which ends the program ends first what the program has started.
final class Ending {
    private let begun = Cancellation()
    private let sources: [any DispatchSourceSignal]

    /// - Parameter clean: ends what was started; called on another thread.
    init(clean: @escaping @Sendable () -> Void) {
        sources = [SIGINT, SIGTERM, SIGHUP].map { [begun] number in
            onSignal(number) {
                begun.cancel()
                LineEditor.giveBack()
                clean()
                // The line that was being typed may have taken the terminal again.
                LineEditor.giveBack()
                signal(number, SIG_DFL)
                kill(getpid(), number)
            }
        }
    }

    /// Blocks for ever once the program is ending: what happens now is none of the match's.
    func holdIfBegun() {
        while begun.isCancelled { pause() }
    }
}
