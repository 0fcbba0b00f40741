internal import CPty
internal import Glibc

/// A program on a terminal of its own, driven by a test.
///
/// Every wait blocks the thread until something comes or its timeout has passed. The program is killed when
/// this is closed or let go, and also when the tests themselves end.
public final class PtyProcess {
    /// What the program has drawn so far, as far as it was waited for.
    public internal(set) var screen: TerminalEmulator
    /// All that the program has written, as far as it was waited for.
    public internal(set) var output: [UInt8] = []
    /// How the program ended, once a wait has seen it.
    public internal(set) var status: ExitStatus?
    /// Whether a signal such as `SIGTSTP` holds the program.
    public internal(set) var isStopped = false
    /// The program's own id; 0 after closing.
    public var processIdentifier: Int32 { session.program > 0 ? session.program : 0 }

    let terminalName: String
    var session: cpty_session

    /// Starts the program at this absolute path; the arguments are those after its name.
    ///
    /// - Throws: `PtyError.cannotStart` when there is no terminal to be had, no such folder, or no such program.
    public init(
        _ path: String, _ arguments: [String] = [], columns: Int = 80, rows: Int = 24,
        environment: [String: String] = standardEnvironment(), in folder: String? = nil
    ) throws(PtyError) {
        screen = TerminalEmulator(columns: columns, rows: rows)
        terminalName = environment["TERM"] ?? ""
        var step: Int32 = 0
        let size = cpty_size(rows: UInt16(rows), columns: UInt16(columns))
        var started = cpty_session()
        let error = withProgramArguments(path, arguments, environment) { arguments, environment in
            cpty_start(&started, path, arguments, environment, folder, size, &step)
        }
        // Closed if there was an error, as `deinit` runs even then.
        session = started
        guard error == 0 else {
            throw .cannotStart(path: path, step: Self.name(ofStep: step), reason: reason(error))
        }
    }

    private static func name(ofStep step: Int32) -> String {
        switch cpty_step(UInt32(step)) {
        case CPTY_OPEN: "opening a terminal"
        case CPTY_FORK: "forking"
        case CPTY_SESSION: "making a session"
        case CPTY_FOLDER: "entering the folder"
        default: "executing"
        }
    }

    /// Kills the program if it still runs; nothing more comes from it, but the screen stays.
    public func close() {
        cpty_end(&session)
    }

    deinit {
        cpty_end(&session)
    }

    /// Changes the size, of which the kernel tells the program by `SIGWINCH`.
    public func resize(columns: Int, rows: Int) {
        screen.resize(columns: columns, rows: rows)
        _ = cpty_resize(session.master, cpty_size(rows: UInt16(rows), columns: UInt16(columns)))
    }

    /// Sends a signal to the program alone, unless it has ended.
    public func signal(_ number: Int32) {
        guard status == nil, session.program > 0 else { return }
        kill(session.program, number)
    }

    /// Takes the terminal away, as closing its window does: the program gets `SIGHUP`, and can write no more.
    public func hangUp() {
        Glibc.close(session.master)
        session.master = -1
    }

    /// The most memory the program has used so far, in KiB; `nil` once it has ended.
    public var peakResidentKiB: Int? {
        guard status == nil, session.program > 0 else { return nil }
        guard let file = fopen("/proc/\(session.program)/status", "r") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 8192)
        let count = fread(&bytes, 1, bytes.count, file)
        let lines = String(decoding: bytes.prefix(count), as: UTF8.self).split(separator: "\n")
        let words = lines.first { $0.hasPrefix("VmHWM:") }?.split { $0 == " " || $0 == "\t" } ?? []
        return words.count > 1 ? Int(words[1]) : nil
    }
}
