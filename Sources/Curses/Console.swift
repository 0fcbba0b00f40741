import CNcurses
import Foundation
import Glibc
public import Screens

/// The terminal through ncurses: the only place that speaks to it.
///
/// All calls belong on one thread.
public final class Console {
    private let window: UnsafeMutablePointer<WINDOW>
    private let signals: Int32
    private var painter: Painter
    private var pasted: String?
    /// Whether effects, such as reading rulesets, may have left much memory behind.
    private var hasLitter = true
    /// For what other threads have to say.
    public let mailbox = Mailbox()
    public let look: Look

    /// Takes the terminal of standard input and output.
    ///
    /// - Returns: `nil` where there is none, or one that can only print lines.
    public init?() {
        guard Console.isPossible else { return nil }
        let unicode = console_locale()
        let signals = console_signals()
        guard signals >= 0, let window = console_open() else { return nil }
        self.window = window
        self.signals = signals
        look = Look(unicode: unicode, color: console_colors())
        painter = Painter(window)
        console_mouse(true)
    }

    deinit {
        console_close()
    }

    /// Whether standard input and output are a terminal that can place the cursor.
    public static var isPossible: Bool {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return false }
        let kind = getenv("TERM").map { String(cString: $0) } ?? ""
        return !kind.isEmpty && kind != "dumb"
    }

    public var size: Size {
        Size(columns: Int(getmaxx(window)), rows: Int(getmaxy(window)))
    }

    /// Plays the program until it quits or a signal ends it; the terminal is given back.
    ///
    /// - Parameter perform: carries out an effect and says what came of it.
    /// - Returns: 0, or the number of the signal.
    public func run(_ app: inout App, perform: (Effect) -> Answer?) -> Int32 {
        defer { console_close() }
        guard carryOut(app.start(), &app, perform) else { return 0 }
        painter.paint(app.view())
        while true {
            wait()
            if let signal = takeSignals(&app) { return signal }
            for (id, answer) in mailbox.collect() {
                guard carryOut(app.update(.late(id, answer)), &app, perform) else { return 0 }
            }
            while let input = nextInput() {
                guard carryOut(app.update(input), &app, perform) else { return 0 }
            }
            painter.paint(app.view())
        }
    }

    /// - Returns: false when the program is to end.
    private func carryOut(_ effects: [Effect], _ app: inout App, _ perform: (Effect) -> Answer?) -> Bool {
        var queue = effects[...]
        while let effect = queue.popFirst() {
            guard case .terminal(let own) = effect else {
                hasLitter = true
                if let answer = perform(effect) { queue += app.update(.answer(answer)) }
                continue
            }
            switch own {
            case .quit: return false
            case .redraw: painter.forget()
            case .captureMouse(let isOn): console_mouse(isOn)
            case .edit(let text): queue += app.update(.answer(edit(text)))
            case .copy(let text): console_copy(Data(text.utf8).base64EncodedString())
            }
        }
        return true
    }

    /// Has the text written on in `$VISUAL` or `$EDITOR`, on the terminal that is lent to it.
    private func edit(_ text: String) -> Answer {
        var path = Array("/tmp/credulity-words-XXXXXX.txt".utf8CString)
        let descriptor = mkstemps(&path, 4)
        guard descriptor >= 0 else {
            return .failed("No place for the editor's file: \(String(cString: strerror(errno))).")
        }
        let name = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unlink(name) }
        let bytes = Array(text.utf8)
        write(descriptor, bytes, bytes.count)
        close(descriptor)
        let status = console_edit(name)
        painter.forget()
        guard status == 0 else { return .failed("The editor ended with status \(status); the words are as they were.") }
        guard let edited = FileManager.default.contents(atPath: name) else {
            return .failed("The editor's file cannot be read.")
        }
        let said = String(decoding: edited.prefix(65_536), as: UTF8.self)
        return .edited(said.last == "\n" ? String(said.dropLast()) : said)
    }

    /// Sleeps until a key, a signal or a late answer comes.
    private func wait() {
        if hasLitter { console_trim() }
        hasLitter = false
        var sources = [
            pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
            pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
            pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        let ready = poll(&sources, nfds_t(sources.count), -1)
        let isGone = sources[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
        if ready > 0, isGone, sources[0].revents & Int16(POLLIN) == 0 { raise(SIGHUP) }
    }

    /// Follows the size of the terminal, stops and goes on; a signal to end by is returned.
    private func takeSignals(_ app: inout App) -> Int32? {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = read(signals, &bytes, bytes.count)
        guard count > 0 else { return nil }
        for number in bytes[..<count].map(Int32.init) {
            switch number {
            case SIGWINCH, SIGCONT:
                resize(&app)
            case SIGTSTP:
                console_suspend()
                painter.forget()
                resize(&app)
            default:
                return number
            }
        }
        return nil
    }

    private func resize(_ app: inout App) {
        var columns: Int32 = 0, rows: Int32 = 0
        guard console_size(&columns, &rows) else { return }
        if columns != getmaxx(window) || rows != getmaxy(window) {
            resizeterm(rows, columns)
            painter.forget()
        }
        _ = app.update(.resized(size))
    }

    /// Escape itself; or a new line, where Enter comes with it: that is Alt-Enter.
    private func afterEscape() -> Key {
        var code: wint_t = 0
        switch wget_wch(window, &code) {
        case OK where code == 13: return .control("j")
        case OK: unget_wch(wchar_t(bitPattern: code))
        case KEY_CODE_YES: ungetch(Int32(code))
        default: break
        }
        return .escape
    }

    /// The next key or pasted text; `nil` when no more has come.
    private func nextInput() -> Input? {
        var code: wint_t = 0
        while true {
            let kind = wget_wch(window, &code)
            if kind == ERR { return nil }
            if kind == KEY_CODE_YES {
                switch Int(code) {
                case Int(KEY_MOUSE):
                    if let pointer = Pointer() { return .pointer(pointer) }
                case KEY_PASTE_START: pasted = ""
                case KEY_PASTE_END:
                    defer { pasted = nil }
                    if let pasted { return .paste(pasted) }
                default:
                    if pasted == nil, let key = Key(code: Int32(code)) { return .key(key) }
                }
            } else if let scalar = Unicode.Scalar(code) {
                guard pasted == nil else {
                    pasted?.unicodeScalars.append(scalar)
                    continue
                }
                guard let key = Key(scalar: scalar) else { continue }
                return .key(key == .escape ? afterEscape() : key)
            }
        }
    }
}
