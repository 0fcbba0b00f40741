import Dispatch
import Glibc
import Synchronization

/// Sees to it that a signal which ends the program ends first what the program has started.
final class Ending {
    private let flag: Flag
    private let sources: [any DispatchSourceSignal]

    private final class Flag: Sendable {
        let isSet = Atomic(false)
    }

    /// - Parameter clean: ends what was started; called on another thread.
    init(clean: @escaping @Sendable () -> Void) {
        let flag = Flag()
        self.flag = flag
        sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                flag.isSet.store(true, ordering: .sequentiallyConsistent)
                clean()
                signal(number, SIG_DFL)
                kill(getpid(), number)
            }
            source.resume()
            return source
        }
    }

    /// Blocks for ever once the program is ending: what happens now is none of the match's.
    func holdIfBegun() {
        while flag.isSet.load(ordering: .sequentiallyConsistent) { pause() }
    }
}
