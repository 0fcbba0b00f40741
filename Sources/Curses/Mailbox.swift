import CNcurses
import Glibc
public import Screens
import Synchronization

/// Where other threads leave answers for the program; the console wakes up for them.
public final class Mailbox: Sendable {
    private let letters = Mutex<[(JobID, LateAnswer)]>([])
    /// The end to wait on, and the end to wake by; -1 where there is no pipe to be had.
    let descriptor: Int32
    private let bell: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        _ = console_pipe(&ends)
        (descriptor, bell) = (ends[0], ends[1])
    }

    deinit {
        close(descriptor)
        close(bell)
    }

    /// Leaves an answer; from any thread.
    public func post(_ id: JobID, _ answer: LateAnswer) {
        letters.withLock { $0.append((id, answer)) }
        var ring: UInt8 = 1
        write(bell, &ring, 1)
    }

    /// Takes what was left.
    func collect() -> [(JobID, LateAnswer)] {
        var rings = [UInt8](repeating: 0, count: 64)
        while read(descriptor, &rings, rings.count) > 0 {}
        return letters.withLock { letters in
            defer { letters = [] }
            return letters
        }
    }
}
