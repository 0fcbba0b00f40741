import Game
import TestSupport
import Testing

@testable import Rulebook

/// The worked example, in which the text of a feature, on its ninth line, is written as one likes.
struct Written {
    let diagnostics: [Diagnostic]
    let ruleset: Ruleset?

    /// Where the text begins.
    static let start = Place(line: 9, column: 11)

    init(_ text: String, inBraces: Bool = false, more: String = "") {
        let card =
            inBraces
            ? "  - {id: a, text: \(text), condition: 0.5, ordinary: 0.5, deliberate: 1, source: x}\n"
            : "  - id: a\n    text: \(text)\n    condition: 0.5\n    ordinary: 0.5\n    deliberate: 1\n    source: x\n"
        let yaml = """
            ruleset: written
            title: Written
            imitatee: Anna
            premise: As small as can be.
            limits: {naturalness: 3, plausibility: 6, pivotal_act: 5}
            intended: {text: it does as Anna would, credence: 0.5}
            features:
            \(card)patterns:
              - {id: p, text: what is a is free, credence: 0.5, trigger: [a], depth: 2, source: x}
            situations:
              - {id: s, text: a day, exhibits: [a], channel: behaviour, ordinary: 1, source: x}
            deployments:
              - {id: d, text: it works, features: [a], arrives: 1}
            \(more)
            """
        do {
            let rulebook = try Rulebook(yaml, named: "written.yaml")
            (ruleset, diagnostics) = (rulebook.ruleset, rulebook.warnings)
        } catch .invalid(let diagnostics, _) {
            (ruleset, self.diagnostics) = (nil, diagnostics)
        } catch {
            (ruleset, diagnostics) = (nil, [])
        }
    }
}

@Suite("A text that YAML takes for something else")
struct ReservedTextTests {
    static let texts = [
        "*small* change", "&small change", "!small change", "%small change", "@small change", "`small change",
        "- small change", "? who knows", ": so it goes", "{small} change", "[small] change", "{small}", "[small]",
        "] small", "} small", "| small", "> small", "'tis small", "\"never closed", "\"Small\" change", "small: change",
        "small change:", "~", "12", "true",
    ]

    @Test("gets one error, at its line, that tells of quotation marks", arguments: texts, [false, true])
    func reserved(text: String, inBraces: Bool) throws {
        let written = Written(text, inBraces: inBraces)
        #expect(written.diagnostics.count == 1, "\(written.diagnostics)")
        let told = try #require(written.diagnostics.first)
        #expect(told.severity == .error && told.line == (inBraces ? 8 : 9), "\(told)")
        #expect(told.message.contains("quotation marks"), "\(told)")
    }

    @Test(
        "is told where it is cut short by what YAML takes for a comment",
        arguments: [("rule #1 is small", 16), ("rule # 1", 16), ("rule  #1", 17)])
    func comment(text: String, column: Int) throws {
        let written = Written(text)
        let told = try #require(written.diagnostics.first)
        #expect(written.diagnostics.count == 1 && written.ruleset?.features[0].text == "rule")
        #expect(told.severity == .warning && told.line == 9 && told.column == column, "\(told)")
        #expect(told.message.contains("comment") && told.message.contains("quotation marks"))
    }

    @Test("is an error where nothing is left of it, or of the braces around it")
    func commentAlone() throws {
        let alone = try #require(Written("#1 is small").diagnostics.first)
        #expect(alone.line == 9 && alone.column == 11 && alone.message.contains("for a comment"))
        let inBraces = Written("rule #1 is small", inBraces: true).diagnostics
        #expect(inBraces.count == 1 && inBraces.first?.line == 8 && inBraces.first?.column == 24, "\(inBraces)")
        #expect(inBraces.first?.message.contains("comment") == true)
        let goesOn = Written("rule #1 is\n      that small change is none").diagnostics
        #expect(goesOn.count == 1 && goesOn.first?.line == 9 && goesOn.first?.column == 16, "\(goesOn)")
    }

    @Test(
        "is let alone where it is none",
        arguments: [
            "small change   # a comment", "small change  #", "don't", "it isn't 'small'", "what? no", "a-b", "C#",
            "'rule #1 is small'", "\"- small: {change}\"", "1 in 3", "no", "nought, or little", "a [b] {c}",
        ])
    func innocent(text: String) {
        let written = Written(text)
        #expect(written.ruleset != nil && written.diagnostics.isEmpty, "\(written.diagnostics)")
    }

    @Test("in braces ends at a comma, and what comes behind it is told so")
    func comma() throws {
        let told = try #require(Written("small change, and more", inBraces: true).diagnostics.first)
        #expect(told.message.contains("no “and more”; a comma ends a text in braces"), "\(told)")
    }
}

@Suite("Faults of syntax")
struct SeveralFaultsTests {
    private func lines(_ text: String, more: String = "") -> [Int] {
        Written(text, more: more).diagnostics.map(\.line)
    }

    @Test("do not hide each other, nor what is wrong besides")
    func several() {
        let more = """
            rows:
              - {id: r, text: @home}
              - {id: s, text: 'tis here, patterns: [q]}
              - {id: t, text: fine, patterns: [q]}
              - id: u
                text: so: be it
              - {id: v, text: fine, text: again}
            """
        #expect(lines("*small*", more: more) == [9, 21, 22, 22, 23, 25, 26])
    }

    @Test("are told in lists too, one by one")
    func lists() throws {
        let more = """
            bots:
              - id: porter
                text: fine
                sides: [training]
                rules: [{play: {choice: cheapest}}]
                sayings:
                  moves:
                    counter:
                      - *so*
                      - 'tis
                      - rule #1
                      - fine
                      - so: it is
                    concede: [well, "good", @home, better]
                    propose: ['tis so, it isn't]
                    shallower: [It is {card}., best]
            """
        let told = Written("small", more: more).diagnostics
        #expect(told.map(\.line).filter { $0 > 27 } == [28, 29, 32, 33, 34, 35], "\(told)")
        #expect(told.filter { $0.line > 27 }.allSatisfy { $0.message.contains("quotation marks") })
    }

    @Test("a quotation is told where it begins, wherever it ends")
    func quotations() throws {
        let told = Written("'tis small", more: "glossary: {x: it isn't small}\n").diagnostics
        #expect(told.count == 1 && told.first?.line == 9 && told.first?.column == 11, "\(told)")
        #expect(told.first?.message.contains("closed only in line 20") == true, "\(told)")
        #expect(
            Written("'small\n      change,\n      isn''t it'").ruleset?.features[0].text == "small change, isn't it")
    }

    @Test("a tab cannot indent, which is said once")
    func tabs() {
        let told = Written("small", more: "rows:\n\t- id: r\n\t  text: fine\n\t- {id: s, text: *x}\n").diagnostics
        #expect(told.count == 1 && told.first?.line == 21, "\(told)")
        #expect(told.first?.message.contains("a tab cannot indent; use blanks, here and in 2 more lines") == true)
    }

    @Test("braces that are never closed are told where they open")
    func braces() {
        let told = Written("small", more: "rows:\n  - {id: r, text: fine\n  - {id: s, text: *x}\n").diagnostics
        #expect(told.map(\.line) == [21, 22] && told.first?.message.contains("never closed") == true, "\(told)")
    }

    @Test("a key given twice is told at its second place, and every such key")
    func duplicates() {
        let told = Written("small", more: "rows:\n  - id: r\n    text: a\n    text: b\n    id: s\n").diagnostics
        #expect(told.map(\.line) == [23, 24], "\(told)")
    }

    @Test("a file of nothing but faults is read in little time")
    func many() {
        let more = "rows:\n" + (0..<2000).map { "  - {id: r\($0), text: *x}\n" }.joined()
        #expect(lines("small", more: more).count == 1, "so many aliases are refused before they are read")
        let tags = "rows:\n" + (0..<2000).map { "  - {id: r\($0), text: @x}\n" }.joined()
        #expect(lines("small", more: tags).count == 50)
    }
}
