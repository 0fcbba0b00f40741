import Game
import TestSupport
import Testing

@Suite("Acts")
struct ActTests {
    private static let seeds = Thoroughness.seeds(ofFull: 1000)

    @Test("replayed from their notation lead to the same match", arguments: seeds, Mode.allCases)
    func replay(seed: UInt64, mode: Mode) throws {
        let (match, acts) = Match.randomActs(Rules(.disputed(seed: seed), mode: mode), seed: seed)
        var again = Match(match.start.rules)
        for act in acts {
            // The card that is coined is known only once it is.
            let written = try again.withApplied(act).ruleset.notation(of: act)
            let read = try again.ruleset.act(written)
            #expect(read == act, "seed \(seed): \(written)")
            try again.apply(read)
        }
        #expect(again.moves == match.moves, "seed \(seed)")
        #expect(again.steps.map(\.act) == match.steps.map(\.act), "seed \(seed)")
        #expect(again.rules.prices == match.rules.prices && again.ruleset == match.ruleset, "seed \(seed)")
        #expect(again.position.legalMoves == match.position.legalMoves, "seed \(seed)")
    }

    @Test("leave a position whose strains are the sums of the numbers in force", arguments: seeds)
    func sums(seed: UInt64) throws {
        let (match, _) = Match.randomActs(Rules(.disputed(seed: seed), mode: .easy), seed: seed)
        for position in match.steps.map(\.position) {
            let corpus = position.corpus.reduce(Bits.zero) { $0 + (position.rules.cost(of: $1) ?? .zero) }
            #expect(position.corpusStrain == corpus, "seed \(seed)")
            for card in position.ruleset.situationIDs {
                guard let ordinary = position.rules.prices.situation[.ordinary]?[card.index],
                    let deliberate = position.rules.prices.situation[.deliberate]?[card.index]
                else { continue }
                #expect(deliberate <= ordinary, "seed \(seed)")
            }
        }
    }

    @Test("taken back leave the match as it was before the earliest move", arguments: seeds)
    func takeBack(seed: UInt64) throws {
        let (match, _) = Match.randomActs(Rules(.disputed(seed: seed), mode: .easy), seed: seed)
        guard let ply = match.plies.randomElement() else { return }
        var other = match
        let count = match.plies.count - (match.plies.firstIndex { $0.step == ply.step } ?? 0)
        try other.apply(.takeBack(plies: count))
        #expect(other.steps.count == ply.step && other.plies.count == match.plies.count - count, "seed \(seed)")
        let before = ply.step > 0 ? match.steps[ply.step - 1].position : match.start
        #expect(other.rules === before.rules && other.position.live == before.live, "seed \(seed)")
        #expect(other.position.disputesLeft == before.disputesLeft, "seed \(seed)")
        #expect(other.position.coinsLeft == before.coinsLeft, "seed \(seed)")
    }

    @Test("of every kind come up in random matches")
    func coverage() {
        var kinds: Set<String> = []
        for seed in 1...200 as ClosedRange<UInt64> {
            let (match, acts) = Match.randomActs(Rules(.disputed(seed: seed), mode: .easy), seed: seed)
            for act in acts { kinds.insert(match.start.ruleset.notation(of: act, orFirstWord: true)) }
            if match.plies.count < match.steps.count { kinds.insert("a move that went back, or a ruling") }
        }
        #expect(kinds == ["move", "dispute", "coin", "take-back", "a move that went back, or a ruling"])
    }

    @Test("are waited for by whose turn it is, until the verdict is accepted")
    func awaiting() throws {
        var match = try Ruleset.workedExample().match(.hard, ["propose p"])
        #expect(match.awaiting == .move(.training))
        try match.apply(.askToStop)
        #expect(match.awaiting == .answer(.divergence))
        try match.apply(.answerStop(agrees: false))
        #expect(match.awaiting == .move(.training))
        match = try match.after("ask-to-stop", "agree")
        #expect(match.awaiting == .close && match.verdict?.reasons.first?.kind == .adjudicated)
        match = try match.after("close", "remark training", "object")
        #expect(match.awaiting == .nothing)
        let error = #expect(throws: IllegalAct.self) { try match.after("take-back 1") }
        #expect(error == .closed)
    }

    @Test(
        "that may not happen now say why",
        arguments: [
            ("ask-to-stop", IllegalAct.mayNotStop), ("agree", .notAsked), ("object", .nothingToObjectTo),
            ("close", .goesOn), ("remark divergence", .goesOn), ("take-back 1", .tooManyPlies(1, of: 0)),
            ("predict training 1", .certainPrediction),
        ])
    func illegal(act: String, expected: IllegalAct) throws {
        let match = Match(Rules(.workedExample(), mode: .hard))
        let error = #expect(throws: IllegalAct.self) { try match.after(act) }
        #expect(error == expected && !expected.description.isEmpty)
    }

    @Test("let a prediction be corrected until the first move")
    func correction() throws {
        let match = Match(Rules(.workedExample(), mode: .hard))
        let corrected = try match.after("predict training 0.7", "predict divergence 0.5", "predict training 0.6")
        #expect(
            corrected.predictions == [
                .training: try TypedCredence("60%").credence, .divergence: try TypedCredence("50%").credence,
            ])
        #expect(throws: IllegalAct.latePrediction(.training)) {
            try corrected.after("propose p", "predict training 0.7")
        }
    }

    @Test(
        "written wrongly are no acts, and it is said how they are written",
        arguments: [
            (
                "dispute pattern",
                NotationError.form("dispute pattern|condition|situation|feature CARD [SIDE=CREDENCE …]")
            ),
            ("dispute card p", .unknownNumber("card")), ("dispute pattern p training", .notAnOption("training")),
            ("dispute pattern p umpire=0.2", .unknownOption("umpire")),
            ("dispute pattern p judge=0.2 judge=0.2", .twice("judge")),
            ("dispute pattern p judge=0", .badCredence("0")), ("dispute pattern p judge=1.5", .badCredence("1.5")),
            ("dispute pattern p judge=0.1234567", .badCredence("0.1234567")),
            ("coin sophisticate r trigger=a", .coin), ("coin counter u natural", .unknownProvenance("natural")),
            ("coin counter u ordinary exhibits=a channel=smell", .unknownChannel("smell")),
            ("coin propose r trigger=a+a", .twice("a")),
            ("coin shallower r trigger=a family=x", .unknownOption("family")),
            ("dance", .unknownAct("dance")), ("take-back none", .form("take-back PLIES")),
            ("agree now", .form("agree")),
            ("predict training", .form("predict SIDE CREDENCE")), ("remark", .form("remark SIDE")),
        ])
    func malformed(line: String, expected: NotationError) {
        let error = #expect(throws: NotationError.self) { try Ruleset.workedExample().act(line) }
        #expect(error == expected && !expected.description.isEmpty)
    }
}

extension Match {
    /// The match after one act more.
    fileprivate func withApplied(_ act: Act) throws -> Match {
        var match = self
        try match.apply(act)
        return match
    }
}

extension Ruleset {
    /// What an act is, in a word.
    fileprivate func notation(of act: Act, orFirstWord: Bool) -> String {
        switch act {
        case .move: "move"
        case .dispute: "dispute"
        case .coin: "coin"
        case .takeBack: "take-back"
        default: notation(of: act)
        }
    }
}
