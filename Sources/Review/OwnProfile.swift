public import Game
import Play

/// A player's own numbers of a match as a profile of its ruleset, to be kept.
public struct OwnProfile: Hashable, Sendable {
    /// The match's profile, with what the player gave, or what was settled otherwise, in place of its numbers.
    public var profile: Profile
    /// How many numbers differ from those of the match's profile.
    public private(set) var count = 0
    /// The cards that were coined in the match, by identifier: a profile of its ruleset has no place for them.
    public let leftOut: [String]

    public init(of side: Side, in cruxes: Cruxes) {
        let record = cruxes.record
        let name = record.player(side).name
        let base = record.header.profile.flatMap { id in record.ruleset.profiles.first { $0.identifier == id } }
        let taken = ["house"] + record.ruleset.profiles.map(\.identifier)
        profile = Profile(
            identifier: name.asIdentifier(or: side.rawValue, besides: taken),
            title: "\(name)'s numbers, from a match of \(record.header.date.prefix(10))")
        let played = record.match.ruleset
        leftOut =
            played.patterns.filter(\.isCoined).map(\.identifier)
            + played.situations.filter(\.isCoined).map(\.identifier)
        if let base { takeOver(base) }
        let ruleset = base.map(record.ruleset.under) ?? record.ruleset
        take(of: side, in: cruxes, over: ruleset)
        levelDeliberate(ruleset)
    }

    private mutating func takeOver(_ base: Profile) {
        profile.limits = base.limits
        profile.intended = base.intended
        profile.features = base.features
        profile.patterns = base.patterns
        profile.situations = base.situations
        profile.why = base.why
    }

    private mutating func take(of side: Side, in cruxes: Cruxes, over ruleset: Ruleset) {
        let given = Dictionary(uniqueKeysWithValues: cruxes.given(by: side).map { ($0.number, $0.holding.credence) })
        let own = cruxes.prices(of: side), before = Prices(of: ruleset)
        let opponent = cruxes.record.player(side.opponent).name
        for number in ruleset.quotedNumbers {
            guard let bits = own[number], bits != before[number] else { continue }
            let said = given[number]
            set(number, to: said.flatMap { $0.bits == bits ? $0 : nil } ?? Credence(nearest: bits))
            profile.why[ruleset.card(of: number.number).identifier] =
                "\(said == nil ? "settled" : "said") in a match against \(opponent)"
            count += 1
        }
    }

    private mutating func set(_ quoted: QuotedNumber, to credence: Credence) {
        switch (quoted.number, quoted.provenance) {
        case (.pattern(let id), _): profile.patterns[id] = credence
        case (.condition(let id), _): profile.features[id, default: .init()].condition = credence
        case (.feature(let id), .ordinary): profile.features[id, default: .init()].ordinary = credence
        case (.feature(let id), .deliberate): profile.features[id, default: .init()].deliberate = credence
        case (.situation(let id), .ordinary): profile.situations[id, default: .init()].ordinary = credence
        case (.situation(let id), .deliberate): profile.situations[id, default: .init()].deliberate = credence
        }
    }

    /// Two credences of the same millibits may differ in the millionths; a file has no deliberate one below the ordinary.
    private mutating func levelDeliberate(_ ruleset: Ruleset) {
        let played = ruleset.under(profile)
        for id in ruleset.featureIDs {
            guard let ordinary = played[id].ordinary, let deliberate = played[id].deliberate, deliberate < ordinary
            else { continue }
            set(QuotedNumber(.feature(id), at: .deliberate), to: ordinary)
        }
        for id in ruleset.situationIDs {
            guard let ordinary = played[id].ordinary, let deliberate = played[id].deliberate, deliberate < ordinary
            else { continue }
            set(QuotedNumber(.situation(id), at: .deliberate), to: ordinary)
        }
    }
}

extension Ruleset {
    /// All numbers there are.
    fileprivate var quotedNumbers: [QuotedNumber] {
        func data(_ number: Number) -> [QuotedNumber] { Provenance.allCases.map { QuotedNumber(number, at: $0) } }
        return patternIDs.map { QuotedNumber(.pattern($0)) }
            + featureIDs.flatMap { [QuotedNumber(.condition($0))] + data(.feature($0)) }
            + situationIDs.flatMap { data(.situation($0)) }
    }
}

extension String {
    /// What is left of it as an identifier that is not taken: its letters and digits in ASCII, with hyphens between words.
    fileprivate func asIdentifier(or fallback: String, besides taken: [String]) -> String {
        let words = lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        let name = String(words.joined(separator: "-").drop { !$0.isLetter }.prefix(Self.longest))
        let stem = name.isEmpty ? fallback : name
        guard taken.contains(stem) else { return stem }
        return (2...).lazy.map { "\(stem)-\($0)" }.first { !taken.contains($0) } ?? stem
    }

    private static let longest = 40
}
