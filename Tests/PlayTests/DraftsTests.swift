import Game
import Play
import Foundation
import TestSupport
import Testing

@Suite("Words for moves to come")
struct DraftsTests {
    private func record(_ divergence: Player, _ training: Player) throws -> MatchRecord {
        let players = Players(divergence: divergence, training: training)
        return try Setup(ruleset: .workedExample(), profile: nil, mode: .hard, players: players)
            .record(date: "", id: "", hash: "", seed: 0)
    }

    @Test("are each side's own")
    func sides() throws {
        let record = try record(Player(name: "Ana"), Player(name: "Ben"))
        var drafts = Drafts()
        drafts.keep("a note of Ben's", of: .training, in: record)
        #expect(drafts.words(of: .divergence, in: record).isEmpty)
        drafts.keep("Ana's", of: .divergence, in: record)
        drafts.keep("", of: .training, in: record)
        #expect(drafts.words(of: .divergence, in: record) == "Ana's")
        #expect(drafts.words(of: .training, in: record).isEmpty)
        drafts.keep("", of: .divergence, in: record)
        #expect(drafts.isEmpty)
    }

    @Test("are not of somebody else who sits down there, and wait for who wrote them")
    func reseated() throws {
        let record = try record(Player(name: "Ana"), Player(name: "Ben"))
        var drafts = Drafts()
        drafts.keep("Ben's", of: .training, in: record)
        let other = record.seating(Player(name: "Eve"), on: .training)
        #expect(drafts.words(of: .training, in: other).isEmpty)
        drafts.keep("Eve's", of: .training, in: other)
        let kept = try JSONDecoder().decode(Drafts.self, from: JSONEncoder().encode(drafts))
        #expect(kept.words(of: .training, in: record) == "Ben's" && kept.words(of: .training, in: other) == "Eve's")
    }

    @Test("are written by the person, whichever side has the move")
    func writer() throws {
        let bot = Player(name: "Greedy", seat: "bot:greedy")
        #expect(Session(try record(bot, Player(name: "Ben"))).writer == .training)
        #expect(Session(try record(Player(name: "Ana"), bot)).writer == .divergence)
    }
}
