public import Game
import Play
import Text

/// What is said of the cruxes of a match, the same on every front end.
public struct CruxText: Sendable {
    let cruxes: Cruxes
    /// `nil` while it is not worked out.
    let findings: CruxFindings?
    private let shown: MatchAtStep

    public init(_ cruxes: Cruxes, _ findings: CruxFindings? = nil) {
        self.cruxes = cruxes
        self.findings = findings
        shown = MatchAtStep(cruxes.record)
    }

    /// All of it, a sentence each, the parts with an empty line between them; what is indented belongs to the one before.
    public var lines: [String] { Array(parts.joined(separator: [""])) }

    /// On what they differ, who wins by whose numbers, what would change that: as far as there is anything to say of it.
    var parts: [[String]] { [list, outcomes, changes].filter { !$0.isEmpty } }

    /// On what they differ, and by how much.
    public var list: [String] {
        guard cruxes.hasNumbers else { return [none] }
        let differing = cruxes.cruxes.flatMap { crux in
            ["\(phrase(crux.number)): \(apart(crux))."]
                + (["\(held(crux))."] + observations(on: crux.number)).map { "    " + $0 }
        }
        return (differing.isEmpty ? ["No cruxes: they differ on no number that both gave. \(wanted)"] : differing)
            + cruxes.alone.map(sentence)
    }

    private var none: String {
        "No cruxes: nothing in this match says on which numbers \(name(.divergence)) and \(name(.training)) differ. "
            + wanted
    }

    private var wanted: String {
        "A number that both write down when it is disputed or a card is coined, or that both say they believe, would show "
            + "it."
    }

    /// What each holds, as in `Ana believes 1 in 8, Ben wrote 1 in 30`.
    private func held(_ crux: Crux) -> String {
        Side.allCases.map { held($0, crux.held[$0]) }.joined(separator: ", ")
    }

    private func held(_ side: Side, _ holding: Holding) -> String {
        "\(name(side)) \(holding.isBelief ? "believes" : "wrote") \(credence(holding))"
    }

    private func apart(_ crux: Crux) -> String {
        "\(crux.gap) bits apart, with \(crux.inForce.credenceText) in force"
    }

    func sentence(_ lone: LoneNumber) -> String {
        "Only \(name(lone.side)) gave a number for \(phrase(lone.number)): \(credence(lone.held)); "
            + "\(lone.inForce.credenceText) is in force."
    }

    /// What would change whose mind.
    func observations(on number: QuotedNumber) -> [String] {
        cruxes.observations(on: number).map { "Would move \(named($0.moves)): \($0.text.asSentence)" }
    }

    /// Whom an observation moves: a persona by its name.
    private func named(_ mover: String) -> String {
        cruxes.record.ruleset.bots.first { $0.identifier == mover }?.name ?? mover
    }

    /// The card of a number and what it is used for, as in `“+ out of reach” as a condition`.
    public func phrase(_ number: QuotedNumber) -> String {
        let title = "“\(shown.title(of: number.number))”"
        return switch number.number {
        case .pattern: title
        case .condition: "\(title) as a condition"
        case .situation, .feature: "\(title) in \(number.provenance.rawValue) data"
        }
    }

    func name(_ side: Side) -> String { shown.name(side) }

    func credence(_ holding: Holding) -> String { holding.credence.bits.credenceText }
}

// Who wins by whose numbers, and what would change that.
extension CruxText {
    /// Who wins with best play by each player's own numbers, and at what price.
    public var outcomes: [String] {
        guard let findings, cruxes.hasNumbers else { return [] }
        let sentences = Side.allCases.map { outcome(by: $0, findings.own[$0]) }
        let winners = Set(Side.allCases.map { findings.own[$0].winner })
        guard winners.count == 1, let both = winners.first ?? nil else { return sentences }
        return sentences + ["So \(both.title) wins by both players' numbers."]
    }

    private func outcome(by side: Side, _ own: Evaluation) -> String {
        let start = "By \(possessive(side)) numbers"
        let limit = cruxes.record.position.limit(of: .training)
        switch own.winner {
        case .training?:
            let isExact = own.price.upper == own.price.lower
            let price = isExact ? "for \(own.price.lower) of the \(limit)" : "within the \(limit)"
            let grade = own.grade == .easy ? ", but only with data made on purpose" : ""
            return "\(start) Training wins with best play, \(price) bits that it may strain\(grade)."
        case .divergence? where own.price.isInfinite:
            return "\(start) Divergence wins with best play, whatever Training may strain."
        case .divergence?:
            return
                "\(start) Divergence wins with best play: safety costs \(own.price.text) bits, and Training may strain "
                + "\(limit)."
        case nil: return "\(start) it was not proven in the time who wins with best play."
        }
    }

    /// The smallest sets of grants that would change who wins, and how far they were looked for.
    public var changes: [String] {
        guard let findings, !cruxes.cruxes.isEmpty else { return [] }
        return Side.allCases.flatMap { side in
            findings.own[side].winner.map { changes(by: side, $0, findings) } ?? []
        }
    }

    private func changes(by side: Side, _ winner: Side, _ findings: CruxFindings) -> [String] {
        let reversal = findings.reversals[side]
        guard let size = reversal.sets.first?.count else { return [nothing(by: side, winner, findings)] }
        let told = reversal.sets.prefix(Self.most).map {
            "\(granting($0, by: side)), \(winner.opponent.title) would win."
        }
        let others = reversal.sets.count - told.count
        let further = others > 0 ? ["\(others) more ways of \(counted(size, "grant")) would do as well."] : []
        return told + further + [extent(reversal, size)].compactMap(\.self)
    }

    /// How many ways are told one by one.
    private static let most = 3

    private func granting(_ set: [Crux], by side: Side) -> String {
        let grants = set.map { "\(credence($0.held[side.opponent])) on \(phrase($0.number))" }
        return "If \(name(side)) granted \(name(side.opponent)) \(enumerated(grants))"
    }

    private func extent(_ reversal: CruxFindings.Reversal, _ size: Int) -> String? {
        if reversal.isComplete { return size == 1 ? nil : "Nothing less would: all sets of up to \(size) were tried." }
        if reversal.tried == size - 1 { return "There was no time to try all others of that size." }
        return "Less might do: \(tried(reversal))."
    }

    private func nothing(by side: Side, _ winner: Side, _ findings: CruxFindings) -> String {
        let reversal = findings.reversals[side]
        guard reversal.isComplete else {
            let all = reversal.areAllEnough == true ? " All of these together would do." : ""
            return
                "What \(name(side)) would have to grant for \(winner.opponent.title) to win was not found in the time: "
                + "\(tried(reversal)).\(all)"
        }
        let other = findings.own[side.opponent].winner
        let reason = other == winner.opponent ? " That is because of the numbers that only one of them gave." : ""
        return
            "Whatever \(name(side)) granted \(name(side.opponent)) of these, \(winner.title) would still win.\(reason)"
    }

    private func tried(_ reversal: CruxFindings.Reversal) -> String {
        reversal.tried == 0 ? "not even all single ones were tried" : "all sets of up to \(reversal.tried) were tried"
    }

    private func possessive(_ side: Side) -> String {
        let name = name(side)
        return name.hasSuffix(")") ? "the \(side.title) player's" : name + "'s"
    }
}

/// Things one after the other, as in `a, b and c`.
private func enumerated(_ things: [String]) -> String {
    guard let last = things.last, things.count > 1 else { return things.first ?? "" }
    return things.dropLast().joined(separator: ", ") + " and " + last
}
