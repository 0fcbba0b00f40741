import Dispatch
import Glibc
import Solver
import SystemPackage

/// Turns Ctrl-C into the wish to stop.
struct Interrupt {
    let cancellation = Cancellation()
    private let source: any DispatchSourceSignal

    init() {
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler { [cancellation] in cancellation.cancel() }
        source.resume()
    }
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
