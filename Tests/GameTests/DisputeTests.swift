import Game
import TestSupport
import Testing

/// The worked example with two disputes and a coin for each side, after `propose p` and `counter s ordinary`.
func disputedExample() throws -> Match {
    var ruleset = Ruleset.workedExample()
    ruleset.limits = ruleset.limits.replacing([.disputes: 2, .coins: 1, .unlisted: 250_000])
    return try ruleset.match(.hard, ["propose p", "counter s ordinary"])
}

@Suite("A dispute")
struct DisputeTests {
    @Test("settles on the middle of the three, and the dearer move goes back")
    func goesBack() throws {
        let claimed = try disputedExample().after("sophisticate b")
        #expect(claimed.position.strain(of: .divergence).millibits == 3000)
        #expect(claimed.position.disputableNumbers.map(claimed.ruleset.notation) == ["pattern p", "condition b"])
        let settled = try claimed.after("dispute condition b divergence=0.2 training=0.125")
        let position = settled.position
        #expect(settled.rules.prices.condition[1].millibits == 2322)
        #expect(position.sideToMove == .divergence && position.ply == 2)
        #expect(settled.moves.count == 2 && settled.steps.count == 4)
        #expect(settled.awaiting == .move(.divergence))
        let again = position.prospect(of: try settled.ruleset.move("sophisticate b"))
        #expect(again.bits.millibits == 3322 && again.breaks == .naturalness)
        let legal = position.legalMoves.dropLast().map(settled.ruleset.notation)
        #expect(legal == ["shallower q"])
        #expect(position.disputesLeft == BySide(divergence: 2, training: 1))
    }

    @Test("is moved by nobody past the third number alone, and a judge's takes the place of that in force")
    func third() throws {
        let claimed = try disputedExample().after("sophisticate b")
        let certain = try claimed.after("dispute condition b divergence=1 training=0.125")
        #expect(certain.rules.prices == claimed.rules.prices)
        #expect(certain.position.sideToMove == .training && certain.moves == claimed.moves)
        let judged = try claimed.after("dispute condition b divergence=1 training=0.125 judge=0.15")
        #expect(judged.rules.prices.condition[1].millibits == 2737)
        let silent = try claimed.after("dispute condition b training=0.125")
        #expect(silent.rules.prices == claimed.rules.prices)
    }

    @Test("settles a number once, one on a turn, and as many as the limit says")
    func limits() throws {
        let claimed = try disputedExample().after("sophisticate b", "dispute condition b")
        func obstacle(_ match: Match, _ act: String) -> IllegalAct? {
            do { _ = try match.after(act) } catch let error as IllegalAct { return error } catch {}
            return nil
        }
        #expect(obstacle(claimed, "dispute pattern p") == .dispute(.onceATurn))
        #expect(obstacle(claimed, "dispute condition a") == .dispute(.onceATurn))
        let later = try claimed.after("counter t ordinary")
        #expect(later.position.sideToMove == .divergence)
        #expect(obstacle(later, "dispute pattern p") == .dispute(.notBehindLastMove))
        // Nothing is left to move to, and yet a number may be disputed.
        #expect(later.verdict != nil && later.awaiting == .close)
        let reopened = try later.after("dispute feature a divergence=0.25 training=0.25")
        #expect(reopened.position.sideToMove == .training && reopened.verdict == nil)
        #expect(reopened.rules.bits(of: Feature.ID(0), .ordinary)?.millibits == 2000)
        #expect(obstacle(reopened, "dispute condition b") == .dispute(.onceATurn))
        let again = try reopened.after("counter s ordinary")
        #expect(obstacle(again, "dispute feature b") == nil)
        let conceded = try claimed.after("concede")
        #expect(obstacle(conceded, "dispute condition b") == .dispute(.matchOver))
        let none = try Ruleset.workedExample().match(.hard, ["propose p"])
        #expect(obstacle(none, "dispute pattern p") == .dispute(.noneLeft))
    }

    @Test("changes what was paid before, and what is dearer now stays legal")
    func earlier() throws {
        var ruleset = Ruleset.workedExample()
        ruleset.limits = ruleset.limits.replacing([.disputes: 1, .plausibility: 3000])
        let match = try ruleset.match(.easy, ["propose q", "counter t deliberate"])
        #expect(match.position.strain(of: .training).millibits == 1000)
        let cheaper = try match.after("dispute situation t divergence=1 training=1")
        #expect(cheaper.position.strain(of: .training) == .zero && cheaper.moves == match.moves)
        // Ordinary data would be dearer than data made on purpose, which cannot be less likely.
        let dearer = try ruleset.match(.easy, ["propose q", "counter t ordinary"])
            .after("dispute situation t divergence=0.9 training=0.9")
        #expect(
            dearer.rules.bits(of: Situation.ID(1), .ordinary) == dearer.rules.bits(of: Situation.ID(1), .deliberate))
    }

    @Test("is undone with the move before it, and stays with a later one")
    func takeBack() throws {
        let claimed = try disputedExample().after("sophisticate b")
        let settled = try claimed.after("dispute condition b divergence=0.2 training=0.125", "shallower q")
        let one = try settled.after("take-back 1")
        #expect(one.rules.prices.condition[1].millibits == 2322 && one.position.disputesLeft.training == 1)
        let two = try settled.after("take-back 2")
        #expect(two.rules.prices.condition[1].millibits == 2000 && two.position.disputesLeft.training == 2)
        #expect(two.moves.count == 1)
        let error = #expect(throws: IllegalAct.self) { try settled.after("take-back 4") }
        #expect(error == .tooManyPlies(4, of: 3))
    }
}

@Suite("A coined card")
struct CoinTests {
    @Test("costs what the book says, or what it is settled at")
    func price() throws {
        let match = try disputedExample()
        let dear = try match.after("coin shallower r trigger=b")
        #expect(dear.ruleset.patterns.count == 3 && dear.position.sideToMove == .divergence)
        #expect(dear.rules.prices.pattern[2].millibits == 4000 && dear.position.coinsLeft.divergence == 0)
        #expect(dear.moves == match.moves)
        let claimed = try match.after("coin shallower r trigger=b divergence=1 training=0.2")
        #expect(claimed.position.strain(of: .divergence).millibits == 2322)
        let live = try #require(claimed.position.live)
        #expect(claimed.ruleset[live.pattern].depth == 1 && claimed.rules.horizon(of: live) == 4)
        #expect(claimed.moves.count == 3 && claimed.position.sideToMove == .training)
        let t = claimed.position.prospect(of: try claimed.ruleset.move("counter t ordinary"))
        #expect(t.isLegal && t.bits.millibits == 2000)
        let answered = try claimed.after("coin counter u ordinary exhibits=a+b channel=outcome")
        #expect(answered.position.corpusStrain.millibits == 6000 && answered.position.corpus.count == 2)
        #expect(answered.verdict?.winner == .training)
        #expect(answered.verdict?.reasons.map(\.kind) == [.noDivergenceLeft])
    }

    @Test("is a card like any other: listed, played again, caught, priced and disputed around")
    func card() throws {
        let match = try disputedExample()
        var ruleset = match.start.ruleset
        ruleset.limits = ruleset.limits.replacing([.proposals: 2, .naturalness: 9000, .plausibility: 20_000])
        let coined = try ruleset.match(.hard, ["propose p", "counter s ordinary"])
            .after("coin propose r trigger=b family=escape divergence=1 training=0.5", "counter t ordinary")
        #expect(coined.position.proposalsLeft == 0)
        let names = coined.position.namedMoves.map(coined.ruleset.notation)
        #expect(names.contains("propose r") && names.contains("misattribute r"))
        #expect(try coined.position.prospect(of: coined.ruleset.move("shallower q")).obstacle != nil)
        let waiting = try coined.after("sophisticate a")
        #expect(waiting.position.disputableNumbers.map(waiting.ruleset.notation) == ["condition a"])
        #expect(try coined.ruleset.act("propose r") == .move(.propose(Pattern.ID(2))))
        // The position before knows nothing of it.
        #expect(
            coined.plies[1].before.ruleset.patterns.count == 2 && coined.steps[1].position.ruleset.patterns.count == 2)
    }

    @Test(
        "is refused, and the coin kept, where no price would make it legal",
        arguments: [
            ("coin shallower p trigger=b", CoinObstacle.takenIdentifier("p")),
            ("coin shallower R trigger=b", .malformedIdentifier("R")),
            ("coin shallower r", .emptyTrigger),
            ("coin counter u ordinary exhibits=a channel=thoughts", .notYourTurn),
        ])
    func refused(act: String, expected: CoinObstacle) throws {
        let match = try disputedExample()
        let error = #expect(throws: IllegalAct.self) { try match.after(act) }
        #expect(error == .coin(expected))
    }

    @Test("is refused where the corpus whacks it, it hides from nothing, and a feature must be known")
    func refusals() throws {
        let match = try disputedExample()
        let whacked = #expect(throws: IllegalAct.self) { try match.after("coin shallower r trigger=a") }
        guard case .coin(.move(let illegal)) = whacked else {
            return #expect(Bool(false), "\(String(describing: whacked))")
        }
        #expect(illegal.notation == "shallower r")
        var ruleset = match.start.ruleset
        ruleset.features += [feature("c", ordinary: nil), feature("d", ordinary: nil)]
        let claimed = try ruleset.match(.hard, ["propose p"])
        let unheard = #expect(throws: IllegalAct.self) {
            try claimed.after("coin counter u ordinary exhibits=a+c channel=outcome")
        }
        #expect(unheard == .coin(.unheardOf(Feature.ID(2))))
        let two = #expect(throws: IllegalAct.self) {
            try claimed.after("coin counter u ordinary exhibits=a+c+d channel=outcome")
        }
        #expect(two == .coin(.featuresNotHad([Feature.ID(2), Feature.ID(3)])))
        ruleset.situations.append(situation("v", [2]))
        let known = try ruleset.match(.hard, ["propose p"])
            .after("coin counter u ordinary exhibits=a+c channel=outcome")
        // unlisted · a · unlisted
        #expect(known.rules.prices.situation[.ordinary]?.last??.millibits == 5000)
    }

    @Test("goes when the move before it is taken back, and not with a later one")
    func takeBack() throws {
        let claimed = try disputedExample().after("coin shallower r trigger=b divergence=1 training=0.2")
        #expect(try claimed.after("take-back 1").ruleset.patterns.count == 2)
        let later = try claimed.after("counter t ordinary", "take-back 1")
        #expect(later.ruleset.patterns.count == 3 && later.position.coinsLeft.divergence == 0)
        #expect(later.rules === claimed.rules)
    }
}
