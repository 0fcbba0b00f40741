import Bots
import Game
import Play
import Review
import Screens
import TestSupport
import Testing

/// A screen to be looked at, and the keys that lead there from the title.
struct Scene: Sendable, CustomTestStringConvertible {
    let name: String
    let play: @Sendable (inout Theatre) throws -> Void

    var testDescription: String { name }

    static let all = [
        Scene(name: "title") { $0.press(.down) },
        Scene(name: "how to play") { $0.choose("How to play") },
        Scene(name: "terms") { theatre in
            theatre.choose("How to play")
            theatre.press(.character("g"))
        },
        Scene(name: "help") { $0.press(.character("?")) },
        Scene(name: "new match") { theatre in
            theatre.choose("two people")
            theatre.press(.tab, .tab)
        },
        Scene(name: "new match, a name") { theatre in
            theatre.choose("two people")
            theatre.press(.tab, .tab, .tab, .tab, .control("u"))
            theatre.type("Zoë 王")
        },
        Scene(name: "new match, a bot") { theatre in
            theatre.choose("alone")
            theatre.press(.tab, .tab, .tab, .tab, .tab)
        },
        Scene(name: "new match, bids and legs") { theatre in
            theatre.choose("two people")
            for _ in 0..<7 { theatre.press(.tab) }
            theatre.type("Cy")
            theatre.press(.tab, .right, .tab, .right)
        },
        Scene(name: "bids") { theatre in
            theatre.reachBids()
            theatre.type("12,5")
            theatre.press(.enter)
            theatre.type("1 in 100")
        },
        Scene(name: "bids told") { theatre in
            theatre.reachBids()
            theatre.type("7.25")
            theatre.press(.enter)
            theatre.type("12,5")
            theatre.press(.enter)
        },
        Scene(name: "predictions") { theatre in
            theatre.choose("two people")
            theatre.press(.enter)
            theatre.type("7:3")
            theatre.press(.tab)
            theatre.type("1 in 4")
        },
        Scene(name: "first move") { $0.reachMatch() },
        Scene(name: "answers") { theatre in
            theatre.reachMatch()
            theatre.press(.enter, .down)
        },
        Scene(name: "words") { theatre in
            theatre.reachMatch()
            theatre.press(.character("w"))
            theatre.type("It only ever learned where the cameras were.")
        },
        Scene(name: "said") { theatre in
            theatre.reachMatch()
            theatre.press(.character("w"))
            theatre.type("It only ever learned where the cameras were.")
            theatre.press(.enter, .enter, .enter)
        },
        Scene(name: "why not") { theatre in
            theatre.reachMatch()
            theatre.press(.enter, .enter, .character("u"), .end)
        },
        Scene(name: "filter") { theatre in
            theatre.reachMatch()
            theatre.press(.enter, .character("/"))
            theatre.type("a")
        },
        Scene(name: "corpus") { theatre in
            theatre.reachMatch()
            theatre.press(.enter, .enter, .backtab)
        },
        Scene(name: "bars") { theatre in
            theatre.reachMatch()
            theatre.press(.character("b"), .enter, .enter)
        },
        Scene(name: "bars, and an answer") { theatre in
            theatre.reachMatch()
            theatre.press(.enter, .character("b"))
        },
        Scene(name: "bars, zoomed") { theatre in
            theatre.reachMatch()
            theatre.press(.enter, .enter, .character("b"), .backtab, .character("z"), .down)
        },
        Scene(name: "card, zoomed") { theatre in
            theatre.reachMatch()
            theatre.press(.enter, .tab, .character("z"))
        },
        Scene(name: "a question") { theatre in
            theatre.reachMatch()
            theatre.press(.enter, .character("U"))
        },
        Scene(name: "not saved") { theatre in
            theatre.diskTrouble = "/saves/match.jsonl: cannot write to it: No space left on device"
            theatre.reachMatch()
            theatre.press(.enter)
        },
        Scene(name: "verdict") { theatre in
            theatre.reachMatch()
            theatre.press(.enter, .character("C"), .character("y"))
        },
        Scene(name: "beliefs afterwards") { theatre in
            theatre.reachMatch()
            theatre.press(.enter, .character("C"), .character("y"), .enter, .character("B"))
            theatre.type("90")
            theatre.press(.enter)
            theatre.type("85%")
        },
        Scene(name: "verdict on bids and beliefs") { theatre in
            theatre.reachBids()
            theatre.type("7.25")
            theatre.press(.enter)
            theatre.type("12,5")
            theatre.press(.enter, .enter, .tab)
            theatre.type("60")
            theatre.press(.enter, .tab)
            theatre.type("20")
            theatre.press(.enter, .enter, .enter, .character("C"), .character("y"), .enter)
            let price = Evaluation.Price(
                lower: Bits(millibits: 8000), upper: Bits(millibits: 8000), isInfinite: false)
            theatre.deliver(Evaluation(winner: .training, grade: .hard, price: price, hardPrice: nil))
            theatre.press(.character("B"))
            theatre.type("90")
            theatre.press(.enter, .enter, .pageDown)
        },
        Scene(name: "no saved matches") { $0.choose("Saved matches") },
        Scene(name: "saved matches") { theatre in
            theatre.saved = try (3...5).map { seed in
                Theatre.saved(try Theatre.playedMatch(seed: seed), at: "/saves/\(seed).jsonl")
            }
            theatre.saved[1].copy = MatchCopy(number: 1, of: 2, .first)
            theatre.saved[2].copy = MatchCopy(number: 2, of: 2, .parted(after: 3))
            theatre.choose("Saved matches")
            theatre.press(.down, .down)
        },
        Scene(name: "saved matches, searched") { theatre in
            theatre.saved = try (3...5).map { seed in
                Theatre.saved(try Theatre.playedMatch(seed: seed), at: "/saves/\(seed).jsonl")
            }
            theatre.choose("Saved matches")
            theatre.press(.character("s"), .character("/"))
            theatre.type("ana state:fin")
        },
        Scene(name: "saved matches, broken") { theatre in
            let problem = "“propose the-moon” is no act: no pattern is called “the-moon”"
            theatre.saved = [
                Theatre.saved(
                    try Theatre.playedMatch(seed: 3), at: "/saves/match.jsonl", damage: Damage(line: 9, reason: problem)
                ),
                Theatre.saved(try Theatre.playedMatch(seed: 4), at: "/saves/4.jsonl"),
            ]
            theatre.broken = [
                SavedFile(
                    path: "/saves/shopping.jsonl",
                    damage: Damage(line: nil, reason: "not a saved match: the first line is missing"),
                    lastWritten: Theatre.time, localTime: "2026-11-21 21:00 JST")
            ]
            theatre.choose("Saved matches")
        },
        Scene(name: "replay up to the break") { theatre in
            theatre.opens = try Theatre.playedMatch(seed: 3)
            theatre.saved = [
                Theatre.saved(
                    try Theatre.playedMatch(seed: 3), at: "/saves/match.jsonl",
                    damage: Damage(line: 9, reason: "it makes no sense"))
            ]
            theatre.choose("Saved matches")
            theatre.press(.enter)
        },
        Scene(name: "delete question") { theatre in
            theatre.saved = [Theatre.saved(try Theatre.playedMatch(seed: 3), at: "/saves/match.jsonl")]
            theatre.choose("Saved matches")
            theatre.press(.character("D"))
        },
        Scene(name: "deleted") { theatre in
            theatre.saved = try (3...4).map { seed in
                Theatre.saved(try Theatre.playedMatch(seed: seed), at: "/saves/\(seed).jsonl")
            }
            theatre.choose("Saved matches")
            theatre.press(.delete, .character("y"))
        },
        Scene(name: "replay") { theatre in
            theatre.opens = try Theatre.playedMatch(seed: 3)
            theatre.saved = [Theatre.saved(try Theatre.playedMatch(seed: 3), at: "/saves/match.jsonl")]
            theatre.choose("Saved matches")
            theatre.press(.enter, .tab, .right, .right)
        },
        Scene(name: "review") { theatre in
            theatre.opens = try Theatre.markedMatch()
            theatre.saved = [Theatre.saved(try Theatre.markedMatch(), at: "/saves/match.jsonl")]
            theatre.choose("Saved matches")
            theatre.press(.enter, .character("n"))
        },
        Scene(name: "replay, bars") { theatre in
            theatre.opens = try Theatre.playedMatch(seed: 3)
            theatre.saved = [Theatre.saved(try Theatre.playedMatch(seed: 3), at: "/saves/match.jsonl")]
            theatre.choose("Saved matches")
            theatre.press(.enter, .tab, .right, .character("b"), .right)
        },
        Scene(name: "verdict, cruxes") { theatre in
            theatre.showCruxes()
            theatre.press(.pageDown)
        },
        Scene(name: "replay, the end") { theatre in
            theatre.opens = try Theatre.playedMatch(seed: 3)
            theatre.saved = [Theatre.saved(try Theatre.playedMatch(seed: 3), at: "/saves/match.jsonl")]
            theatre.choose("Saved matches")
            theatre.press(.enter, .end)
        },
    ]

    /// What all saved matches say.
    static let survey = [
        Scene(name: "rows before") { theatre in
            theatre = try Theatre(size: theatre.grid.size, unicode: theatre.grid.look.unicode, ruleset: "alice")
            theatre.reachRows()
            theatre.type("1 in 4")
            theatre.press(.tab, .tab)
            theatre.type("60")
        },
        Scene(name: "the table") { theatre in
            theatre.survey = try Theatre.surveyed()
            theatre.choose("The table")
            theatre.press(.down, .down)
        },
        Scene(name: "the table, being read") { theatre in
            theatre.isHolding = true
            theatre.choose("The table")
        },
        Scene(name: "calibration") { theatre in
            theatre.survey = try Theatre.surveyed()
            theatre.choose("The table")
            theatre.press(.tab)
        },
        Scene(name: "explorer") { theatre in
            theatre.survey = try Theatre.surveyed()
            theatre.opens = try Theatre.playedMatch("alice", seed: 3, mode: .hard)
            theatre.saved = [Theatre.saved(try Theatre.playedMatch("alice", seed: 3), at: "/saves/match.jsonl")]
            theatre.choose("Saved matches")
            theatre.press(.enter, .character("E"))
        },
    ]

    /// Disputes and coined cards.
    static let settling = [
        disputed("dispute, which number") { $0.press(.enter, .character("d")) },
        disputed("dispute, an entry") { theatre in
            theatre.press(.enter, .character("d"), .enter)
            theatre.type("1 in 30")
        },
        disputed("dispute, handed over") { theatre in
            theatre.press(.enter, .character("d"), .enter)
            theatre.type("1 in 30")
            theatre.press(.enter)
        },
        disputed("dispute, settled") { theatre in
            theatre.press(.enter, .character("d"), .enter)
            theatre.type("1 in 30")
            theatre.press(.enter, .enter)
            theatre.type("1 in 10")
            theatre.press(.enter, .enter)
            theatre.type("1 in 20")
            theatre.press(.enter)
        },
        disputed("coin, a pattern") { theatre in
            theatre.press(.character("N"))
            theatre.fillIn(name: "the night watch", text: "it learned that who sits up late may do as they like")
        },
        disputed("coin, a situation") { theatre in
            theatre.press(.enter, .character("N"))
            theatre.fillIn(
                name: "The lit window", text: "A guard's log: she is alone all night, and the log is straight.")
        },
        disputed("coin, priced by the other") { theatre in
            theatre.press(.character("N"))
            theatre.fillIn(name: "the night watch", text: "it learned that who sits up late may do as they like")
            theatre.press(.enter)
            theatre.type("60%")
            theatre.press(.enter, .enter)
            theatre.type("1 in 6")
        },
    ]

    /// In a match with disputes, coins and a judge.
    private static func disputed(_ name: String, _ play: @escaping @Sendable (inout Theatre) -> Void) -> Scene {
        Scene(name: name) { theatre in
            theatre = try Theatre(
                disputed: Player(name: "Ben"), size: theatre.grid.size, unicode: theatre.grid.look.unicode, judge: "Cem"
            )
            play(&theatre)
        }
    }

    /// With bots.
    static let bots = [
        Scene(name: "bot thinking") { theatre in
            theatre.isHolding = true
            theatre.reachMatch(training: 2)
            theatre.press(.enter)
        },
        Scene(name: "a long reply") { theatre in
            theatre.reply = { record in
                Reply(
                    record.position.legalMoves.first ?? .concede, words: Theatre.longWords,
                    objection: "Nobody has ever seen one that does that from the first day on.")
            }
            theatre.reachMatch(training: 2)
            theatre.press(.enter)
        },
        Scene(name: "hint") { theatre in
            theatre.reachMatch(training: 2)
            theatre.press(.character("i"))
        },
        Scene(name: "tutor question") { theatre in
            theatre = try Theatre(
                Theatre.ana, Theatre.greedy, size: theatre.grid.size, unicode: theatre.grid.look.unicode,
                ruleset: "hides-from")
            theatre.press(.character("t"), .down, .enter)
        },
        Scene(name: "watching, paused") { theatre in
            theatre.reply = { Reply($0.position.legalMoves.first ?? .concede, words: Theatre.longWords) }
            theatre.reachMatch(divergence: 1, training: 2)
            theatre.ring()
            theatre.ring()
            theatre.press(.character("+"), .character("p"))
        },
    ]

    static let sizes = [
        Size(columns: 80, rows: 24), Size(columns: 100, rows: 30), Size(columns: 120, rows: 36),
        Size(columns: 200, rows: 60), Size(columns: 40, rows: 10),
    ]
}

@Suite("A screen, cell by cell")
struct GoldenScreenTests {
    @Test(
        "looks as it did at every size, in Unicode and in ASCII",
        arguments: Scene.all + Scene.bots + Scene.settling + Scene.survey)
    func looks(scene: Scene) throws {
        var pictures: [String] = []
        for size in Scene.sizes {
            for unicode in [true, false] where unicode || size == Scene.sizes[0] {
                var theatre = try Theatre(size: size, unicode: unicode)
                try scene.play(&theatre)
                pictures.append(
                    "## \(size.columns)x\(size.rows) \(unicode ? "Unicode" : "ASCII")\n" + theatre.grid.picture)
                let isASCII = theatre.text.allSatisfy { $0.isASCII }
                #expect(unicode || isASCII, "\(scene.name) in ASCII")
            }
        }
        let name = scene.name.filter { $0 != "," }.map { $0 == " " ? "-" : $0 }
        try Golden("\(Fixtures.root)/ScreensTests/Goldens/\(String(name)).txt").expect(pictures.joined(separator: "\n"))
    }

    @Test(
        "has the focus under the cursor, inside the screen",
        arguments: Scene.all + Scene.bots + Scene.settling + Scene.survey)
    func cursor(scene: Scene) throws {
        for size in Scene.sizes {
            var theatre = try Theatre(size: size)
            try scene.play(&theatre)
            #expect(theatre.grid.cursor != nil, "\(scene.name) at \(size)")
        }
    }
}
