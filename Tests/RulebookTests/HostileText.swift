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
