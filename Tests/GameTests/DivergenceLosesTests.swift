import Game
import TestSupport
import Testing

/// Every reason of RULES §5 for which Divergence can lose, and what it is forced towards.
@Suite("Divergence loses by")
struct DivergenceLosesTests {
    /// One pattern on `a`, caught by one free situation, and two further features.
    private func twoConditions(
        _ changed: [Limit: Int] = [:], b: Feature = feature("b"), c: Feature = feature("c"),
        extra: [Pattern] = []
    ) -> Ruleset {
        ruleset(
            changed, features: [feature("a"), b, c], patterns: [pattern("p", [0])] + extra,
            situations: [situation("s", [0], ordinary: 1)])
    }

    private let caught = ["propose p", "counter s ordinary"]

    @Test("pivotal act first, towards the earliest horizon however unnatural")
    func pivotalActFirst() throws {
        let game = twoConditions(
            [.pivotalAct: 4], b: feature("b", condition: 1, delay: 5),
            c: feature("c", condition: 0.25, delay: 3))
        try game.expectEnd(
            caught, winner: .training, grade: .hard, "pivotal act first: sophisticate c")
        #expect(try game.match(.hard, caught).verdict?.reasons[0].forced?.horizon == 4)
    }

    @Test("unnatural concept, towards the least strain however late")
    func unnaturalConcept() throws {
        let game = twoConditions(
            [.naturalness: 1500], b: feature("b", condition: 0.25), c: feature("c", delay: 4))
        try game.expectEnd(caught, winner: .training, grade: .hard, "unnatural concept: sophisticate c")
        #expect(try game.match(.hard, caught).verdict?.reasons[0].forced?.bits.millibits == 2000)
    }

    @Test("out of proposals, towards the least strain")
    func outOfProposals() throws {
        let game = ruleset(
            features: [feature("a"), feature("b")],
            patterns: [
                pattern("p", [0]), pattern("q", [1], credence: 0.25), pattern("r", [1], credence: 0.5),
            ],
            situations: [situation("s", [0])],
            deployments: [deployment("d0", [0], arrives: 0), deployment("d1", [1], arrives: 0)])
        try game.expectEnd(caught, winner: .training, grade: .hard, "out of proposals: propose r")
    }

    @Test("no divergence left, where all that could happen is caught")
    func noDivergenceLeft() throws {
        let game = ruleset(
            features: [feature("a"), feature("b")], patterns: [pattern("p", [0]), pattern("q", [1])],
            situations: [situation("s", [0, 1])])
        try game.expectEnd(caught, winner: .training, grade: .hard, "no divergence left")
    }

    @Test("no divergence left, where nothing would ever occur in deployment")
    func neverHappens() throws {
        let game = ruleset(
            features: [feature("a"), feature("b")], patterns: [pattern("p", [0]), pattern("q", [1])],
            situations: [situation("s", [0])], deployments: [deployment("d", [0], arrives: 0)])
        try game.expectEnd(caught, winner: .training, grade: .hard, "no divergence left")
    }

    @Test("no divergence left, where a proposal breaks more than the number of proposals")
    func proposalsAndMore() throws {
        let unnatural = ruleset(
            [.naturalness: 1000], features: [feature("a"), feature("b")],
            patterns: [pattern("p", [0]), pattern("q", [1], credence: 0.125)],
            situations: [situation("s", [0])],
            deployments: [deployment("d0", [0], arrives: 0), deployment("d1", [1], arrives: 9)])
        try unnatural.expectEnd(caught, winner: .training, grade: .hard, "no divergence left")
        var late = unnatural
        late.patterns[1] = pattern("q", [1])
        try late.expectEnd(caught, winner: .training, grade: .hard, "no divergence left")
    }

    @Test("pivotal act, proposals and unnatural concept at once, in that order")
    func threeReasons() throws {
        let game = twoConditions(
            [.naturalness: 2000, .pivotalAct: 4], b: feature("b", condition: 0.25),
            c: feature("c", delay: 3), extra: [pattern("q", [1])])
        try game.expectEnd(
            caught, winner: .training, grade: .hard, "pivotal act first: sophisticate c",
            "out of proposals: propose q", "unnatural concept: sophisticate b")
    }

    @Test("unnatural concept, where every way out is both unnatural and late")
    func bothLimits() throws {
        let game = twoConditions(
            [.naturalness: 1500, .pivotalAct: 4], b: feature("b", condition: 0.25, delay: 3),
            c: feature("c", delay: 7))
        try game.expectEnd(caught, winner: .training, grade: .hard, "unnatural concept: sophisticate c")
    }

    @Test(
        "one of the three, not what breaks both limits",
        arguments: [
            ([feature("c", delay: 3)], [], "pivotal act first: sophisticate c"),
            ([feature("c", condition: 0.25)], [], "unnatural concept: sophisticate c"),
            ([], [pattern("q", [1], credence: 0.75)], "out of proposals: propose q"),
        ])
    func oneLimitComesFirst(further: [Feature], extra: [Pattern], reason: String) throws {
        // Waiting for b is both unnatural and late, and strains least of all.
        let limits: [Limit: Int] = further.isEmpty ? [.naturalness: 1000] : [.naturalness: 2000]
        let game = ruleset(
            limits.merging([.pivotalAct: 4]) { $1 },
            features: [feature("a"), feature("b", condition: 0.49, delay: 3)] + further,
            patterns: [pattern("p", [0])] + extra, situations: [situation("s", [0], ordinary: 1)])
        try game.expectEnd(caught, winner: .training, grade: .hard, reason)
    }

    @Test("the first of equals in canonical order")
    func ties() throws {
        try twoConditions([.naturalness: 1500]).expectEnd(
            caught, winner: .training, grade: .hard, "unnatural concept: sophisticate b")
        try twoConditions([.pivotalAct: 3], b: feature("b", delay: 2), c: feature("c", delay: 2)).expectEnd(
            caught, winner: .training, grade: .hard, "pivotal act first: sophisticate b")
        // Sophisticating comes before a misattribution, and that of q before that of r.
        let readings = ["q", "r"].map { pattern($0, [1], credence: 0.25, misattributes: true) }
        let game = ruleset(
            [.naturalness: 1500], features: [feature("a"), feature("b")],
            patterns: [pattern("p", [0])] + readings, situations: [situation("s", [0])])
        try game.expectEnd(
            caught, winner: .training, grade: .hard, "unnatural concept: sophisticate b")
        var apart = game
        apart.deployments = [deployment("d0", [0], arrives: 0), deployment("d1", [1], arrives: 0)]
        try apart.expectEnd(
            caught, winner: .training, grade: .hard, "unnatural concept: misattribute q")
    }

    @Test("having nothing to propose at the start")
    func start() throws {
        func game(_ changed: [Limit: Int], arrives: Int = 1, stage: [Int] = [0]) -> Ruleset {
            ruleset(
                changed, features: [feature("a"), feature("b")],
                patterns: [pattern("p", [0], credence: 0.25), pattern("q", [0])],
                situations: [situation("s", [0])],
                deployments: [deployment("d", stage, arrives: arrives)])
        }
        try game([.naturalness: 0]).expectEnd(
            [], winner: .training, grade: .hard, "unnatural concept: propose q")
        try game([.pivotalAct: 1]).expectEnd(
            [], in: .easy, winner: .training, grade: .hard, "pivotal act first: propose p")
        try game([.naturalness: 1500, .pivotalAct: 1]).expectEnd(
            [], winner: .training, grade: .hard, "pivotal act first: propose q")
        try game([.naturalness: 0, .pivotalAct: 1]).expectEnd(
            [], winner: .training, grade: .hard, "unnatural concept: propose q")
        try game([:], stage: [1]).expectEnd([], winner: .training, grade: .hard, "no divergence left")
        #expect(Position(Rules(game([.naturalness: 0]), mode: .hard)).legalMoves.isEmpty)
    }
}
