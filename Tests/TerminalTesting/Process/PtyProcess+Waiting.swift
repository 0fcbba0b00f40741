extension PtyProcess {
    /// Waits until a row of the screen has the text, which it may have already.
    ///
    /// - Throws: `PtyError.timedOut`, or `PtyError.ended` if the program ended without it.
    public func waitFor(_ text: String, timeout: Double = 10) throws(PtyError) {
        try waitFor("\"\(text)\"", timeout: timeout) { screen in
            screen.lines.contains { $0.contains(text) }
        }
    }

    /// Waits until the screen is as wished, which it may be already; the name is for the error.
    ///
    /// - Throws: `PtyError.timedOut`, or `PtyError.ended` if the program ended before.
    public func waitFor(
        _ name: String = "the screen", timeout: Double = 10, where isWished: (TerminalEmulator) -> Bool
    ) throws(PtyError) {
        try wait(for: name, timeout: timeout, orEnd: true) { isWished($0.screen) }
    }

    /// Waits until the program has written nothing for so long, or has ended.
    ///
    /// - Throws: `PtyError.timedOut` if it never falls silent.
    public func waitForQuiet(_ milliseconds: Int32 = 100, timeout: Double = 10) throws(PtyError) {
        let deadline = Deadline(seconds: timeout)
        while status == nil && pump(milliseconds: milliseconds) {
            if deadline.hasPassed {
                throw .timedOut(waitingFor: "\(milliseconds) ms of silence", screen: screen.description)
            }
        }
    }

    /// Waits for the program's end and returns how it ended, which it may have already.
    ///
    /// - Throws: `PtyError.timedOut`.
    @discardableResult
    public func waitForExit(timeout: Double = 10) throws(PtyError) -> ExitStatus {
        var ended: ExitStatus?
        try wait(for: "the program to end", timeout: timeout, orEnd: false) { process in
            ended = process.status
            return ended != nil
        }
        guard let ended else { preconditionFailure("the wait saw the end") }
        return ended
    }

    /// Waits until a signal holds the program, which goes on after `signal(SIGCONT)`.
    ///
    /// - Throws: `PtyError.timedOut`, or `PtyError.ended` if the program ended instead.
    public func waitForStop(timeout: Double = 10) throws(PtyError) {
        try wait(for: "the program to stop", timeout: timeout, orEnd: true) { $0.isStopped }
    }

    private func wait(
        for name: String, timeout: Double, orEnd: Bool, until isDone: (PtyProcess) -> Bool
    ) throws(PtyError) {
        let deadline = Deadline(seconds: timeout)
        while true {
            pump(milliseconds: 0)
            if isDone(self) { return }
            if let status, orEnd {
                throw .ended(status, waitingFor: name, screen: screen.description)
            }
            if deadline.hasPassed {
                throw .timedOut(waitingFor: name, screen: screen.description)
            }
            pump(milliseconds: deadline.milliseconds)
        }
    }
}
