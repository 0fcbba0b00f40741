import Game
import TestSupport
import Testing

/// Every reason of RULES §5 for which Training can lose, and what it is forced towards.
@Suite("Training loses by")
struct TrainingLosesTests {
    /// One proposal of a convergent pattern on `a`, against these situations.
    private func game(
        _ situations: Situation..., limits: [Limit: Int] = [:], a: Feature = feature("a"),
        hidesFrom: Channels = [], cis: Bool = true
    ) -> Ruleset {
        ruleset(
            [.plausibility: 3000, .pivotalAct: 5, .usefulUntil: 7].merging(limits) { $1 }, features: [a],
            patterns: [pattern("p", [0], hidesFrom: hidesFrom, cis: cis)], situations: situations)
    }

    private let proposed = ["propose p"]
    private let cheap = situation("cheap", [0], ordinary: 0.5)
    private let dear = situation("dear", [0], ordinary: 0.01)
    private let dearer = situation("dearer", [0], ordinary: 0.001)
    private let staged = situation("staged", [0], ordinary: nil, deliberate: 0.5)
    private let stagedFree = situation("staged-free", [0], ordinary: nil, deliberate: 1)
    private let hobbling = situation("hobbling", [0], ordinary: 0.25, hobbles: 3)
    private let dearHobbling = situation("dear-hobbling", [0], ordinary: 0.01, hobbles: 3)

    @Test("no counter, where the misbehaviour shows nowhere", arguments: Mode.allCases)
    func hidden(mode: Mode) throws {
        try game(cheap, staged, hidesFrom: .all).expectEnd(
            proposed, in: mode, winner: .divergence, "no counter")
    }

    @Test("no counter, where a part cannot be had", arguments: Mode.allCases)
    func partMissing(mode: Mode) throws {
        let game = game(
            situation("s", [], ordinary: 1, deliberate: 1), situation("t", [], ordinary: 1),
            a: feature("a", ordinary: nil))
        try game.expectEnd(proposed, in: mode, winner: .divergence, "no counter")
    }

    @Test("exotic data, towards the cheapest")
    func exoticData() throws {
        let game = game(dearer, dear)
        try game.expectEnd(proposed, winner: .divergence, "exotic data: counter dear ordinary")
        #expect(try game.match(.hard, proposed).verdict?.reasons[0].forced?.bits.millibits == 6644)
    }

    @Test("exotic data only beyond the limit, not at it")
    func exactLimit() throws {
        let eighth = situation("eighth", [0], ordinary: 0.125)
        #expect(try game(eighth).match(.hard, proposed).verdict == nil)
        try game(eighth, limits: [.plausibility: 2999]).expectEnd(
            proposed, winner: .divergence, "exotic data: counter eighth ordinary")
    }

    @Test("ambling around, towards the cheapest")
    func amblingAround() throws {
        var slow = hobbling
        slow.label = CardLabel("slow", text: "slow")
        slow.ordinary = credence(0.5)
        try game(hobbling, slow).expectEnd(
            proposed, winner: .divergence, "ambling around: counter slow ordinary")
        #expect(try game(hobbling, cis: false).match(.hard, proposed).verdict == nil)
        #expect(try game(hobbling, limits: [.usefulUntil: 8]).match(.hard, proposed).verdict == nil)
    }

    @Test("deliberate data only in hard mode, towards the cheapest; easy mode may say it")
    func deliberateOnly() throws {
        let game = game(staged, stagedFree)
        try game.expectEnd(
            proposed, winner: .divergence, "deliberate data only: counter staged-free deliberate")
        let easy = try game.match(.easy, proposed)
        #expect(
            easy.position.legalMoves.map(game.notation) == [
                "counter staged deliberate", "counter staged-free deliberate", "concede",
            ])
    }

    @Test("no counter, where deliberate data would break a limit too")
    func deliberateBeyondLimits() throws {
        let late = situation("late", [0], ordinary: nil, deliberate: 0.5, hobbles: 3)
        let exotic = situation("exotic", [0], ordinary: nil, deliberate: 0.01)
        let game = game(late, exotic)
        try game.expectEnd(proposed, winner: .divergence, "no counter")
        try game.expectEnd(
            proposed, in: .easy, winner: .divergence, "exotic data: counter exotic deliberate",
            "ambling around: counter late deliberate")
    }

    @Test("deliberate data, exotic data and ambling around at once, in that order")
    func threeReasons() throws {
        try game(hobbling, dear, staged).expectEnd(
            proposed, winner: .divergence, "deliberate data only: counter staged deliberate",
            "exotic data: counter dear ordinary", "ambling around: counter hobbling ordinary")
    }

    @Test("exotic data, where every way out is both exotic and late")
    func bothLimits() throws {
        var dearest = dearHobbling
        dearest.label = CardLabel("dearest", text: "dearest")
        dearest.ordinary = credence(0.001)
        try game(dearest, dearHobbling).expectEnd(
            proposed, winner: .divergence, "exotic data: counter dear-hobbling ordinary")
    }

    @Test("one of the three, not what breaks both limits")
    func oneLimitComesFirst() throws {
        try game(dearHobbling, dearer).expectEnd(
            proposed, winner: .divergence, "exotic data: counter dearer ordinary")
        try game(dearHobbling, hobbling).expectEnd(
            proposed, winner: .divergence, "ambling around: counter hobbling ordinary")
        try game(dearHobbling, staged).expectEnd(
            proposed, winner: .divergence, "deliberate data only: counter staged deliberate")
    }

    @Test("the first of equals in canonical order")
    func ties() throws {
        let same = situation("same", [0], ordinary: 0.01, deliberate: 0.01)
        try game(same, dear).expectEnd(
            proposed, in: .easy, winner: .divergence, "exotic data: counter same ordinary")
        try game(dear, same).expectEnd(
            proposed, in: .easy, winner: .divergence, "exotic data: counter dear ordinary")
        var twin = staged
        twin.label = CardLabel("twin", text: "twin")
        try game(twin, staged).expectEnd(
            proposed, winner: .divergence, "deliberate data only: counter twin deliberate")
    }

    @Test("what the whole corpus strains, the same situation counted each time")
    func repeated() throws {
        let game = ruleset(
            [.plausibility: 3000], features: [feature("a"), feature("b"), feature("c")],
            patterns: [pattern("p", [0])], situations: [cheap])
        let moves = [
            "propose p", "counter cheap ordinary", "sophisticate b", "counter cheap ordinary",
            "sophisticate c",
        ]
        // 1 bit, then 2 with b; with b and c it would be 3 more.
        try game.expectEnd(moves, winner: .divergence, "exotic data: counter cheap ordinary")
        let match = try game.match(.hard, moves)
        #expect(match.position.strain(of: .training).millibits == 3000)
        #expect(match.verdict?.reasons[0].forced?.bits.millibits == 3000)
    }

    @Test("a deliberate claim prices a part without deliberate credence as ordinary")
    func mixedProvenance() throws {
        let ordinaryFeature = feature("a", ordinary: 0.25)
        let game = game(
            situation("s", [], ordinary: 0.25, deliberate: 0.5), situation("t", [], ordinary: 0.25),
            limits: [.plausibility: 2999], a: ordinaryFeature)
        let position = try game.match(.easy, proposed).position
        // 1 bit for s, 2 for a; t with a has no deliberate part at all.
        #expect(position.prospect(of: try game.move("counter s deliberate")).bits.millibits == 3000)
        #expect(
            position.prospect(of: try game.move("counter t deliberate")).obstacle == .nothingDeliberate)
        try game.expectEnd(
            proposed, in: .easy, winner: .divergence, "exotic data: counter s deliberate")
    }
}
