import Game
import Play
import TestSupport

/// Text that some format, reader or terminal would take for more than text.
enum Nasty {
    /// Such as a match file may hold: plain, all of it.
    static let texts = [
        "<script>alert(1)</script>", "\u{600}<script>x</script>\u{600}&lt;", "\"\u{301} onload=\"x\" y='\u{301}z'",
        "</svg></style></title><b>bold", "]]> --> <!-- x -->", "&lt;b&gt; &amp; &#60;",
        "**bold** _it_ `code` [l](http://x) ![i](y) # h", "- list\n1. one\n+ x\n===\n---\n# head\n> quote\n    code",
        "{{title}} {{{graph}}} {{#turns}}", "\"]; x [label=\"y\"]; \\N \\G \\",
        "[a]: b <c> {d: e} #tag @[m] // c /* d */",
        "]: x\n  -> [y]\n\n<z>: w {q: 1}", "=cmd|' /C calc'!A0", "@SUM(1,2)", "-1+2,\"x\"", "$\\frac{1}{2}$ \\", "\\",
        "www.example.org a@b.c https://example.org", "\u{D4E}<img src=x>", "日本語 Ａ 👩‍👩‍👧", "e\u{301}<b>\u{301}", "'", "\"",
        "===\ntitle: x\n===", "``` ~~~ | a | b |", "plain words",
    ]

    /// Such as none may: what a terminal obeys, and what reorders what is beside it.
    static let controls = [
        "\u{1B}[31mred", "\u{9B}2J", "\u{202E}reversed", "\r", "\u{2028}", "\u{7F}\u{0}\u{7}", "\t", "\u{FEFF}\u{E000}",
    ]

    /// The same lines with nothing in them that means anything.
    static func tame(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "x" }
            .joined(separator: "\n")
    }
}

/// A match of random acts in which every text is a nasty one; or, for comparison, the same with tame ones.
struct NastyMatch {
    private var random: SplitMix64
    private let isTame: Bool
    private(set) var record: MatchRecord

    /// - Parameter controls: whether the ruleset has what no file of one could have.
    init(seed: UInt64, isTame: Bool = false, controls: Bool = false) throws {
        random = SplitMix64(seed: seed)
        self.isTame = isTame
        var ruleset = Ruleset.disputed(seed: seed)
        let (_, acts) = Match.randomActs(Rules(ruleset, mode: .easy), seed: seed)
        var texts = SplitMix64(seed: seed &+ 1)
        func text() -> String {
            let text = ((controls ? Nasty.controls : []) + Nasty.texts).randomElement(using: &texts) ?? ""
            return isTame ? Nasty.tame(text) : text
        }
        func line() -> String { text().split(separator: "\n").joined(separator: " ").replacing("x x", with: "x") }
        ruleset.title = line()
        ruleset.premise = line()
        for index in ruleset.features.indices {
            ruleset.features[index].label.name = line()
            ruleset.features[index].clause = line()
        }
        for index in ruleset.patterns.indices {
            (ruleset.patterns[index].label.name, ruleset.patterns[index].label.text) = (line(), line())
        }
        for index in ruleset.situations.indices {
            (ruleset.situations[index].label.name, ruleset.situations[index].label.text) = (line(), line())
        }
        func name() -> String {
            let name = Nasty.texts.filter { !$0.contains("\n") }.randomElement(using: &texts) ?? "x"
            return isTame ? "x" : name
        }
        let players = Players(divergence: Player(name: "A" + name()), training: Player(name: "B" + name()))
        var setup = Setup(ruleset: ruleset, profile: nil, mode: .easy, players: players)
        setup.judge = name()
        record = try setup.record(date: "2026-11-21T05:30:12Z", id: "0123456789abcdef", hash: "", seed: seed)
        for act in acts { try happen(act) }
        if record.verdict != nil {
            try happen(.close)
            for side in Side.allCases { try happen(.remark(side)) }
        }
    }

    private mutating func happen(_ act: Act) throws {
        var act = act
        if case .coin(var coin, let offers) = act {
            coin.text = words().split(separator: "\n").joined(separator: " ")
            act = .coin(coin, offers)
        }
        try record.apply(Entry(act, words: act.isSealed || act == .close ? nil : words(), at: "2026-11-21T05:31:12Z"))
        if case .move = act, Bool.random(using: &random) { try record.apply(Entry(.object, words: words())) }
    }

    private mutating func words() -> String {
        let text = Nasty.texts.randomElement(using: &random) ?? ""
        return isTame ? Nasty.tame(text) : text
    }
}
