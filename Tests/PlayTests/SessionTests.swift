import Bots
import Game
import Play
import TestSupport
import Testing

@Suite("A session")
struct SessionTests {
    private static let ana = Player(name: "Ana"), ben = Player(name: "Ben")
    private static let greedy = Player(name: "Greedy", seat: "bot:greedy")

    private func session(
        _ divergence: Player = ana, _ training: Player = ben, _ ruleset: Ruleset = .workedExample(), mode: Mode = .hard
    ) throws -> Session {
        let setup = Setup(
            ruleset: ruleset, profile: nil, mode: mode, players: Players(divergence: divergence, training: training))
        return Session(try setup.record(date: "", id: "", hash: "", seed: 7))
    }

    private func after(_ session: Session, _ acts: String...) throws -> Session {
        var session = session
        for act in acts { try session.apply([Entry(session.match.ruleset.act(act))]) }
        return session
    }

    @Test("says whom it waits for, and for what")
    func awaiting() throws {
        let start = try session(Self.ana, Self.greedy)
        #expect(start.awaiting == .move(.divergence) && start.awaitsPersonsMove && !start.awaitsBot)
        let claimed = try after(start, "propose p")
        #expect(claimed.awaiting == .move(.training) && claimed.awaitsBot && !claimed.awaitsPerson)
        let asked = try after(session(), "propose p", "ask-to-stop")
        #expect(asked.awaiting == .answer(.divergence) && asked.awaitsPersonsAnswer && !asked.awaitsPersonsMove)
        let agreed = try after(asked, "agree")
        #expect(agreed.awaiting == .close && agreed.awaited == nil)
        #expect(try after(agreed, "close").awaiting == .nothing)
    }

    @Test("lets all of several things happen, or none")
    func atomic() throws {
        var session = try session()
        let entries = [Entry(.move(.propose(Pattern.ID(0)))), Entry(.answerStop(agrees: true))]
        #expect(throws: RecordError.illegal(.notAsked)) { try session.apply(entries) }
        #expect(session.match.plies.isEmpty && session.record.log.isEmpty)
        #expect(throws: RecordError.unplainWords) {
            try session.apply([Entry(.move(.propose(Pattern.ID(0))), words: "a\u{1B}[31m")])
        }
    }

    @Test("takes back one move between people, by consent, and a bot's answer with one's own")
    func takeBack() throws {
        #expect(try session().takeBack == nil)
        let people = try after(session(), "propose p").takeBack
        #expect(people?.plies == 1 && people?.consent == .training)
        let line = ["propose p", "counter s ordinary"]
        let against = try line.reduce(session(Self.ana, Self.greedy)) { try after($0, $1) }
        #expect(against.takeBack?.plies == 2 && against.takeBack?.consent == nil)
        let thinking = try after(session(Self.ana, Self.greedy), "propose p")
        #expect(thinking.takeBack?.plies == 1 && thinking.takeBack?.consent == nil)
        #expect(try after(session(Self.greedy, Self.greedy), "propose p").takeBack == nil)
        var undone = against
        try undone.apply(against.takeBack?.entries ?? [])
        #expect(undone.match.plies.isEmpty && undone.record.log.count == 3 && undone.record.standing.isEmpty)
    }

    @Test("keeps what was said with the act it was said with, and takes it back with that")
    func words() throws {
        var session = try session()
        try session.apply(session.moving(.propose(Pattern.ID(0)), saying: "It learned that."))
        try session.apply([Entry(.object, words: "Hardly."), Entry(.object, words: "No.")])
        try session.apply(session.moving(.counter(Situation.ID(0), .ordinary), saying: ""))
        #expect(session.record.words(with: 1) == "It learned that." && session.record.words(with: 2) == nil)
        #expect(session.record.objection(to: 1) == "No." && session.record.objection(to: 2) == nil)
        try session.apply([Entry(.takeBack(plies: 2))])
        try session.apply(session.moving(.propose(Pattern.ID(1)), saying: ""))
        #expect(session.record.words(with: 1) == nil && session.record.objection(to: 1) == nil)
    }

    @Test("has a bot move, answer and have its last words, and one that names no legal move forfeits")
    func bots() throws {
        let start = try after(session(Self.ana, Self.greedy), "propose p")
        let answer = start.answer(by: Greedy())
        #expect(answer.entries == [Entry(.move(.counter(Situation.ID(0), .ordinary)))])
        let asked = try after(session(Self.greedy, Self.ben), "propose p", "ask-to-stop")
        #expect(asked.answer(by: Greedy()).entries == [Entry(.answerStop(agrees: false))])
        #expect(asked.answer(by: Greedy()).note == "Greedy would rather play on.")
        let cheat = start.answer(by: Cheat())
        #expect(cheat.entries.map(\.act) == [.move(.concede)])
        #expect(cheat.entries.first?.words?.contains("forfeits") == true)
        var over = start
        try over.apply(cheat.entries)
        #expect(over.awaiting == .close && over.closing == [Entry(.close)])
    }

    @Test("of any match replays from its log", arguments: Thoroughness.seeds(ofFull: 300))
    func replay(seed: UInt64) throws {
        let ruleset = Ruleset.disputed(seed: seed)
        let (_, acts) = Match.randomActs(Rules(ruleset, mode: .easy), seed: seed)
        var session = try session(Self.ana, Self.ben, ruleset, mode: .easy)
        for act in acts { try session.apply([Entry(act, words: "\(act.isWordsOnly)", at: "then")]) }
        var again = try self.session(Self.ana, Self.ben, ruleset, mode: .easy)
        try again.apply(session.record.log)
        #expect(again.match.steps.map(\.act) == session.match.steps.map(\.act), "seed \(seed)")
        #expect(again.record.standing == session.record.standing, "seed \(seed)")
        #expect(session.record.standing.map(\.act) == session.match.steps.map(\.act), "seed \(seed)")
    }
}

/// Names a move that is none.
private struct Cheat: Bot {
    let name = "cheat"
    let summary = "names a move that is none"

    func reply(to turn: Turn) -> Reply { Reply(.sophisticate(Feature.ID(0))) }
}
