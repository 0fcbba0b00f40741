import Bots
import Game
import Play
import Rulebook
import TestSupport
import Testing

@Suite("What bots dispute, and write")
struct DisputingTests {
    static let rulesets = ["disputed", "alice"]

    private func ruleset(_ name: String) throws -> Ruleset {
        try Rulebook(contentsOf: Fixtures.anyRuleset(name)).ruleset
    }

    /// The two personas of a ruleset.
    private func personas(_ ruleset: Ruleset) throws -> BySide<Persona> {
        func persona(_ side: Side) throws -> Persona { try #require(ruleset.bots.first { $0.sides == [side] }) }
        return BySide(divergence: try persona(.divergence), training: try persona(.training))
    }

    /// A match of two bots, to its end.
    private func match(
        _ bots: BySide<any Bot>, _ ruleset: Ruleset, profile: String? = nil, mode: Mode, seed: UInt64
    ) throws -> MatchRecord {
        func player(_ bot: any Bot) -> Player { Player(name: bot.title, seat: "bot:\(bot.name)") }
        let setup = Setup(
            ruleset: ruleset, profile: profile, mode: mode,
            players: Players(divergence: player(bots.divergence), training: player(bots.training)))
        var session = Session(try setup.record(date: "", id: "", hash: "", seed: seed))
        while let side = session.awaited {
            try session.apply(session.answer(by: bots[side], against: bots[side.opponent]).entries)
        }
        return session.record
    }

    @Test(
        "personas dispute once a turn and as often as they may, never twice the same, and the match ends alike by its seed",
        arguments: rulesets, Mode.allCases)
    func personas(name: String, mode: Mode) throws {
        let ruleset = try ruleset(name)
        let personas = try personas(ruleset)
        let bots = BySide<any Bot>(
            divergence: Scripted(personas.divergence), training: Scripted(personas.training))
        var disputes = 0
        for profile in [nil] + ruleset.profiles.map(\.identifier) {
            for seed: UInt64 in 1...3 {
                let record = try match(bots, ruleset, profile: profile, mode: mode, seed: seed)
                let place: Comment = "\(profile ?? "house"), seed \(seed)"
                #expect(record.verdict != nil, place)
                let again = try match(bots, ruleset, profile: profile, mode: mode, seed: seed)
                #expect(record.log == again.log, place)
                disputes += try check(record, personas, place)
            }
        }
        #expect(disputes > 0)
    }

    /// Checks every dispute and objection of a match.
    ///
    /// - Returns: how many disputes it had.
    private func check(_ record: MatchRecord, _ personas: BySide<Persona>, _ place: Comment) throws -> Int {
        var match = Match(record.match.start.rules)
        var disputes: [Side: Int] = [:]
        var objections: [Side: [String]] = [:]
        for entry in record.log {
            let side = match.position.sideToMove
            if entry.act == .object { objections[side, default: []].append(entry.words ?? "") }
            if case .coin = entry.act { Issue.record("a bot has coined") }
            if case .dispute(let number, let offers) = entry.act {
                disputes[side, default: 0] += 1
                let quoted = try #require(match.position.quoted(number))
                let inForce = try #require(match.rules.prices[quoted])
                for writer in Side.allCases {
                    let under = personas[writer].profile.flatMap { record.ruleset.under(profile: $0) }
                    #expect(offers[writer] == (under ?? record.ruleset).credence(of: quoted), place)
                }
                #expect(try #require(offers[side]).bits > inForce, "it disputes what is too likely for it, \(place)")
            }
            try match.apply(entry.act)
        }
        let most = record.ruleset.limits.disputes
        #expect(disputes.values.allSatisfy { $0 <= most }, place)
        for lines in objections.values { #expect(Set(lines).count == lines.count, "\(lines), \(place)") }
        return disputes.values.reduce(0, +)
    }

    @Test("a persona makes its move anew without saying again what it said")
    func goneBack() throws {
        let ruleset = try ruleset("disputed")
        let wary = Scripted(try personas(ruleset).training)
        var match = try ruleset.playing(.hard, "propose p")
        func reply() -> Reply { wary.reply(to: Turn(match, ruleset: ruleset, seed: 7)) }
        let first = reply()
        #expect(first.raised == Raised(.dispute(.pattern(Pattern.ID(0))), offer: Credence(millionths: 100_000)))
        try match.apply(match.ruleset.act("dispute pattern p divergence=0.4 training=0.1"))
        #expect(match.position.sideToMove == .divergence && match.plies.isEmpty)
        try match.apply(match.ruleset.act("propose p"))
        let second = reply()
        #expect(second.objection != nil && second.objection != first.objection && second.raised == nil)
        #expect(match.position.disputableNumbers.isEmpty)
    }

    @Test("others dispute nothing, write none, and accept that they have lost")
    func others() throws {
        let ruleset = try ruleset("disputed")
        let others: [any Bot] = [Random(), Greedy(), Search(level: 1), Perfect()]
        let claimed = try ruleset.playing(.hard, "propose p")
        let lost = try ruleset.playing(.hard, "propose p", "counter t ordinary")
        let subjects = [
            Settlement.dispute(.pattern(Pattern.ID(0))),
            .coin(Coin("r", .pattern(.propose, trigger: FeatureSet([Feature.ID(0)]), family: nil))),
        ]
        for bot in others {
            let turn = Turn(claimed, ruleset: ruleset)
            #expect(bot.reply(to: turn).raised == nil, "\(bot.name)")
            #expect(bot.lastWord(Turn(lost, ruleset: ruleset)) == nil, "\(bot.name)")
            for subject in subjects { #expect(bot.offer(for: subject, turn, as: .divergence) == nil, "\(bot.name)") }
        }
    }

    @Test("a persona writes for a card that is coined what the book says by its own profile")
    func coined() throws {
        let ruleset = try ruleset("disputed")
        let wary = Scripted(try personas(ruleset).training)
        let coin = Coin("r", .pattern(.shallower, trigger: FeatureSet([Feature.ID(1)]), family: nil))
        let turn = Turn(try ruleset.playing(.hard, "propose p", "counter s ordinary"), ruleset: ruleset)
        // A quarter for the card, a tenth for b.
        let bits = try #require(wary.offer(for: .coin(coin), turn, as: .training)).bits
        #expect(bits.millibits == 2000 + 3322)
    }

    @Test("a persona that has lost disputes what it objects to, and loses once nothing is left to dispute")
    func lastWord() throws {
        let ruleset = try ruleset("disputed")
        let bold = Scripted(try personas(ruleset).divergence)
        var narrow = ruleset
        narrow.limits = ruleset.limits.replacing([.naturalness: 1000])
        let lost = try narrow.playing(.hard, "propose p", "counter s ordinary")
        #expect(lost.verdict?.winner == .training)
        let raised = try #require(bold.lastWord(Turn(lost, ruleset: narrow)))
        #expect(raised == Raised(.dispute(.situation(Situation.ID(0))), offer: Credence(millionths: 200_000)))
        let settled = try narrow.playing(.hard, "propose p", "counter s ordinary", "dispute situation s divergence=0.2")
        #expect(settled.verdict != nil && bold.lastWord(Turn(settled, ruleset: narrow)) == nil)
    }
}

extension Ruleset {
    fileprivate func playing(_ mode: Mode, _ acts: String...) throws -> Match {
        var match = Match(Rules(self, mode: mode))
        for act in acts { try match.apply(match.ruleset.act(act)) }
        return match
    }
}
