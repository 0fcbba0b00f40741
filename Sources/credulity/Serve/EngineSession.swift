import ArgumentParser
import Bots
import Game
import Foundation
import Play
import Rulebook
import Solver
import Synchronization
import Text

/// The engine's end of the protocol: what it was told, and the search that runs.
///
/// What it cannot follow it complains of in an `info string`, and stays as it was.
final class EngineSession {
    private let output: @Sendable (String) -> Void
    private var botName: String?
    private var ruleset: Ruleset?
    private var session: Session?
    private var seed: UInt64 = 0
    private let search = SharedSearch()

    /// - Parameters:
    ///   - bot: who plays; `nil`: the strongest that plays any ruleset.
    ///   - output: takes lines, from any thread.
    init(bot: String?, output: @escaping @Sendable (String) -> Void) {
        botName = bot
        self.output = output
    }

    /// Does what a line says; false when it was to quit.
    func obey(_ line: String) -> Bool {
        let tokens = line.split { $0 == " " || $0 == "\t" }.map(String.init)
        switch tokens.first {
        case "credulity": introduce()
        case "isready": output("ready")
        case "option": setOption(tokens)
        case "ruleset": takeRuleset(line.drop { $0 == " " }.dropFirst("ruleset".count))
        case "newgame":
            seed = Self.value(of: "seed", in: tokens).flatMap(UInt64.init) ?? 0
            session = nil
        case "position": takePosition(tokens)
        case "go": go(tokens)
        case "offer": output("offer \(offer(line).map { "\($0)" } ?? "none")")
        case "stop": stop()
        case "quit": return false
        default: break
        }
        return true
    }

    private func stop() {
        search.running.withLock { $0?.cancel() }
    }

    /// Stops the search, and waits a little for what it has found.
    func stop(waiting seconds: Double) {
        stop()
        _ = hasAnswered(within: seconds)
    }

    /// Whether every `go` is answered, or will be in that time.
    func hasAnswered(within seconds: Double) -> Bool {
        search.threads.wait(timeout: .now() + seconds) == .success
    }

    /// - Parameter error: an `EngineComplaint`, or what stands against a match.
    func complain(_ error: any Error) {
        output("info string \(error)".madePlain)
    }

    private func introduce() {
        output("id name credulity \(Credulity.configuration.version)")
        output("id author the authors of credulity")
        output("option name bot type string\(botName.map { " default " + $0 } ?? "")".madePlain)
        output("offers")
        output("ok")
    }

    private func setOption(_ tokens: [String]) {
        // Either may have blanks.
        let parts = tokens.dropFirst(2).split(separator: "value", maxSplits: 1).map { $0.joined(separator: " ") }
        guard tokens.dropFirst().first == "name", parts.count == 2 else {
            return complain(EngineComplaint.malformedOption)
        }
        guard parts[0].lowercased() == "bot" else { return complain(EngineComplaint.unknownOption(parts[0])) }
        botName = parts[1]
    }

    private func takeRuleset(_ json: Substring) {
        do throws(RulebookError) {
            ruleset = try Rulebook(String(json), named: "ruleset").ruleset
        } catch {
            ruleset = nil
            complain(EngineComplaint.rulesetInvalid(error))
        }
        session = nil
    }

    private func takePosition(_ tokens: [String]) {
        do {
            session = try EngineSession.session(tokens, in: ruleset, seed: seed)
        } catch {
            session = nil
            complain(error)
        }
    }

    /// The token after that one.
    static func value(of name: String, in tokens: [String]) -> String? {
        tokens.firstIndex(of: name).flatMap { $0 + 1 < tokens.count ? tokens[$0 + 1] : nil }
    }
}

/// The search that runs, if one does, as its thread knows it too.
private final class SharedSearch: Sendable {
    let running = Mutex<Cancellation?>(nil)
    /// Those that have not answered.
    let threads = DispatchGroup()
}

// The search.
extension EngineSession {
    private func go(_ tokens: [String]) {
        // One that was told to stop is about to answer.
        if search.running.withLock({ $0?.isCancelled == true }) { search.threads.wait() }
        guard search.running.withLock({ $0 == nil }) else { return complain(EngineComplaint.busy) }
        do throws(EngineComplaint) {
            let (bot, session) = try ready(to: "go") { $0.awaited }
            begin(bot, session, tokens)
        } catch {
            complain(error)
            output("bestmove none")
        }
    }

    /// What is needed to answer.
    ///
    /// - Parameter verb: what is to be answered.
    private func ready(to verb: String, as side: (Session) -> Side?) throws(EngineComplaint) -> (any Bot, Session) {
        guard let ruleset else { throw .rulesetMissing(before: verb) }
        guard let session else { throw .positionMissing(before: verb) }
        guard let side = side(session) else { throw .over }
        let all = bots(for: ruleset)
        let name = botName ?? Perfect().name
        guard let bot = all.first(where: { $0.name == name.lowercased() }) else {
            throw .unknownBot(name, known: all.map(\.name))
        }
        guard bot.sides.contains(side) else { throw .wrongSide(side, bot: name) }
        return (bot, session)
    }

    /// What the bot writes for what the other side, whose turn it is, would have settled; `nil`: none.
    private func offer(_ line: String) -> Credence? {
        do {
            guard search.running.withLock({ $0 == nil }) else { throw EngineComplaint.busy }
            let (bot, session) = try ready(to: "offer") { $0.awaited?.opponent }
            guard let subject = try EngineAct(line: line)?.act(in: session.match.ruleset).settlement?.subject else {
                throw EngineComplaint.malformedOffer
            }
            _ = try session.sealing(subject)
            let side = session.sideToMove.opponent
            return bot.offer(for: subject, session.turn(as: side), as: side)
        } catch {
            complain(error)
            return nil
        }
    }

    private func begin(_ bot: any Bot, _ session: Session, _ tokens: [String]) {
        let cancellation = Cancellation()
        search.running.withLock { $0 = cancellation }
        let seconds = Self.value(of: "movetime", in: tokens).flatMap(Double.init)
            .map { min(max(0, $0), 86_400_000) / 1000 }
        let nodes = Self.value(of: "nodes", in: tokens).flatMap(Int.init).map { max(1, $0) }
        let limits = SearchLimits(nodes: nodes, seconds: seconds)
        let thread = Thread { [search, output] in
            let answer = session.answer(by: bot, budget: limits, cancellation: cancellation)
            // Whoever reads the answer may ask again at once.
            search.running.withLock { $0 = nil }
            if let note = answer.note { output("info string \(note)".madePlain) }
            output(bestMove(answer, in: session))
            search.threads.leave()
        }
        search.threads.enter()
        thread.stackSize = 16 << 20
        thread.start()
        if let seconds {
            DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { cancellation.cancel() }
        }
    }
}

/// What a bot plays, or raises with its own offer alone; what it objects goes with that.
private func bestMove(_ answer: BotAnswer, in session: Session) -> String {
    let ruleset = session.match.ruleset
    if let sealing = answer.sealing {
        return bestMove(ruleset.notation(of: sealing.subject.settled(by: sealing.offers)), answer.entries.last?.words)
    }
    // To have lost, and raise nothing, is to name nothing.
    guard let entry = answer.entries.last, case .move = entry.act else { return "bestmove none" }
    return bestMove(ruleset.notation(of: entry.act), entry.words)
}

private func bestMove(_ notation: String, _ words: String?) -> String {
    let said = words.map { $0.split(separator: "\n").joined(separator: " ") } ?? ""
    return ("bestmove " + notation + (said.isEmpty ? "" : " words \(said)")).madePlain
}
