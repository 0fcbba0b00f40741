import Bots
import Game
import Play
import TestSupport
import Testing

@Suite("What is written under seal")
struct SealingTests {
    private static let ana = Player(name: "Ana"), ben = Player(name: "Ben")
    private static let greedy = Player(name: "Greedy", seat: "bot:greedy")
    private static let engine = Player(name: "engine", seat: "engine:x")
    private let p = Settlement.dispute(.pattern(Pattern.ID(0)))
    private let u = Coin("u", .situation(.ordinary, exhibits: FeatureSet([Feature.ID(0)]), .outcome))

    /// The worked example with disputes and coins, after acts in notation.
    private func session(
        _ acts: String..., divergence: Player = ana, training: Player = ben, judge: String? = nil,
        changing limits: [Limit: Int] = [:]
    ) throws -> Session {
        let ruleset = Ruleset.workedExample([.disputes: 2, .coins: 1].merging(limits) { $1 })
        var setup = Setup(
            ruleset: ruleset, profile: nil, mode: .hard,
            players: Players(divergence: divergence, training: training))
        setup.judge = judge
        var session = Session(try setup.record(date: "", id: "", hash: "", seed: 7))
        for act in acts { try session.apply([Entry(session.match.ruleset.act(act))]) }
        return session
    }

    private func credence(_ millionths: Int) -> Credence? { Credence(millionths: millionths) }

    @Test("is written by who raised it, the other at the keyboard and the judge, in that turn")
    func writers() throws {
        var sealing = try session("propose p", judge: "Cy").sealing(p)
        #expect(sealing.writers == [.side(.training), .side(.divergence), .judge] && sealing.bots.isEmpty)
        #expect(sealing.side == .training && sealing.writer == .side(.training))
        sealing.seal(credence(200_000), believing: credence(100_000))
        sealing.seal(nil)
        #expect(sealing.writer == .judge && !sealing.isSealed)
        sealing.seal(credence(150_000), believing: credence(1))
        #expect(sealing.isSealed && sealing.writer == nil)
        #expect(sealing.offers == Offers(divergence: nil, training: credence(200_000), judge: credence(150_000)))
        #expect(sealing.beliefs == [.training: credence(100_000)].compactMapValues { $0 })
        // Nobody writes twice.
        sealing.seal(.certain)
        #expect(sealing.offers.judge == credence(150_000))
    }

    @Test("waits for a bot that is asked out of sight, unless that raised it itself")
    func bots() throws {
        var sealing = try session("propose p", divergence: Self.greedy).sealing(p)
        #expect(sealing.writers == [.side(.training)] && sealing.unaskedBots == [.divergence])
        sealing.seal(credence(500_000))
        #expect(sealing.writer == nil && !sealing.isSealed)
        sealing.take(nil, from: .divergence)
        #expect(sealing.isSealed && sealing.unaskedBots.isEmpty && sealing.offers.divergence == nil)
        let raised = try session("propose p", training: Self.greedy).sealing(p, raisedBy: Raised(p, offer: credence(5)))
        #expect(raised.writers == [.side(.divergence)] && raised.unaskedBots.isEmpty)
        #expect(raised.offers.training == credence(5))
    }

    @Test("is in the match once all have written: what is believed, and the settling")
    func entries() throws {
        var session = try session("propose p", "counter s ordinary", "sophisticate b")
        let subject = Settlement.dispute(.condition(Feature.ID(1)))
        var sealing = try session.sealing(subject)
        sealing.seal(credence(125_000), believing: credence(250_000))
        sealing.seal(credence(200_000))
        #expect(session.record.log.count == 3)
        try session.apply(session.entries(of: sealing))
        let notation = session.record.log.suffix(2).map { session.match.ruleset.notation(of: $0.act) }
        #expect(
            notation == [
                "believe training condition b 0.25", "dispute condition b divergence=0.2 training=0.125",
            ])
        #expect(session.awaiting == .move(.divergence) && session.match.moves.count == 2)
    }

    @Test("of a coined card is believed once the card is there")
    func coined() throws {
        var session = try session("propose p")
        var sealing = try session.sealing(.coin(u))
        sealing.seal(.certain, believing: credence(900_000))
        sealing.seal(credence(500_000))
        try session.apply(session.entries(of: sealing))
        let notation = session.record.log.suffix(2).map { session.match.ruleset.notation(of: $0.act) }
        #expect(
            notation == [
                "coin counter u ordinary exhibits=a channel=outcome divergence=0.5 training=1",
                "believe training situation u ordinary 0.9",
            ])
    }

    @Test("is refused before anybody writes where it may not be settled")
    func refused() throws {
        let claimed = try session("propose p")
        func obstacle(_ session: Session, _ subject: Settlement) -> IllegalAct? {
            do { _ = try session.sealing(subject) } catch { if case .illegal(let act) = error { return act } }
            return nil
        }
        #expect(obstacle(claimed, .dispute(.condition(Feature.ID(0)))) == .dispute(.notBehindLastMove))
        #expect(obstacle(try session(), p) == .dispute(.notBehindLastMove))
        #expect(obstacle(try session("propose p", "dispute pattern p"), p) == .dispute(.onceATurn))
        #expect(obstacle(try session("propose p", changing: [.disputes: 0]), p) == .dispute(.noneLeft))
        #expect(obstacle(try session("propose p", changing: [.coins: 0]), .coin(u)) == .coin(.noneLeft))
        #expect(obstacle(try session(), .coin(u)) == .coin(.notYourTurn))
        let wide = Coin("u", u.kind, text: String(repeating: "x", count: 153))
        #expect(throws: RecordError.card(.tooWide(153, of: 152))) { try claimed.sealing(.coin(wide)) }
        #expect(claimed.settling(p, at: .certain)?.rules.prices.pattern[0] == .zero)
        #expect(claimed.settling(.dispute(.condition(Feature.ID(0))), at: .certain) == nil)
    }

    @Test("may yet undo a verdict: who has lost is asked first, but for bots that never raise anything")
    func acceptance() throws {
        let lost = ["propose p", "counter t ordinary"]
        func after(_ divergence: Player, _ limits: [Limit: Int] = [:]) throws -> Session {
            let session = try self.session(divergence: divergence, changing: limits)
            return try lost.reduce(into: session) { try $0.apply([Entry($0.match.ruleset.act($1))]) }
        }
        let asked = try after(Self.ana)
        #expect(
            asked.awaiting == .acceptance(.divergence) && asked.awaitsPersonsAcceptance && asked.match.verdict != nil)
        #expect(try after(Self.engine).awaiting == .acceptance(.divergence) && after(Self.engine).awaitsBot)
        #expect(try after(Self.greedy).awaiting == .close)
        #expect(try after(Self.ana, [.disputes: 0, .coins: 0]).awaiting == .close)
        var reopened = asked
        try reopened.apply([Entry(reopened.match.ruleset.act("dispute feature a divergence=0.25 training=0.25"))])
        #expect(reopened.awaiting == .move(.training) && reopened.match.verdict == nil)
        // Once nothing can be raised any more, the verdict stands.
        var spent = try after(Self.ana, [.coins: 0])
        try spent.apply([Entry(spent.match.ruleset.act("dispute feature a"))])
        #expect(spent.awaiting == .close && spent.match.verdict != nil)
        var accepted = asked
        try accepted.apply(accepted.closing)
        #expect(accepted.awaiting == .nothing)
        #expect(asked.takeBack?.plies == 1)
    }

    @Test("is forfeited by a bot that raises what may not be raised; a last word that may not be leaves the verdict")
    func forfeits() throws {
        let claimed = try session("propose p", training: Self.greedy)
        let answer = claimed.answer(by: Meddler(subject: .dispute(.condition(Feature.ID(1)))))
        #expect(answer.entries.map(\.act) == [.move(.concede)] && answer.sealing == nil)
        #expect(answer.entries[0].words?.contains("the opponent's last move was not priced by that number") == true)
        let raised = claimed.answer(by: Meddler(subject: p))
        #expect(raised.entries.map(\.act) == [.object] && raised.sealing?.writers == [.side(.divergence)])
        #expect(raised.sealing?.offers.training == .certain)
        let lost = try session("propose p", "counter t ordinary", divergence: Self.engine)
        let last = lost.answer(by: Meddler(subject: p))
        #expect(last.entries == [Entry(.close)] && last.sealing == nil)
    }

    @Test("is settled between two who are not at the keyboard without anybody else, each having written")
    func unattended() throws {
        let claimed = try session("propose p", divergence: Self.engine, training: Self.greedy)
        let writer = Meddler(subject: p)
        let offers = claimed.answer(by: writer, against: writer).entries.compactMap(\.act.settlement).first?.offers
        #expect(offers == Offers(divergence: credence(7), training: .certain))
        let judged = try session("propose p", divergence: Self.engine, training: Self.greedy, judge: "Cy").answer(
            by: writer, against: writer)
        #expect(judged.sealing?.writers == [.judge] && judged.sealing?.unaskedBots == [.divergence])
    }
}

/// Always has the same settled, and writes for whatever it is asked.
private struct Meddler: Bot {
    let name = "meddler"
    let summary = "always has the same settled"
    let subject: Settlement

    func reply(to turn: Turn) -> Reply {
        var reply = Reply(.concede, objection: "No.")
        reply.raised = Raised(subject, offer: .certain)
        return reply
    }

    func lastWord(_ turn: Turn) -> Raised? { Raised(subject, offer: .certain) }

    func offer(for subject: Settlement, _ turn: Turn, as side: Side) -> Credence? { Credence(millionths: 7) }
}
