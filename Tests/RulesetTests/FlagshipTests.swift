import Bots
import Game
import Rulebook
import TestSupport
import Testing
import Text

@Suite("The flagship ruleset")
struct FlagshipTests {
    static let alice = Result { try Rulebook(contentsOf: Fixtures.anyRuleset("alice")) }

    @Test("is as large as it should be, and draws no warning")
    func size() throws {
        let rulebook = try Self.alice.get()
        let ruleset = rulebook.ruleset
        #expect(rulebook.warnings.isEmpty)
        #expect(ruleset.features.count >= 20 && ruleset.patterns.count >= 24)
        #expect(ruleset.situations.count >= 36 && ruleset.deployments.count >= 4)
        #expect(Set(ruleset.profiles.map(\.identifier)).isSuperset(of: ["nate", "holden"]))
        #expect(!ruleset.glossary.isEmpty && !ruleset.rows.isEmpty && !ruleset.observations.isEmpty)
    }

    @Test("says why of every card whose credences count, and fits the screen")
    func words() throws {
        let ruleset = try Self.alice.get().ruleset
        let cards: [any Card] = ruleset.features + ruleset.patterns + ruleset.situations
        for card in cards {
            #expect(card.why?.isEmpty == false, "\(card.identifier)")
            #expect(card.text.columns <= 2 * 76 && card.name.columns <= 24, "\(card.identifier)")
        }
        for profile in ruleset.profiles { #expect(!profile.why.isEmpty, "\(profile.identifier)") }
    }

    @Test("uses no single credence on more than a fifth of its cards")
    func credences() throws {
        let ruleset = try Self.alice.get().ruleset
        let columns: [[Credence?]] = [
            ruleset.features.map(\.condition), ruleset.features.map(\.ordinary), ruleset.features.map(\.deliberate),
            ruleset.patterns.map(\.credence), ruleset.situations.map(\.ordinary), ruleset.situations.map(\.deliberate),
        ]
        for column in columns {
            let counts = Dictionary(grouping: column.compactMap(\.self)) { $0 }.mapValues(\.count)
            #expect((counts.values.max() ?? 0) * 5 <= column.count)
        }
    }

    @Test("has natural variants in the hundreds")
    func variants() throws {
        let ruleset = try Self.alice.get().ruleset
        let counts = ([nil] + ruleset.profiles).map { profile in
            let rules = Rules(profile.map(ruleset.under) ?? ruleset, mode: .hard)
            return (profile?.identifier ?? "house", rules.naturalVariants.count)
        }
        print("natural variants of alice:", counts.map { "\($0.0) \($0.1)" }.joined(separator: ", "))
        for (_, count) in counts { #expect((100...1000).contains(count)) }
    }

    @Test("reaches the reasons of RULES §5 in real play")
    func reach() throws {
        let ruleset = try Self.alice.get().ruleset
        for mode in Mode.allCases {
            let rules = Rules(ruleset, mode: mode)
            let random = Thoroughness.seeds(ofFull: 2000).map { Match.greedy(rules, seed: $0, wildOnceIn: 1) }
            let greedy = Thoroughness.seeds(ofFull: 200).map { Match.greedy(rules, seed: $0, wildOnceIn: 4) }
            print("\(mode) mode, \(random.count) random games:", tally(random))
            print("\(mode) mode, \(greedy.count) greedy games:", tally(greedy))
            let reached = Set((random + greedy).compactMap { $0.verdict?.reasons.first?.kind })
            let common: Set<Verdict.Reason.Kind> = [.unnaturalConcept, .exoticData]
            #expect(reached.isSuperset(of: common))
            guard Thoroughness.isFull else { continue }
            #expect(reached.isSuperset(of: [.pivotalActFirst, .amblingAround]))
            if mode == .hard { #expect(reached.contains(.deliberateDataOnly)) }
        }
    }

    private func tally(_ games: [Match]) -> String {
        let kinds = games.compactMap { $0.verdict?.reasons.first?.kind }
        return Verdict.Reason.Kind.allCases.compactMap { kind in
            let count = kinds.count { $0 == kind }
            return count == 0 ? nil : "\(kind.rawValue) \(count)"
        }.joined(separator: ", ")
    }
}

extension Match {
    /// A match of two greedy players, each of whom plays anything legal once in so many turns; nobody concedes.
    static func greedy(_ rules: Rules, seed: UInt64, wildOnceIn turns: Int) -> Match {
        var random = SplitMix64(seed: seed)
        var match = Match(rules)
        while match.verdict == nil {
            let legal = match.position.legalProspects
            let isWild = Int.random(in: 0..<turns, using: &random) == 0
            let wild = isWild ? legal.randomElement(using: &random)?.move : nil
            do {
                try match.play(wild ?? Greedy().reply(to: Turn(match, ruleset: match.ruleset)).move)
            } catch {
                preconditionFailure("seed \(seed): \(error)")
            }
        }
        return match
    }
}

extension Rules {
    /// Every pattern with at most four conditions that is within `naturalness` and happens in some deployment.
    var naturalVariants: Set<Divergence> {
        var found: Set<Divergence> = []
        var edge = ruleset.patternIDs.map { Divergence($0, in: self) }
        for _ in 0...4 {
            edge = edge.filter { horizon(of: $0) != nil && strain(of: $0) <= ruleset.limits.naturalness }
            found.formUnion(edge)
            edge = edge.flatMap { variant in
                ruleset.featureIDs.filter { !variant.trigger.contains($0) }.map {
                    Divergence(variant.pattern, conditions: variant.conditions.inserting($0), in: self)
                }
            }
        }
        return found
    }
}
