import Game
import TestSupport
import Testing

@Suite("Notation")
struct NotationTests {
    private let game = ruleset(
        features: [feature("long-reflection"), feature("unwatched")],
        patterns: [pattern("big-picture-goal", [0]), pattern("alice-selfish", [1])],
        situations: [situation("night-debug", [0]), situation("honeypot", [1])])

    @Test(
        "reads back as the move it was written for",
        arguments: [
            ("propose big-picture-goal", Move.propose(Pattern.ID(0))),
            ("sophisticate unwatched", .sophisticate(Feature.ID(1))),
            ("shallower alice-selfish", .shallower(Pattern.ID(1))),
            ("misattribute alice-selfish", .misattribute(Pattern.ID(1))),
            ("counter night-debug ordinary", .counter(Situation.ID(0), .ordinary)),
            ("counter honeypot deliberate", .counter(Situation.ID(1), .deliberate)),
            ("concede", .concede),
        ])
    func roundTrip(notation: String, move: Move) throws {
        #expect(try game.move(notation) == move)
        #expect(game.notation(of: move) == notation)
        #expect(notation.hasPrefix(move.kind.rawValue))
    }

    @Test("has every kind of move", arguments: Move.Kind.allCases)
    func kinds(kind: Move.Kind) {
        let words = ["propose", "sophisticate", "shallower", "misattribute", "counter", "concede"]
        #expect(words.contains(kind.rawValue))
    }

    @Test("reads every move of a random ruleset back", arguments: 1...100 as ClosedRange<UInt64>)
    func random(seed: UInt64) throws {
        let ruleset = Ruleset.random(seed: seed)
        for position in Match.random(Rules(ruleset, mode: .easy), seed: seed).positions {
            for move in position.namedMoves {
                #expect(try ruleset.move(ruleset.notation(of: move)) == move, "seed \(seed)")
            }
        }
    }

    @Test(
        "says what is wrong with a line that is no move",
        arguments: [
            ("", NotationError.empty),
            ("   ", .empty),
            ("suggest big-picture-goal", .unknownVerb("suggest")),
            ("Propose big-picture-goal", .unknownVerb("Propose")),
            ("propose", .shape(.propose, words: 0)),
            ("propose big-picture-goal now", .shape(.propose, words: 2)),
            ("sophisticate", .shape(.sophisticate, words: 0)),
            ("counter honeypot", .shape(.counter, words: 1)),
            ("counter honeypot ordinary now", .shape(.counter, words: 3)),
            ("concede now", .shape(.concede, words: 1)),
            ("counter honeypot natural", .unknownProvenance("natural")),
            (
                "propose big-picture-gaol",
                .unknownCard(
                    kind: "pattern", identifier: "big-picture-gaol", nearest: "big-picture-goal")
            ),
            (
                "shallower alice",
                .unknownCard(kind: "pattern", identifier: "alice", nearest: "alice-selfish")
            ),
            (
                "misattribute honeypot",
                .unknownCard(kind: "pattern", identifier: "honeypot", nearest: nil)
            ),
            (
                "sophisticate unwatchd",
                .unknownCard(kind: "feature", identifier: "unwatchd", nearest: "unwatched")
            ),
            (
                "counter honeypto ordinary",
                .unknownCard(kind: "situation", identifier: "honeypto", nearest: "honeypot")
            ),
        ])
    func errors(notation: String, expected: NotationError) {
        let error = #expect(throws: NotationError.self) { try game.move(notation) }
        #expect(error == expected)
        #expect(!expected.description.isEmpty)
    }

    @Test("names the card it thinks was meant")
    func suggestion() {
        let error = #expect(throws: NotationError.self) { try game.move("counter honeypto ordinary") }
        #expect(error?.description == "no situation “honeypto”; did you mean “honeypot”?")
    }
}

@Suite("A credence in notation")
struct CredenceNotationTests {
    private let ruleset = Ruleset.workedExample([.disputes: 1, .coins: 1])

    @Test("is digits with at most six after a point", arguments: ["0.5", "1", "0.123456", "1.0", ".5"])
    func taken(text: String) throws {
        _ = try ruleset.act("dispute pattern p training=\(text)")
    }

    @Test(
        "is nothing else",
        arguments: [
            "0", "0.0", "1.5", "0.1234567", "0.5000000", "1e-3", "+0.5", "-0.5", "", ".", "1/2", "50%", "٠.٥", "0,5",
            "1.0.0",
        ])
    func refused(text: String) {
        let error = #expect(throws: NotationError.self) { try ruleset.act("dispute pattern p training=\(text)") }
        #expect(error == .badCredence(text))
    }

    @Test("stands beside features that are all named", arguments: ["b+", "+b", "a++b", "a+b+a"])
    func features(list: String) {
        #expect(throws: NotationError.self) { try ruleset.act("coin shallower r trigger=\(list)") }
    }

    @Test("and a coined situation says where it is seen")
    func channel() {
        let error = #expect(throws: NotationError.self) { try ruleset.act("coin counter u ordinary exhibits=a") }
        #expect(error == .coin)
    }
}
