import Exports
import Foundation
import FoundationXML
import Game
import Play
import Review
import TestSupport
import Testing
import Text

@Suite("Whatever is written in a match")
struct HostileTextTests {
    static let seeds = Thoroughness.seeds(ofFull: 400)

    private func exported(_ seed: UInt64, _ format: ExportFormat, tame: Bool = false) throws -> String {
        let record = try NastyMatch(seed: seed, isTame: tame).record
        return Debate(record, cruxes: CruxText(Cruxes(of: record))).exported(as: format)
    }

    @Test("leaves nothing in an export that a terminal obeys", arguments: seeds)
    func noControls(seed: UInt64) throws {
        let record = try NastyMatch(seed: seed, controls: true).record
        for format in ExportFormat.allCases where format != .json {
            let text = Debate(record).exported(as: format)
            #expect(text.isPlainText, "seed \(seed), \(format)")
        }
    }

    @Test("is no markup of the page or the drawing: with tame words they have the same tags", arguments: seeds)
    func markup(seed: UInt64) throws {
        for format in [ExportFormat.html, .svg] {
            let nasty = try exported(seed, format), tame = try exported(seed, format, tame: true)
            #expect(Skeleton(nasty).tags == Skeleton(tame).tags, "seed \(seed), \(format)")
            #expect(Skeleton(nasty).strays.isEmpty, "seed \(seed), \(format)")
        }
    }

    @Test("leaves the drawing well-formed XML", arguments: seeds)
    func drawing(seed: UInt64) throws {
        let parser = XMLParser(data: Data(try exported(seed, .svg).utf8))
        #expect(parser.parse(), "seed \(seed): \(parser.parserError.debugDescription)")
    }

    @Test("is no Markdown: whatever could mean something is escaped", arguments: seeds)
    func markdown(seed: UInt64) throws {
        let nasty = unescaped(try exported(seed, .markdown)),
            tame = unescaped(try exported(seed, .markdown, tame: true))
        let special: [Unicode.Scalar] = ["<", ">", "[", "]", "`", "_", "|", "~", "&", "$"]
        #expect(!nasty.unicodeScalars.contains(where: special.contains), "seed \(seed)")
        for mark in ["*", "#"] as [Unicode.Scalar] {
            let counts = [nasty, tame].map { $0.unicodeScalars.count { $0 == mark } }
            #expect(counts[0] == counts[1], "seed \(seed), \(mark)")
        }
        let items = [nasty, tame].map { text in
            text.split(separator: "\n").count { $0.drop { $0 == " " }.hasPrefix("- ") }
        }
        #expect(items[0] == items[1], "seed \(seed)")
        let starts = nasty.split(separator: "\n").map { $0.drop { $0 == " " } }
        #expect(!starts.contains { $0.hasPrefix("+") || $0.hasPrefix("=") || $0.hasPrefix("--") }, "seed \(seed)")
    }

    /// With an x for whatever is escaped.
    private func unescaped(_ markdown: String) -> String {
        var text = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in markdown.unicodeScalars {
            if isEscaped {
                text.append(scalar == "\n" ? scalar : "x")
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                text.append(scalar)
            }
        }
        return String(text)
    }

    @Test("stays inside the quotes of a graph for Graphviz", arguments: seeds)
    func dot(seed: UInt64) throws {
        var outside = String.UnicodeScalarView()
        var isInside = false, isEscaped = false
        for scalar in try exported(seed, .dot).unicodeScalars {
            if isInside {
                if isEscaped {
                    isEscaped = false
                } else if scalar == "\\" {
                    isEscaped = true
                } else {
                    #expect(!["&lt", "<", ">"].contains(String(scalar)), "seed \(seed)")
                    isInside = scalar != "\""
                }
            } else if scalar == "\"" {
                isInside = true
            } else {
                outside.append(scalar)
            }
        }
        #expect(!isInside, "seed \(seed)")
        let words = String(outside).split { " \n=[],;{}".contains($0) }.map(String.init)
        let known: Set = [
            "digraph", "debate", "label", "labelloc", "t", "rankdir", "BT", "node", "edge", "shape", "box", "style",
            "rounded",
            "fontname", "note", "color", "gray", "fontcolor", "tooltip", "dashed", "->",
        ]
        let nodes = words.filter { !known.contains($0) }
        #expect(nodes.allSatisfy { $0.hasPrefix("t") && Int($0.dropFirst()) != nil }, "seed \(seed): \(nodes)")
    }

    @Test("fills one cell of the table, and is no formula in it", arguments: seeds)
    func csv(seed: UInt64) throws {
        let rows = cells(try exported(seed, .csv))
        for row in rows {
            #expect(row.count == rows[0].count, "seed \(seed)")
            #expect(!row.contains { ["=", "+", "-", "@"].contains($0.unicodeScalars.first) }, "seed \(seed)")
        }
    }

    /// The cells of a table as RFC 4180 has them.
    private func cells(_ csv: String) -> [[String]] {
        var rows: [[String]] = [[""]]
        var isQuoted = false
        for scalar in csv.unicodeScalars {
            switch scalar {
            case "\"":
                isQuoted.toggle()
                continue
            case "," where !isQuoted: rows[rows.count - 1].append("")
            case "\n" where !isQuoted: rows.append([""])
            default: rows[rows.count - 1][rows[rows.count - 1].count - 1].unicodeScalars.append(scalar)
            }
        }
        return rows.dropLast()
    }

    @Test("is text alone in a map of arguments, whose grammar takes all of it", arguments: seeds)
    func argdown(seed: UInt64) throws {
        let problems = ArgdownCheck(try exported(seed, .argdown)).problems
        #expect(problems.isEmpty, "seed \(seed): \(problems)")
    }

    @Test("can be read by any program as JSON", arguments: seeds)
    func json(seed: UInt64) throws {
        let object = try JSONSerialization.jsonObject(with: Data(try exported(seed, .json).utf8)) as? [String: Any]
        #expect((object?["acts"] as? [Any])?.isEmpty == false, "seed \(seed)")
    }
}

/// The tags of a page in order, with the names of their attributes; found as a browser does, by scalars.
private struct Skeleton {
    private(set) var tags: [String] = []
    /// What looks like a tag and is none that a page has.
    private(set) var strays: [String] = []

    init(_ page: String) {
        let scalars = Array(page.unicodeScalars)
        var index = 0
        while index < scalars.count {
            guard scalars[index] == "<", index + 1 < scalars.count,
                ["/", "!", "?"].contains(scalars[index + 1]) || scalars[index + 1].properties.isAlphabetic
            else {
                index += 1
                continue
            }
            var tag = ""
            var quote: Unicode.Scalar?
            index += 1
            while index < scalars.count, quote != nil || scalars[index] != ">" {
                let scalar = scalars[index]
                if let open = quote {
                    if scalar == open { quote = nil }
                } else if scalar == "\"" || scalar == "'" {
                    quote = scalar
                } else {
                    tag.unicodeScalars.append(scalar)
                }
                index += 1
            }
            let words = tag.split(separator: " ").map { $0.split(separator: "=").first.map(String.init) ?? "" }
            // Where the words of a player make no bar or point, there is one fewer on both sides.
            tags.append(words.joined(separator: " "))
            if words.contains(where: { $0.hasPrefix("on") || $0 == "script" || $0 == "src" }) { strays.append(tag) }
        }
    }
}

/// Reads as much of Argdown as the export writes, by the rules of its lexer: a second, simpler opinion.
private struct ArgdownCheck {
    private(set) var problems: [String] = []

    init(_ text: String) {
        var blocks = text.split(separator: "\n\n", omittingEmptySubsequences: false).map(String.init)
        if blocks.isEmpty { problems.append("nothing") }
        let matter = blocks.removeFirst()
        if !matter.hasPrefix("===\n") || !matter.hasSuffix("\n===") || matter.dropFirst(3).dropLast(3).contains("=") {
            problems.append("front matter: \(matter)")
        }
        for block in blocks { check(block.hasSuffix("\n") ? String(block.dropLast()) : block) }
    }

    private mutating func check(_ block: String) {
        var lines = block.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let first = lines.removeFirst()
        if first.hasPrefix("# ") {
            if hasSyntax(String(first.dropFirst(2))) || !lines.isEmpty { problems.append(block) }
            return
        }
        guard let (title, rest) = definition(first) else { return problems.append(block) }
        var content = rest
        if content.hasSuffix("}"), let open = content.range(of: " {", options: .backwards) {
            let data = content[open.upperBound...].dropLast()
            if data.unicodeScalars.contains(where: { ["{", "}"].contains($0) }) { problems.append("data: \(data)") }
            content = String(content[..<open.lowerBound])
        }
        if title.isEmpty || content.isEmpty || hasSyntax(content) { problems.append(block) }
        for line in lines where !(line.hasPrefix("  -> ") || line.hasPrefix("  +> ")) || reference(line) == nil {
            problems.append("relation: \(line)")
        }
    }

    /// The title and what follows the colon: the title ends with the first bracket that closes.
    private func definition(_ line: String) -> (title: String, rest: String)? {
        for (open, close) in [("[", "]: "), ("<", ">: ")] where line.unicodeScalars.first == open.unicodeScalars.first {
            guard let end = line.range(of: close, options: .literal) else { return nil }
            let title = String(line.unicodeScalars[..<end.lowerBound].dropFirst())
            return title.unicodeScalars.contains(close.unicodeScalars.first ?? "]")
                ? nil : (title, String(line.unicodeScalars[end.upperBound...]))
        }
        return nil
    }

    private func reference(_ line: String) -> String? {
        let name = Array(line.unicodeScalars.dropFirst(5))
        guard let first = name.first, let last = name.last,
            (first == "[" && last == "]") || (first == "<" && last == ">")
        else { return nil }
        return name.dropFirst().dropLast().contains(last) ? nil : String(String.UnicodeScalarView(name))
    }

    /// Whether anything but text is in it.
    private func hasSyntax(_ content: String) -> Bool {
        var isEscaped = false
        for scalar in content.unicodeScalars {
            if isEscaped {
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else if ["[", "]", "<", ">", "{", "}", "#", "@", "*", "_", "/", "="].contains(scalar) {
                return true
            }
        }
        return isEscaped
    }
}
