internal import CPty
internal import Glibc

extension PtyProcess {
    /// Types the text, sent as it is.
    ///
    /// - Throws: `PtyError.cannotSend`.
    public func send(_ text: String) throws(PtyError) {
        try send(bytes: Array(text.utf8))
    }

    /// Presses keys, each as the terminal sends it in the mode that the screen is in.
    ///
    /// - Throws: `PtyError.cannotSend`.
    public func send(_ keys: Key...) throws(PtyError) {
        for key in keys { try send(bytes: key.bytes(on: screen, terminalName: terminalName)) }
    }

    /// Pastes the text, in brackets if the program asked for them.
    ///
    /// - Throws: `PtyError.cannotSend`.
    public func paste(_ text: String) throws(PtyError) {
        try send(screen.isBracketedPaste ? "\u{1B}[200~\(text)\u{1B}[201~" : text)
    }

    /// Sends the bytes, meanwhile showing what the program writes.
    ///
    /// - Throws: `PtyError.cannotSend` on a closed terminal, or when the program reads nothing for 5 seconds.
    public func send(bytes: [UInt8]) throws(PtyError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { cpty_write(session.master, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
                continue
            }
            let error = errno
            guard error == EAGAIN || error == EINTR else {
                throw .cannotSend(reason: reason(error), screen: screen.description)
            }
            // A program that writes may not read before we have read what it wrote.
            var file = pollfd(fd: session.master, events: Int16(POLLIN | POLLOUT), revents: 0)
            guard poll(&file, 1, 5000) > 0 else {
                throw .cannotSend(reason: "its input is full", screen: screen.description)
            }
            pump(milliseconds: 0)
        }
    }
}
