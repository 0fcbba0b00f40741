import Game
import TestSupport
import Testing

@Suite("Legal moves")
struct LegalMoveTests {
    /// Of every kind of answer, several at once.
    private let game = ruleset(
        [.proposals: 3],
        features: ["a", "b", "c", "d"].map { feature($0, ordinary: 1, deliberate: 1) },
        patterns: [
            pattern("deep", [0], depth: 3),
            pattern("false-shallow", [1], depth: 1, misattributes: true),
            pattern("middling", [2], depth: 2),
            pattern("false-deep", [3], depth: 4, misattributes: true),
            pattern("false-equal", [1, 2], depth: 3, misattributes: true),
        ],
        situations: [situation("s", [0]), situation("t", [], deliberate: 0.75), situation("u", [0, 1])])

    private func legal(_ mode: Mode, _ moves: [String]) throws -> [String] {
        let notations = try game.match(mode, moves).position.legalMoves.map(game.notation)
        #expect(ReferenceGame(game, mode: mode, moves: moves)?.legalMoves == notations)
        return notations
    }

    @Test("of Divergence come by kind, each in ruleset order, a shallower misreading named shallower")
    func divergenceOrder() throws {
        #expect(
            try legal(.hard, ["propose deep", "counter s ordinary"]) == [
                "propose false-shallow", "propose middling", "propose false-deep", "propose false-equal",
                "sophisticate b", "sophisticate c", "sophisticate d",
                "shallower false-shallow", "shallower middling",
                "misattribute false-deep", "misattribute false-equal",
                "concede",
            ])
    }

    @Test("of Training come by situation, ordinary before deliberate, where any part is deliberate")
    func trainingOrder() throws {
        #expect(
            try legal(.hard, ["propose deep"]) == [
                "counter s ordinary", "counter t ordinary", "counter u ordinary", "concede",
            ])
        #expect(
            try legal(.easy, ["propose deep"]) == [
                "counter s ordinary", "counter t ordinary", "counter t deliberate", "counter u ordinary",
                "concede",
            ])
        let waiting = ["propose deep", "counter s ordinary", "sophisticate b"]
        #expect(
            try legal(.easy, waiting) == [
                "counter s ordinary", "counter s deliberate", "counter t ordinary", "counter t deliberate",
                "counter u ordinary", "concede",
            ])
    }

    @Test("at the start are the proposals")
    func start() throws {
        #expect(
            try legal(.hard, []) == game.patterns.map { "propose \($0.identifier)" } + ["concede"])
        let position = Position(Rules(game, mode: .hard))
        #expect(position.prospect(of: try game.move("sophisticate b")).obstacle == .nothingLive)
    }

    @Test("keep the conditions of a divergence that turns into another, less what that needs anyway")
    func conditionsStay() throws {
        let moves = [
            "propose deep", "counter s ordinary", "sophisticate b", "counter u ordinary", "sophisticate c",
            "counter u ordinary", "misattribute false-deep", "counter u ordinary",
        ]
        let turned = try game.match(.hard, Array(moves.prefix(7))).position
        #expect(turned.live?.conditions == FeatureSet([Feature.ID(1), Feature.ID(2)]))
        #expect(turned.strain(of: .divergence).millibits == 3000)
        let fresh = try game.match(.hard, moves.prefix(4) + ["propose middling"]).position
        #expect(fresh.live?.conditions.isEmpty == true && fresh.proposalsLeft == 1)
        let middling = try game.match(.hard, moves).position.prospect(of: game.move("shallower middling"))
        #expect(middling.divergence?.conditions == FeatureSet([Feature.ID(1)]))
        #expect(middling.divergence?.trigger == FeatureSet([Feature.ID(1), Feature.ID(2)]))
    }

    @Test("exclude a divergence that happens at the very step of the pivotal act")
    func pivotalStep() throws {
        func open(_ pivotalAct: Int) -> Bool {
            let game = ruleset(
                [.pivotalAct: pivotalAct], features: [feature("a")], patterns: [pattern("p", [0])],
                situations: [], deployments: [deployment("d", [0], arrives: 4)])
            return Position(Rules(game, mode: .hard)).canGoOn
        }
        #expect(!open(4))
        #expect(open(5))
    }

    @Test("of Training add at most so many features as the limit says")
    func additions() throws {
        var game = game
        func counters(_ additions: Int) throws -> [String] {
            game.limits = game.limits.replacing([.additions: additions])
            let moves = ["propose deep", "counter s ordinary", "sophisticate b"]
            let match = additions == 0 ? ["propose false-equal"] : moves
            let notations = try game.match(.hard, match).position.legalMoves.dropLast().map(game.notation)
            let reference = ReferenceGame(game, mode: .hard, moves: match)
            #expect(reference?.legalMoves.dropLast().map { $0 } == notations)
            return notations
        }
        // Of a and b, s lacks one and t both; of b and c, every situation lacks some.
        #expect(try counters(2) == ["counter s ordinary", "counter t ordinary", "counter u ordinary"])
        #expect(try counters(1) == ["counter s ordinary", "counter u ordinary"])
        #expect(try counters(0) == [])
        let position = try game.match(.hard, ["propose false-equal"]).position
        let moves = try ["counter s ordinary", "counter t ordinary"].map(game.move)
        let prospects = moves.map(position.prospect)
        #expect(prospects.allSatisfy { $0.breaks == .additions })
        #expect(
            prospects.flatMap(position.objections) == [
                "it adds 2 features, and none may be added", "it adds 2 features, and none may be added",
            ])
    }

    @Test("let a divergence evade what it hides from")
    func hiding() throws {
        let game = ruleset(
            features: [feature("a")],
            patterns: [
                pattern("p", [0]), pattern("q", [0], misattributes: true, hidesFrom: [Channels(.thoughts)]),
            ],
            situations: [situation("s", [0], channel: .thoughts), situation("t", [0], channel: .outcome)])
        let seen = try game.match(.hard, ["propose p", "counter s ordinary"]).position
        #expect(seen.legalMoves.map(game.notation) == ["misattribute q", "concede"])
        let hiding = try seen.playing(game.move("misattribute q"))
        #expect(hiding.legalMoves.map(game.notation) == ["counter t ordinary", "concede"])
        #expect(hiding.prospect(of: try game.move("counter s ordinary")).obstacle == .hidden(.thoughts))
    }
}
