internal import CPty
internal import Glibc

extension PtyProcess {
    /// Waits until the program writes, changes its state or the time has passed; shows what it wrote.
    ///
    /// Returns whether it wrote. Once the program has ended, all it wrote has been shown.
    @discardableResult
    func pump(milliseconds: Int32) -> Bool {
        var files = [
            pollfd(fd: session.master, events: Int16(POLLIN), revents: 0),
            pollfd(fd: status == nil ? session.events : -1, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&files, 2, milliseconds) > 0 else { return false }
        let received = files[0].revents == 0 ? [] : readAvailable()
        show(received)
        if files[1].revents != 0 { readEvents() }
        return !received.isEmpty
    }

    private func show(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return }
        output += bytes
        screen.feed(bytes)
        let replies = screen.takeReplies()
        // A terminal whose input is full loses the answers of a real one too.
        if !replies.isEmpty { _ = cpty_write(session.master, replies, replies.count) }
    }

    private func readAvailable() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 65536)
        let count = read(session.master, &bytes, bytes.count)
        return Array(bytes.prefix(max(0, count)))
    }

    private func readEvents() {
        var event = cpty_event()
        while true {
            let count = read(session.events, &event, MemoryLayout<cpty_event>.size)
            if count < 0 { return }
            // Without its leader, which only a foreign signal ends, the program is hung up.
            guard count > 0 else { return end(.signalled(SIGHUP)) }
            switch cpty_event_kind(UInt32(event.kind)) {
            case CPTY_STOPPED: isStopped = true
            case CPTY_CONTINUED: isStopped = false
            case CPTY_EXITED: return end(.exited(event.value))
            case CPTY_SIGNALLED: return end(.signalled(event.value))
            default: break
            }
        }
    }

    private func end(_ status: ExitStatus) {
        self.status = status
        isStopped = false
        showRest()
    }

    /// Shows what the program wrote last. The kernel hands it over a little later, but in order: so write a
    /// mark after it, and read until that comes.
    private func showRest() {
        let mark = Array("\0end of output\0".utf8)
        let isMarked = write(session.slave, mark, mark.count) == mark.count
        let deadline = Deadline(seconds: isMarked ? 2 : 0.1)
        var rest: [UInt8] = []
        repeat {
            var file = pollfd(fd: session.master, events: Int16(POLLIN), revents: 0)
            guard poll(&file, 1, deadline.milliseconds) > 0 else { break }
            let received = readAvailable()
            if received.isEmpty { break }
            rest += received
            if let found = rest.lastRange(of: mark) {
                rest.removeSubrange(found)
                break
            }
        } while !deadline.hasPassed
        show(rest)
    }
}

extension [UInt8] {
    fileprivate func lastRange(of mark: [UInt8]) -> Range<Int>? {
        guard count >= mark.count else { return nil }
        for start in (0...count - mark.count).reversed() where self[start...].starts(with: mark) {
            return start..<start + mark.count
        }
        return nil
    }
}
