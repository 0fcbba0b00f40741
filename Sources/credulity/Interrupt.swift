import Dispatch
import Glibc
import Solver
import SystemPackage

/// Turns Ctrl-C into the wish to stop.
struct Interrupt {
    let cancellation = Cancellation()
    private let source: any DispatchSourceSignal

    init() {
        source = onSignal(SIGINT, cancellation.cancel)
    }
}

/// Does something else, on another thread, where a signal would end the program; as long as the source is kept.
func onSignal(_ number: CInt, _ handle: @escaping @Sendable () -> Void) -> any DispatchSourceSignal {
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    let isWatched = DispatchSemaphore(value: 0)
    source.setRegistrationHandler { isWatched.signal() }
    source.setEventHandler(handler: handle)
    source.resume()
    // Until then it would be lost.
    isWatched.wait()
    return source
}

/// One line on a terminal that says how far something has come; nowhere else anything.
struct StatusLine {
    let isShown = isatty(STDERR_FILENO) == 1

    func show(_ text: String) {
        write("\r\u{1B}[K" + String(text.prefix(79)))
    }

    func clear() {
        write("\r\u{1B}[K")
    }

    private func write(_ text: String) {
        if isShown { _ = try? FileDescriptor.standardError.writeAll(text.utf8) }
    }
}
