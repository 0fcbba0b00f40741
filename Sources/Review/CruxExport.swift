import Game
import Play
package import Text

// The report of cruxes, to be passed on.
extension CruxText {
    /// As lines of at most 80 columns under a heading.
    public var text: String {
        let head = wrapped(heading, width: Self.columns) + wrapped(players, width: Self.columns)
        return ([head] + parts.map { $0.flatMap(hanging) }).map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
            + "\n"
    }

    private static var columns: Int { 80 }

    /// A sentence on lines of its own; what its first line has no room for stands further in.
    private func hanging(_ sentence: String) -> [String] {
        let indent = String(sentence.prefix { $0 == " " })
        let further = indent.isEmpty ? "  " : indent
        return wrapped(sentence, width: Self.columns - further.columns).enumerated().map { index, line in
            (index == 0 ? indent : further) + line
        }
    }

    /// As Markdown, to be pasted into a post.
    public var markdown: String {
        var parts = ["# \(heading.inMarkdown)", ([players] + verdict).joined(separator: " ").inMarkdown]
        if cruxes.cruxes.isEmpty {
            parts.append(list.prefix(1).joined().inMarkdown)
        } else {
            parts.append(table)
            let bearing = cruxes.cruxes.flatMap { crux in
                observations(on: crux.number).map { "- " + "\(phrase(crux.number)): \($0)".inMarkdown }
            }
            if !bearing.isEmpty { parts += ["What bears on them:", bearing.joined(separator: "\n")] }
        }
        let alone = cruxes.alone.map { "- " + sentence($0).inMarkdown }
        if !alone.isEmpty { parts.append(alone.joined(separator: "\n")) }
        let found = (outcomes + changes).map { "- " + $0.inMarkdown }
        if !found.isEmpty { parts += ["## Who wins by whose numbers", found.joined(separator: "\n")] }
        return parts.joined(separator: "\n\n") + "\n"
    }

    private var heading: String { "Cruxes of \(name(.divergence)) and \(name(.training))" }

    private var players: String {
        let header = cruxes.record.header
        let ruleset = cruxes.record.match.ruleset
        return "\(ruleset.title) (\(header.ruleset), \(header.profile ?? "house"), \(header.mode.rawValue) mode), "
            + "\(header.date.prefix(10)): \(name(.divergence)) for Divergence, \(name(.training)) for Training."
    }

    private var verdict: [String] { [Narration(cruxes.record).verdict ?? "Unfinished."] }

    private var table: String {
        let titles = ["number"] + Side.allCases.map(name) + ["bits apart", "in force"]
        let rows = cruxes.cruxes.map { crux in
            [phrase(crux.number)]
                + Side.allCases.map { credence(crux.held[$0]) + (crux.held[$0].isBelief ? ", believed" : ", written") }
                + ["\(crux.gap)", crux.inForce.credenceText]
        }
        let lines = [titles.map(\.inMarkdown), titles.map { _ in "---" }] + rows.map { $0.map(\.inMarkdown) }
        return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }
}

// The same for other programs: bits are millibits, sides go by their names, cruxes by their place in the list.
extension CruxText {
    public var json: String { document.line }

    package var document: JSON {
        let header = cruxes.record.header
        return JSON.object([
            ("ruleset", .text(header.ruleset)), ("profile", header.profile.map(JSON.text) ?? .null),
            ("mode", .text(header.mode.rawValue)), ("date", .text(header.date)),
            ("players", bySide { .text(cruxes.record.player($0).name) }),
            ("cruxes", .list(cruxes.cruxes.map(json))), ("alone", .list(cruxes.alone.map(json))),
            ("limit", .number(cruxes.record.position.limit(of: .training).millibits)),
            ("own", findings.map { found in bySide { json(found.own[$0]) } } ?? .null),
            ("changes", findings.map { found in bySide { json(found.reversals[$0]) } } ?? .null),
        ])
    }

    private func bySide(_ value: (Side) -> JSON) -> JSON {
        .object(Side.allCases.map { ($0.rawValue, value($0)) })
    }

    private func members(_ quoted: QuotedNumber, _ inForce: Bits) -> [JSON.Member?] {
        let ruleset = cruxes.record.match.ruleset
        let isOfData =
            switch quoted.number {
            case .pattern, .condition: false
            case .situation, .feature: true
            }
        return [
            ("number", .text(ruleset.notation(of: quoted.number))),
            ("provenance", isOfData ? .text(quoted.provenance.rawValue) : .null),
            ("name", .text(ruleset.card(of: quoted.number).name)), ("coined", .flag(ruleset.isCoined(quoted.number))),
            ("inForce", .number(inForce.millibits)),
            ("observations", .list(cruxes.observations(on: quoted).map(\.identifier))),
        ]
    }

    private func json(_ crux: Crux) -> JSON {
        .object(
            members(crux.number, crux.inForce) + [("gap", .number(crux.gap.millibits))]
                + Side.allCases.map { ($0.rawValue, json(crux.held[$0])) })
    }

    private func json(_ lone: LoneNumber) -> JSON {
        .object(members(lone.number, lone.inForce) + [(lone.side.rawValue, json(lone.held))])
    }

    private func json(_ holding: Holding) -> JSON {
        .object([
            ("credence", .number(holding.credence.description)), ("bits", .number(holding.credence.bits.millibits)),
            ("believed", .flag(holding.isBelief)),
        ])
    }

    private func json(_ own: Evaluation) -> JSON {
        .object([
            ("winner", own.winner.map { .text($0.rawValue) } ?? .null),
            ("grade", own.grade.map { .text($0.rawValue) } ?? .null),
            ("priceLower", .number(own.price.lower.millibits)),
            ("priceUpper", own.price.upper.map { .number($0.millibits) } ?? .null),
            ("infinite", .flag(own.price.isInfinite)),
        ])
    }

    private func json(_ reversal: CruxFindings.Reversal) -> JSON {
        let sets = reversal.sets.map { set in
            JSON.list(set.compactMap { crux in cruxes.cruxes.firstIndex(of: crux).map { .number($0) } })
        }
        return .object([
            ("grants", .list(sets)), ("all", reversal.areAllEnough.map(JSON.flag) ?? .null),
            ("tried", .number(reversal.tried)), ("complete", .flag(reversal.isComplete)),
        ])
    }
}
