import Game
import TestSupport
import Testing

/// Every reason of RULES §5 for which Training can lose, and what it is forced towards.
@Suite("Training loses by")
struct TrainingLosesTests {
    /// One proposal of a useful pattern on `a`, against these situations; one on `b` is half of what is useful, and
    /// half must be left.
    private func game(
        _ situations: Situation..., limits: [Limit: Int] = [:], a: Feature = feature("a"),
        hidesFrom: Channels = [], cis: Bool = true
    ) -> Ruleset {
        ruleset(
            [.plausibility: 3000, .drive: 500].merging(limits) { $1 }, features: [a, feature("b")],
            patterns: [pattern("p", [0], hidesFrom: hidesFrom, cis: cis), pattern("r", [1], cis: cis)],
            situations: situations)
    }

    private let proposed = ["propose p"]
    private let cheap = situation("cheap", [0], ordinary: 0.5)
    private let dear = situation("dear", [0], ordinary: 0.01)
    private let dearer = situation("dearer", [0], ordinary: 0.001)
    private let staged = situation("staged", [0], ordinary: nil, deliberate: 0.5)
    private let stagedFree = situation("staged-free", [0], ordinary: nil, deliberate: 1)
    private let dulling = situation("dulling", [0, 1], ordinary: 0.25)
    private let dearDulling = situation("dear-dulling", [0, 1], ordinary: 0.01)

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
        let cheaper = situation("cheaper", [0, 1], ordinary: 0.5)
        try game(dulling, cheaper).expectEnd(
            proposed, winner: .divergence, "ambling around: counter cheaper ordinary")
        #expect(try game(dulling, cis: false).match(.hard, proposed).verdict == nil)
        #expect(try game(dulling, limits: [.drive: 0]).match(.hard, proposed).verdict == nil)
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
        let dull = situation("dull", [0, 1], ordinary: nil, deliberate: 0.5)
        let exotic = situation("exotic", [0], ordinary: nil, deliberate: 0.01)
        let game = game(dull, exotic)
        try game.expectEnd(proposed, winner: .divergence, "no counter")
        try game.expectEnd(
            proposed, in: .easy, winner: .divergence, "ambling around: counter dull deliberate",
            "exotic data: counter exotic deliberate")
    }

    @Test("deliberate data, ambling around and exotic data at once, in that order")
    func threeReasons() throws {
        try game(dulling, dear, staged).expectEnd(
            proposed, winner: .divergence, "deliberate data only: counter staged deliberate",
            "ambling around: counter dulling ordinary", "exotic data: counter dear ordinary")
    }

    @Test("exotic data, where every way out is both exotic and leaves too little")
    func bothLimits() throws {
        var dearest = dearDulling
        dearest.label = CardLabel("dearest", text: "dearest")
        dearest.ordinary = credence(0.001)
        try game(dearest, dearDulling).expectEnd(
            proposed, winner: .divergence, "exotic data: counter dear-dulling ordinary")
    }

    @Test("one of the three, not what breaks both limits")
    func oneLimitComesFirst() throws {
        try game(dearDulling, dearer).expectEnd(
            proposed, winner: .divergence, "exotic data: counter dearer ordinary")
        try game(dearDulling, dulling).expectEnd(
            proposed, winner: .divergence, "ambling around: counter dulling ordinary")
        try game(dearDulling, staged).expectEnd(
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

    @Test("exotic data, where the datum would have to add too much")
    func additions() throws {
        // 1 bit and 1 bit added; 3.32 bits and the same; 1 bit, nothing added, and too little left.
        let bare = situation("bare", [], ordinary: 0.5), dearBare = situation("dear-bare", [], ordinary: 0.1)
        let none: [Limit: Int] = [.additions: 0]
        try game(bare, limits: none).expectEnd(
            proposed, winner: .divergence, "exotic data: counter bare ordinary")
        #expect(try game(bare, limits: [.additions: 1]).match(.hard, proposed).verdict == nil)
        try game(dearBare, limits: none).expectEnd(
            proposed, winner: .divergence, "exotic data: counter dear-bare ordinary")
        // The cheapest of all that adds too much, strains too much, or both.
        try game(dearBare, dear, bare, limits: none).expectEnd(
            proposed, winner: .divergence, "exotic data: counter bare ordinary")
        try game(dearBare, dear, limits: none).expectEnd(
            proposed, winner: .divergence, "exotic data: counter dear-bare ordinary")
        try game(bare, dulling, limits: none).expectEnd(
            proposed, winner: .divergence, "ambling around: counter dulling ordinary",
            "exotic data: counter bare ordinary")
    }

    @Test("exotic data, where every way out adds too much and leaves too little")
    func additionsAndDrive() throws {
        let partly = situation("partly", [1], ordinary: 0.5), dearer = situation("dearer", [1], ordinary: 0.01)
        try game(dearer, partly, limits: [.additions: 0]).expectEnd(
            proposed, winner: .divergence, "exotic data: counter partly ordinary")
        try game(dearer, limits: [.additions: 0]).expectEnd(
            proposed, winner: .divergence, "exotic data: counter dearer ordinary")
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
