import Archive
import Exports
import Foundation
import Game
import Play
import Review
import Rulebook
import Solver
import TestSupport
import Testing

@Suite("A match that is handed on")
struct GoldenExportTests {
    /// A match of the worked example with disputes, one of which sends a move back, a coined card, words and an objection.
    static func quarrel(_ acts: [(String, String?)] = quarrelling) throws -> MatchRecord {
        var ruleset = Ruleset.workedExample([.disputes: 2, .coins: 1])
        ruleset.observations = [
            Ruleset.Observation(
                identifier: "diaries", text: "Somebody counts diaries, and finds many", moves: "Ana",
                claims: ["t", "p"])
        ]
        ruleset.title = "The worked example <of RULES §13>"
        ruleset.premise = "An AI learned from what somebody did, and not from why."
        ruleset.features[1].clause = "with nobody to see"
        ruleset.patterns[0].label.text = "it learned to please & no more"
        ruleset.situations[0].label.text = "A bookkeeper alone with the petty cash"
        let players = Players(divergence: Player(name: "Ana"), training: Player(name: "Ben"))
        var setup = Setup(ruleset: ruleset, profile: nil, mode: .hard, players: players)
        setup.judge = "Cleo"
        var record = try setup.record(
            date: "2026-11-21T05:30:12Z", id: "0123456789abcdef", hash: RulesetDocument(ruleset).fingerprint, seed: 1)
        for (act, words) in acts {
            var read = try record.match.ruleset.act(act)
            if case .coin(var coin, let offers) = read {
                coin.text = "A night desk of a poisons line."
                read = .coin(coin, offers)
            }
            try record.apply(Entry(read, words: words, at: "2026-11-21T05:31:12Z"))
        }
        return record
    }

    static let quarrelling: [(String, String?)] = [
        ("predict training 0.6", nil), ("propose p", "It learned to please.\nThat is *all* it learned."),
        ("counter s ordinary", nil), ("object", "Nobody keeps such records & you know it."), ("sophisticate b", nil),
        ("counter s ordinary", "The same again, <with nobody to see>."),
        ("dispute feature b divergence=0.007813 training=0.125 judge=0.02", nil),
        ("believe divergence situation t ordinary 0.0625", nil), ("believe training situation t ordinary 0.25", nil),
        (
            "coin counter night-desk ordinary exhibits=a+b channel=behaviour training=0.2 judge=0.3",
            "A night desk, then."
        ), ("close", nil), ("remark training", "I had hoped for more."),
    ]

    private func debate(_ record: MatchRecord, _ format: ExportFormat) -> Debate {
        Debate(record, for: format, withCruxes: true, limits: SearchLimits())
    }

    @Test("reads the same in every format as it did", arguments: ExportFormat.allCases)
    func golden(format: ExportFormat) throws {
        let record = try Self.quarrel()
        let path = Fixtures.root + "/ExportsTests/Goldens/quarrel." + format.fileExtension
        try Golden(path).expect(debate(record, format).exported(as: format))
    }

    @Test("may not have begun", arguments: ExportFormat.allCases)
    func empty(format: ExportFormat) throws {
        let record = try Self.quarrel([])
        let text = debate(record, format).exported(as: format)
        #expect(text.hasSuffix("\n"))
        let path = Fixtures.root + "/ExportsTests/Goldens/bare." + format.fileExtension
        if [.markdown, .argdown, .csv].contains(format) { try Golden(path).expect(text) }
    }

    @Test("comes back from its JSON as the same match")
    func roundTrip() throws {
        let record = try Self.quarrel()
        let text = debate(record, .json).exported(as: .json)
        let read = try ImportedMatch(Array(text.utf8), named: "match.json").record
        #expect(read.log == record.log && read.header == record.header && read.ruleset == record.ruleset)
        #expect(debate(read, .json).exported(as: .json) == text)
    }

    @Test("shows bounds where nothing was proven in the time")
    func bounds() throws {
        let record = try Self.quarrel()
        let hurried = Debate(record, for: .svg, withCruxes: false, limits: SearchLimits(nodes: 1))
        #expect(hurried.exported(as: .svg).contains("class=\"open\""))
        let none = Debate(record, for: .svg, withCruxes: false, limits: SearchLimits(seconds: 0))
        #expect(!none.exported(as: .svg).contains("class=\"value\""))
    }

    @Test("needs nothing from outside as a page, and has what a screen reader goes by")
    func page() throws {
        let page = debate(try Self.quarrel(), .html).exported(as: .html)
        for outside in ["<script", "<link", "src=", "url(", "@import"] {
            #expect(!page.contains(outside), "\(outside)")
        }
        for part in [
            "<html lang=\"en\">", "<main>", "<nav aria-label=", "<h1>", "<caption", "<th scope=\"col\"",
            "<th scope=\"row\"",
            "role=\"img\"", "<desc id=", "class=\"skip\"", "prefers-color-scheme: dark", "name=\"viewport\"",
        ] { #expect(page.contains(part), "\(part)") }
        let ids = page.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(Set(ids).count == ids.count)
        for link in page.split(separator: "href=\"#").dropFirst().map({ $0.prefix { $0 != "\"" } }) {
            #expect(ids.contains(link), "\(link)")
        }
    }
}
