import Archive
import Game
import Play
import TestSupport

extension Ruleset {
    /// A random ruleset with a profile, and with texts that a careless writer would spoil.
    /// What may be bid, the lower bid for the side of Training.
    func randomBids(seed: UInt64) -> BySide<Bits> {
        var random = SplitMix64(seed: seed)
        let most = limits.plausibility.millibits * 2
        let bids = (0..<2).map { _ in Int.random(in: 1...max(1, most), using: &random) }.sorted()
        return BySide(divergence: Bits(millibits: bids[1]), training: Bits(millibits: bids[0]))
    }

    static func randomWithTexts(seed: UInt64) -> Ruleset {
        var ruleset = Ruleset.random(seed: seed)
        ruleset.limits = ruleset.limits.replacing([.disputes: 2, .coins: 1, .unlisted: 500_000])
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
        "plain", "", "“quoted” \"twice\" \\ and /", "日本語とＡ", "🎲🇬🇧", "two\nlines\n", "{\"act\":\"concede\"}",
        "e\u{301} and é", String(repeating: "long ", count: 2000), "\\n \\u0041 \\",
    ]

    /// A match of a random ruleset, played until it is over or has been going on for long.
    static func played(seed: UInt64, mode: Mode) throws -> MatchRecord {
        let ruleset = Ruleset.randomWithTexts(seed: seed)
        var player = RandomRecord(
            random: SplitMix64(seed: seed),
            record: try MatchRecord(
                of: ruleset, profile: seed.isMultiple(of: 2) ? "other" : nil, mode: mode,
                names: ("Ána \"A\"", "日本 \(seed)"), judge: seed.isMultiple(of: 3) ? "Çem" : nil,
                limit: seed.isMultiple(of: 5) ? .bid(ruleset.randomBids(seed: seed)) : .ruleset,
                leg: seed.isMultiple(of: 7) ? .first : nil))
        try player.play()
        return player.record
    }

    private mutating func play() throws {
        for side in Side.allCases where chance(60) {
            try happen(.predict(side, Credence(millionths: number(in: 1...999_999)) ?? .certain))
        }
        if chance(40) { try happen(belief()) }
        for _ in 0..<60 where record.verdict == nil { try turn() }
        if record.verdict != nil, chance(80) { try happen(.close) }
        if chance(40) { try happen(belief()) }
        if !record.match.plies.isEmpty, chance(50) { try happen(.object, saying: text()) }
        for side in Side.allCases where record.verdict != nil && chance(40) {
            try happen(.remark(side), saying: text())
        }
    }

    private mutating func turn() throws {
        let plies = record.match.plies.count
        if plies > 0, chance(20) { try happen(.object, saying: text()) }
        if chance(10) { try happen(belief()) }
        if plies > 0, chance(15) { try happen(.takeBack(plies: number(in: 1...min(3, plies)))) }
        if record.match.mayAdjudicate, chance(25) {
            try happen(.askToStop)
            // A move instead of an answer is allowed too, and so is the end of the file.
            if chance(80) { try happen(.answerStop(agrees: chance(30))) }
        }
        if chance(20), let dispute = record.match.randomDispute(&random) { try happen(dispute) }
        if chance(15), try coin() { return }
        guard record.verdict == nil,
            let move = record.position.legalMoves.randomPlayoutChoice(using: &random)
        else { return }
        try happen(.move(move))
    }

    /// - Returns: whether a card was coined.
    private mutating func coin() throws -> Bool {
        guard case .coin(var coin, let offers) = record.match.randomCoin(record.log.count, &random) else {
            return false
        }
        coin.text = cardText()
        coin.act = chance(50) ? cardText() : nil
        var trial = record
        guard (try? trial.apply(Entry(.coin(coin, offers)))) != nil else { return false }
        try happen(.coin(coin, offers))
        return true
    }

    /// What fits on a card.
    private mutating func cardText() -> String {
        text().split(separator: "\n").first.map { String($0.prefix(60)) } ?? ""
    }

    /// Something that somebody believes of the real thing, or of a number behind the last move.
    private mutating func belief() -> Act {
        let credence = Credence(millionths: number(in: 1...999_999)) ?? .certain
        let side: Side = chance(50) ? .divergence : .training
        let quoted = record.position.quotedNumbers.randomElement(using: &random)
        return .believe(side, chance(50) ? .goesWrong : quoted.map(Belief.number) ?? .goesWrong, credence)
    }

    private mutating func text() -> String {
        Self.texts[number(in: 0...(Self.texts.count - 1))]
    }

    /// With words or without, unless there must be some.
    private mutating func happen(_ act: Act, saying words: String? = nil) throws {
        let words = words ?? (chance(40) ? text() : nil)
        try record.apply(Entry(act, words: words, at: "2026-11-21T05:\(number(in: 10...59)):12Z"))
    }

    private mutating func number(in range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &random)
    }

    private mutating func chance(_ percent: Int) -> Bool {
        number(in: 1...100) <= percent
    }
}
