import Archive
import Game
import TestSupport

extension Ruleset {
    /// A random ruleset with a profile, and with texts that a careless writer would spoil.
    static func randomWithTexts(seed: UInt64) -> Ruleset {
        var ruleset = Ruleset.random(seed: seed)
        ruleset.title = "“Random” \"\(seed)\" \\ 日本語 🎲"
        ruleset.premise = "A premise: with a colon, a # and a / and 'quotes'."
        ruleset.patterns[0].label.name = "no. \(seed) — ü"
        ruleset.patterns[0].label.why = "{not: [a, mapping]}"
        var profile = Profile(identifier: "other", title: "As another might")
        profile.limits = [.naturalness: 6000]
        profile.patterns = [ruleset.patternIDs[0]: Credence(millionths: 333_333) ?? .certain]
        profile.why = [ruleset.patterns[0].identifier: "because"]
        ruleset.profiles = [profile]
        return ruleset
    }
}

/// Plays a match with everything that can happen in one.
struct RandomRecord {
    private var random: SplitMix64
    private(set) var record: MatchRecord

    static let texts = [
        "plain", "", "“quoted” \"twice\" \\ and /", "日本語とＡ", "🎲🇬🇧", "two\nlines\n", "{\"event\":\"move\"}",
        "e\u{301} and é", String(repeating: "long ", count: 2000), "\\n \\u0041 \\",
    ]

    /// A match of a random ruleset, played until it is over or has been going on for long.
    static func played(seed: UInt64, mode: Mode) throws -> MatchRecord {
        let ruleset = Ruleset.randomWithTexts(seed: seed)
        var player = RandomRecord(
            random: SplitMix64(seed: seed),
            record: try MatchRecord(
                of: ruleset, profile: seed.isMultiple(of: 2) ? "other" : nil, mode: mode,
                names: ("Ána \"A\"", "日本 \(seed)")))
        try player.play()
        return player.record
    }

    private mutating func play() throws {
        for side in Side.allCases where chance(60) {
            try happen(.prediction(side, Credence(millionths: number(in: 1...999_999)) ?? .certain))
        }
        for _ in 0..<60 where record.verdict == nil { try turn() }
        if let verdict = record.verdict, chance(80) {
            try happen(.verdict(VerdictLine(verdict, in: record.match.ruleset)))
        }
        if !record.match.moves.isEmpty, chance(50) { try speak() }
        for side in Side.allCases where record.verdict != nil && chance(40) {
            try happen(.closing(side, Self.texts[number(in: 0...(Self.texts.count - 1))]))
        }
    }

    private mutating func turn() throws {
        let plies = record.match.moves.count
        if plies > 0, chance(15) { try happen(.undo(plies: number(in: 1...min(3, plies)))) }
        if record.match.mayAdjudicate, chance(25) {
            let asker = Side.allCases[number(in: 0...1)]
            try happen(.adjudicationAsked(asker))
            // A move instead of an answer is allowed too, and so is the end of the file.
            if chance(80) { try happen(.adjudicationAnswered(asker.opponent, agreed: chance(30))) }
        }
        guard record.verdict == nil,
            let move = record.position.legalMoves.randomPlayoutChoice(using: &random)
        else { return }
        try happen(.move(ply: record.match.moves.count + 1, record.match.ruleset.notation(of: move)))
        if chance(40) { try speak() }
    }

    private mutating func speak() throws {
        let text = Self.texts[number(in: 0...(Self.texts.count - 1))]
        let ply = number(in: 1...record.match.moves.count)
        try happen(chance(70) ? .words(ply: ply, text) : .objection(ply: ply, text))
    }

    private mutating func happen(_ event: MatchEvent) throws {
        try record.apply(TimedEvent(event, at: "2026-11-21T05:\(number(in: 10...59)):12Z"))
    }

    private mutating func number(in range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &random)
    }

    private mutating func chance(_ percent: Int) -> Bool {
        number(in: 1...100) <= percent
    }
}
