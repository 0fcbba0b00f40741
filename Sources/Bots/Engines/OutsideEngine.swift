import Dispatch
public import Game
import Solver
import Synchronization

/// A program that somebody else wrote, which speaks the protocol of `ENGINES.md`.
///
/// Its process lives from the first turn until `dismiss`. Whatever it does wrong, it forfeits: the reply is to
/// concede, with a sentence that says why.
public final class OutsideEngine: Bot {
    public let command: EngineCommand
    private let options: [EngineOption]
    private let guardian: [String]
    private let limits: EngineLimits
    private let log: String?
    private let document: @Sendable (Ruleset) -> String
    private let state = Mutex(State())

    private struct State {
        var process: EngineProcess?
        /// Those that have failed, on their way out.
        var leaving: [EngineProcess] = []
        /// Whether the engine has said hello and read the ruleset.
        var isReady = false
        /// Whether it writes for what the other side raises.
        var writesOffers = false
        var isDismissed = false
        /// What is yet to be said of its options.
        var note: String?
    }

    /// - Parameters:
    ///   - guardian: the words of a program that runs the command which follows them, after the milliseconds it
    ///     gives it to end, and leaves nothing alive; without one, what leaves the command's process group stays.
    ///   - log: the file for its standard error; `nil`: that is thrown away.
    ///   - document: a ruleset as one line of JSON.
    public init(
        _ command: EngineCommand, options: [EngineOption] = [], guardian: [String] = [],
        limits: EngineLimits = EngineLimits(), log: String? = nil,
        document: @escaping @Sendable (Ruleset) -> String
    ) {
        self.command = command
        self.options = options
        self.guardian = guardian
        self.limits = limits
        self.log = log
        self.document = document
    }

    deinit {
        dismiss()
    }

    public var name: String { command.name }
    public var summary: String { "an engine from outside" }

    /// Blocks the thread it is called on until the engine has answered or forfeits.
    public func reply(to turn: Turn) -> Reply {
        do throws(EngineForfeit) {
            let process = try readied(for: turn)
            var reply = try reply(of: process, to: turn)
            reply.note = state.withLock { $0.note.take() }
            return reply
        } catch {
            if error != .ended(.dismissed) { forget() }
            let note = log.map { "What it wrote to standard error is in \($0)." }
            return Reply(.concede, words: "The engine “\(name)” \(error), and forfeits.", note: note)
        }
    }

    /// Lets go of the process for good, without waiting for its end.
    public func dismiss() {
        state.withLock { state in
            state.isDismissed = true
            state.process?.dismiss()
        }
    }

    /// Waits until no process of it is left.
    ///
    /// - Returns: whether that came in time.
    public func waitForEnd(seconds: Double = 1.5) -> Bool {
        let deadline = DispatchTime.now() + seconds
        return processes.filter { !$0.isGone(by: deadline) }.isEmpty
    }

    /// Kills what is left of it.
    public func kill() {
        processes.forEach { $0.kill() }
    }

    private var processes: [EngineProcess] {
        state.withLock { $0.leaving + [$0.process].compactMap(\.self) }
    }

    /// Ends a process that has failed.
    private func forget() {
        state.withLock { state in
            state.process?.dismiss()
            if let process = state.process { state.leaving.append(process) }
            (state.process, state.isReady) = (nil, false)
        }
    }

    /// The process, started and made acquainted with the match if it was not yet.
    private func readied(for turn: Turn) throws(EngineForfeit) -> EngineProcess {
        let (process, isReady) = state.withLock { state -> (EngineProcess?, Bool) in
            if state.process == nil, !state.isDismissed {
                state.process = EngineProcess(command, guardian: guardian, limits: limits, log: log)
            }
            return (state.process, state.isReady)
        }
        guard let process else { throw .ended(.dismissed) }
        process.inbox.beginTurn()
        guard !isReady else { return process }
        process.send("credulity \(protocolVersion)")
        let introduction = try hear(.hello, from: process, or: .hello)
        state.withLock { $0.writesOffers = introduction.contains(.offers) }
        setOptions(of: process, introduction)
        process.send("ruleset " + document(turn.ruleset))
        process.send("newgame seed \(turn.seed)")
        try hear(.ready, from: process, after: "isready", or: .ruleset)
        state.withLock { $0.isReady = true }
        return process
    }

    private func setOptions(of process: EngineProcess, _ introduction: [EngineLine]) {
        let names = introduction.compactMap { if case .option(let name) = $0 { name } else { nil } }
        let (lines, note) = EngineOption.lines(options, for: names)
        lines.forEach(process.send)
        state.withLock { $0.note = note }
    }

    /// Waits for a line.
    ///
    /// - Returns: those that came before.
    @discardableResult
    private func hear(
        _ line: EngineLine, from process: EngineProcess, after question: String? = nil, or step: EngineForfeit.Step
    ) throws(EngineForfeit) -> [EngineLine] {
        var passed: [EngineLine] = []
        if let question { process.send(question) }
        let deadline = DispatchTime.now() + limits.hello
        while true {
            switch process.inbox.next(until: deadline) {
            case .line(let text):
                let heard = EngineLine(text)
                if heard == line { return passed }
                passed.append(heard)
            case .end(let end): throw .ended(end)
            case .late, .cancelled: throw .late(step, seconds: limits.hello)
            }
        }
    }
}

// One turn.
extension OutsideEngine {
    /// Its move, or what it raises before it moves, with its words.
    private func reply(of process: EngineProcess, to turn: Turn) throws(EngineForfeit) -> Reply {
        guard let answer = try answer(of: process, to: turn) else { throw .noMove }
        switch try answer.read(in: turn.match) {
        case .move(let move): return Reply(move, words: answer.words)
        case .raised(let raised):
            var reply = Reply(.concede, objection: answer.words)
            reply.raised = raised
            return reply
        }
    }

    /// What it raises where it has lost; whatever else it does, it has only lost.
    public func lastWord(_ turn: Turn) -> Raised? {
        do throws(EngineForfeit) {
            let answer = try answer(of: try readied(for: turn), to: turn)
            guard case .raised(let raised)? = try answer?.read(in: turn.match) else { return nil }
            return raised
        } catch {
            return nil
        }
    }

    /// What it names to `go`; `nil` where it names nothing.
    private func answer(of process: EngineProcess, to turn: Turn) throws(EngineForfeit) -> EngineAct? {
        try place(process, at: turn)
        let seconds = min(limits.think, turn.limits.seconds ?? limits.think)
        let nodes = turn.limits.nodes.map { " nodes \($0)" } ?? ""
        return try answer(of: process, to: "go\(nodes) movetime \(Int(seconds * 1000))", within: seconds, turn) {
            line in
            if case .bestMove(let act) = line { .some(act) } else { nil }
        }
    }

    /// What it writes for something that the other side raises, if it ever does; nothing where it is late, or says what is no
    /// credence.
    public func offer(for subject: Settlement, _ turn: Turn, as side: Side) -> Credence? {
        do throws(EngineForfeit) {
            let process = try readied(for: turn)
            guard state.withLock({ $0.writesOffers }) else { return nil }
            try place(process, at: turn)
            let question = "offer " + subject.engineNotation(in: turn.match.ruleset)
            return try answer(of: process, to: question, within: limits.think, turn) { line in
                if case .offer(let credence) = line { .some(credence) } else { nil }
            }
        } catch {
            return nil
        }
    }

    /// Tells it where the match stands.
    private func place(_ process: EngineProcess, at turn: Turn) throws(EngineForfeit) {
        process.send("position " + turn.match.notation)
        // What it said before was an answer to something else.
        try hear(.ready, from: process, after: "isready", or: .position)
    }

    /// What it answers to a question, stopped where it is late.
    private func answer<Answer>(
        of process: EngineProcess, to question: String, within seconds: Double, _ turn: Turn,
        read: (EngineLine) -> Answer?
    ) throws(EngineForfeit) -> Answer {
        process.send(question)
        var deadline = DispatchTime.now() + seconds
        var cancellation: Cancellation? = turn.cancellation
        while true {
            switch process.inbox.next(until: deadline, unless: cancellation) {
            case .line(let text):
                if let answer = read(EngineLine(text)) { return answer }
            case .end(let end): throw .ended(end)
            case .late where cancellation == nil: throw .tooSlow(seconds: seconds, grace: limits.grace)
            case .late, .cancelled:
                process.send("stop")
                deadline = .now() + limits.grace
                cancellation = nil
            }
        }
    }
}

extension EngineAct {
    /// What an engine may answer to `go`.
    fileprivate enum Answer {
        case move(Move)
        case raised(Raised)
    }

    /// - Throws: `EngineForfeit` where it may not happen.
    fileprivate func read(in match: Match) throws(EngineForfeit) -> Answer {
        let act: Act
        do {
            act = try self.act(in: match.ruleset)
        } catch {
            throw .unreadable(notation, error)
        }
        let side = match.position.sideToMove
        if let offers = act.settlement?.offers, offers[side.opponent] != nil || offers.judge != nil {
            throw .wroteForOthers(notation)
        }
        var trial = match
        do throws(IllegalAct) {
            try trial.apply(act)
        } catch {
            if case .move(let illegal) = error { throw .illegal(illegal) }
            throw .refused(notation, error)
        }
        if case .move(let move) = act { return .move(move) }
        guard let (subject, offers) = act.settlement else { throw .noMove }
        return .raised(Raised(subject, offer: offers[side]))
    }
}

/// The version of the protocol that is spoken here.
let protocolVersion = 1

extension Match.Step {
    /// `nil` for what no position depends on.
    fileprivate var notation: String? {
        switch act {
        case .move, .dispute, .coin: position.ruleset.notation(of: act)
        case .predict, .believe, .object, .askToStop, .answerStop, .takeBack, .close, .remark: nil
        }
    }
}

extension Match {
    /// The position as engines are told it. Source: RULES §12.
    public var notation: String {
        let profile = ruleset.profile.map { "/" + $0.identifier } ?? ""
        let played = steps.compactMap(\.notation).joined(separator: ", ")
        return "\(ruleset.identifier)\(profile) \(rules.mode.rawValue)" + (played.isEmpty ? "" : " moves " + played)
    }
}
