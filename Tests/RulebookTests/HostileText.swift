import Rulebook
import TestSupport

/// A text made to hurt whoever parses it.
struct HostileText {
    let name: String
    let make: @Sendable () -> String

    /// A short run takes a sixty-fourth of everything: tests are not optimised.
    private static let share = Thoroughness.isFull ? 1 : 64

    /// A part over and over until the largest file that is read is full.
    static func full(_ name: String, of part: String, before: String = "") -> HostileText {
        HostileText(name: name) {
            before
                + String(repeating: part, count: (Rulebook.sizeLimit / share - before.utf8.count) / part.utf8.count)
        }
    }

    /// As many numbered parts as it takes to come close to what the parser is given at most.
    static func many(
        _ name: String, _ count: Int = 99_000, before: String = "", after: String = "",
        _ part: @escaping @Sendable (Int) -> String
    ) -> HostileText {
        HostileText(name: name) { before + (0..<count / share).map(part).joined() + after }
    }

    /// All of them, by what they attack.
    static let kinds = [
        "characters": characters, "structures": structures, "keys": keys, "aliases": aliases, "deep": deep,
        "faults": faults,
    ]

    private static let characters = [
        full("blanks", of: " "), full("tabs", of: "\t"), full("line feeds", of: "\n"),
        full("carriage returns", of: "\r"), full("zeros", of: "\0"), full("escapes", of: "\u{1B}"),
        full("overrides", of: "\u{202E}"), full("an override a line", of: "\u{202E}\n"),
        full("one word", of: "a"), full("one key", of: "a", before: "a: 1\n"), full("ideographs", of: "日"),
        full("marks on one letter", of: "\u{301}", before: "ruleset: e"),
        full("an open quotation", of: "a", before: "\""),
        full("comments", of: "# a\n"), full("one comment", of: "#"), full("pipes", of: "|"),
        full("escaped overrides", of: "\\u202e", before: "\""),
        full("digits", of: "9", before: "ruleset: 0."),
    ]

    private static let structures = [
        full("open brackets", of: "["), full("open braces", of: "{"), full("dashes", of: "- "),
        full("dashes on lines", of: "-\n"), full("question marks", of: "? "), full("colons", of: ": "),
        full("commas", of: ",", before: "["), full("documents", of: "---\n"), full("ends", of: "...\n"),
        full("anchors", of: "&a "), full("aliases", of: "*a "), full("tags", of: "!a "),
        full("bangs", of: "! "),
        full("directives", of: "%TAG !a! b\n"), full("tiny scalars", of: "a,", before: "["),
        many("different directives", 300_000) { "%TAG !\($0)! b\n" },
        many("scalars", before: "[") { _ in "a," },
        many("lines of scalars") { _ in "- a\n" },
        many("brackets in brackets", before: String(repeating: "[", count: 990)) { _ in "a," },
    ]

    /// What the parser stumbles over again and again.
    private static let faults = [
        many("reserved words") { "k\($0): @a\n" }, many("reserved items") { _ in "- @a\n" },
        many("reserved words in braces", before: "{") { "k\($0): @a, " },
        many("reserved items in brackets", before: "[") { _ in "@a, " },
        many("quotations") { "k\($0): 'a\n" }, many("double quotations") { "k\($0): \"a\n" },
        many("quotations in a line", before: "[") { _ in "'a'a, " }, many("words without a colon") { "word\($0)\n" },
        many("tabs before words") { "\tk\($0): a\n" }, many("lines of open brackets", 5_000) { _ in "- [[[[[[[[[\n" },
        many("keys twice") { "k\($0 / 2): a\n" }, many("keys twice in braces", before: "{") { "k\($0 / 2): a, " },
        many("comments in braces") { "- {k\($0): a #b}\n" },
    ]

    private static let keys = [
        many("keys in braces", before: "{") { "k\($0)," },
        many("keys on lines") { "k\($0): v\n" },
        many("long keys") { "\(String(repeating: "k", count: 30))\($0): v\n" },
        many("the same key") { _ in "k: v\n" },
        many("words in braces as keys", 30_000) { "{\(["a", "card", "pattern"][$0 % 3])}: v\n" },
        many("every key twice") { "k\($0 / 2): v\n" },
        many(
            "errors on one long line", 45_000, before: "{" + String(repeating: " ", count: 3_000_000),
            after: "}"
        ) {
            "k\($0): 1,"
        },
        many("one large key in keys", before: String(repeating: "? ", count: 12) + "[") { _ in "a," },
        many("large keys in keys", 97_000, before: String(repeating: "? {", count: 1000) + "? [") { _ in "a,"
        },
        HostileText(name: "small keys in keys") {
            String(
                repeating: String(repeating: "{", count: 80) + "a" + String(repeating: ": 1}", count: 80)
                    + "\n", count: 9)
        },
    ]

    private static let aliases = [
        HostileText(name: "an alias bomb") {
            "a0: &a0 [x]\n" + (1..<30).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
        },
        many(
            "a large list multiplied", 90_000, before: "a: &a [",
            after: "]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\n*c : 1\nd: [*c]\n"
        ) { _ in "a," },
        many(
            "a large list as many keys", 90_000, before: "a: &a [",
            after: "]\n" + (0..<11).map { "k\($0): {*a : 1}\n" }.joined()
        ) { _ in "a," },
        HostileText(name: "an alias within its own anchor") { "a: &a [*a]\n" },
        HostileText(name: "an anchor on everything") { "&a {&b a: &c [&d a], <<: *c}" },
    ]

    private static let deep = [
        HostileText(name: "990 lists in lists") {
            String(repeating: "[", count: 990) + String(repeating: "]", count: 990)
        },
        HostileText(name: "990 mappings in mappings") {
            String(repeating: "{a: ", count: 990) + "1" + String(repeating: "}", count: 990)
        },
        HostileText(name: "990 indentations") {
            (0..<990).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        },
        HostileText(name: "990 dashes") { String(repeating: "- ", count: 990) + "a" },
        HostileText(name: "5000 lists in lists") {
            String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000)
        },
        HostileText(name: "2000 indentations") {
            (0..<2000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        },
    ]
}

extension HostileText {
    /// Rulesets that are in order, with scripts as long as they may be, made to be compared without end.
    static let scripts = [
        script("many rules", cards: 400, bots: 20) { _ in
            rules(200) { "{when: {corpus: [\($0), \($0)]}, play: {}}" }
        },
        script("many rules about many cards", cards: 1000, bots: 9) { _ in
            rules(200) { "{when: {corpus: [\($0), \($0)], by: [shallower]}, play: {cards: [p3, p4, s3]}}" }
        },
        script("long lists", cards: 1000, bots: 10) { _ in
            let live = words("p", 55), data = words("s", 55), cards = words("p", 30)
            return rules(38) {
                "{when: {corpus: [\($0), \($0)], live: \(live), whacked_by: \(data)}, play: {cards: \(cards)}}"
            }
        },
        script("long openings under many profiles", cards: 64, bots: 20, profiles: 100) { _ in
            let moves = (1...45).map { "counter s\($0 - 1) ordinary, sophisticate f\($0)" }.joined(separator: ", ")
            return "openings: ["
                + Array(repeating: "[propose p0, \(moves), counter s0 ordinary]", count: 40 / share + 1)
                .joined(separator: ", ") + "]"
        },
    ]

    private static func script(
        _ name: String, cards: Int, bots: Int, profiles: Int = 0, _ body: @escaping @Sendable (Int) -> String
    ) -> HostileText {
        HostileText(name: name) {
            let features = (0..<64).map {
                "  - {id: f\($0), text: x, condition: 0.5, ordinary: 0.5, deliberate: 0.75, source: x}\n"
            }
            let patterns = (0..<cards).map {
                "  - {id: p\($0), text: x, credence: 0.5, trigger: [f\($0 % 64)], depth: \($0 % 5 + 1), source: x}\n"
            }
            let situations = (0..<cards).map {
                "  - {id: s\($0), text: x, exhibits: [f\($0 % 64)], channel: behaviour, ordinary: 0.5, source: x}\n"
            }
            return "ruleset: big\ntitle: Big\nimitatee: Anna\npremise: As large as can be.\n"
                + "limits: {naturalness: 300, plausibility: 1000, pivotal_act: 5, proposals: 3}\n"
                + "intended: {text: it does as Anna would, credence: 0.5}\n"
                + "features:\n" + features.joined() + "patterns:\n" + patterns.joined()
                + "situations:\n" + situations.joined()
                + "deployments:\n  - {id: d, text: x, features: \(words("f", 64)), arrives: 1}\n"
                + "profiles: [" + (0..<profiles).map { "{id: r\($0), title: x}" }.joined(separator: ", ") + "]\n"
                + "bots:\n"
                + (0..<bots).map { "  - {id: b\($0), text: x, sides: [divergence, training], \(body($0))}\n" }.joined()
        }
    }

    private static func rules(_ count: Int, _ rule: (Int) -> String) -> String {
        "rules: [" + (0..<count / min(share, 8)).map(rule).joined(separator: ", ") + "]"
    }

    private static func words(_ letter: String, _ count: Int) -> String {
        "[" + (0..<count).map { letter + "\($0)" }.joined(separator: ", ") + "]"
    }
}
