public import Game
public import Play
public import Text

// The table, to be read and to be passed on.
extension RowTable: SurveyText {
    /// A line for each row, and what it comes to.
    public var sheet: Sheet {
        Sheet(
            ["row", "matches", "claims", "whacked", "stood", "open", "won", "lost", "drawn", "before", "after"],
            numbers: Set(1...10),
            rows: rows.map { row in
                let fare = row.fare
                let counts = [
                    row.matches, fare.claims, fare.whacked, fare.stood, fare.open, fare.results.won, fare.results.lost,
                    fare.results.drawn,
                ]
                return [row.identifier] + counts.map(String.init)
                    + BeliefTime.allCases.map { row.mean($0).map(percent) ?? "-" }
            })
    }

    /// Under whose numbers the claims were made, and by whom.
    public var groundsSheet: Sheet {
        Sheet(
            ["row", "numbers", "claimed by", "claims", "whacked", "stood", "open", "won", "lost"],
            numbers: Set(3...8),
            rows: rows.flatMap { row in
                row.grounds.map { grounds in
                    let fare = row.fares[grounds] ?? Fare()
                    let counts = [
                        fare.claims, fare.whacked, fare.stood, fare.open, fare.results.won, fare.results.lost,
                    ]
                    return [row.identifier, grounds.profile, grounds.claimant.shown] + counts.map(String.init)
                }
            })
    }

    /// How each player's credence went in each match.
    public var movementSheet: Sheet {
        Sheet(
            ["row", "player", "side", "numbers", "match", "before", "after"], numbers: [5, 6],
            rows: rows.flatMap { row in
                row.movements.map { movement in
                    [
                        row.identifier, movement.player.shown, movement.side.rawValue, movement.profile,
                        movement.match, movement.before.map(\.inPercent) ?? "-", movement.after.map(\.inPercent) ?? "-",
                    ]
                }
            })
    }

    private var heading: String { "The table of \(ruleset): \(counted(matches, "match", "matches"))" }

    /// Whatever there is of claims and beliefs.
    private var sheets: [(title: String, sheet: Sheet)] {
        [("The claims, by whose numbers", groundsSheet), ("The beliefs", movementSheet)]
            .filter { !$0.1.rows.isEmpty }
    }

    /// Lines under a heading, with the text of every row.
    public var lines: [String] {
        guard !rows.isEmpty else { return ["\(ruleset): no rows."] }
        let texts = rows.map { "  \($0.identifier): \($0.text)".madePlain }
        return [heading, ""] + sheet.columns + sheets.flatMap { ["", "\($0.title):"] + $0.sheet.columns }
            + ["", "What the rows say:"] + texts
    }

    public var markdown: String {
        let texts = rows.map { "- \("\($0.identifier): \($0.text)".madePlain.inMarkdown)\n" }.joined()
        let parts = ["# \(heading.inMarkdown)\n", sheet.markdown, texts]
        return (parts + sheets.map { "## \($0.title)\n\n\($0.sheet.markdown)" }).joined(separator: "\n")
    }

    /// Claims by whose numbers, and beliefs, in one list.
    public var csv: String {
        var sheet = Sheet([
            "row", "about", "profile", "player", "seat", "side", "match", "before", "after", "claims", "whacked",
            "stood", "open", "won", "lost", "drawn", "unfinished",
        ])
        for row in rows {
            sheet.rows += row.grounds.map { grounds in
                let fare = row.fares[grounds] ?? Fare()
                let results = fare.results
                let counts = [
                    fare.claims, fare.whacked, fare.stood, fare.open, results.won, results.lost, results.drawn,
                    results.unfinished,
                ]
                let who = [grounds.profile, grounds.claimant.name, grounds.claimant.seat, Side.divergence.rawValue]
                return [row.identifier, "claims"] + who + ["", "", ""] + counts.map(String.init)
            }
            sheet.rows += row.movements.map { movement in
                [
                    row.identifier, "belief", movement.profile, movement.player.name, movement.player.seat,
                    movement.side.rawValue, movement.match, movement.before?.description ?? "",
                    movement.after?.description ?? "",
                ] + Array(repeating: "", count: 8)
            }
        }
        return sheet.csv
    }

    public var json: JSON {
        .object([
            ("ruleset", .text(ruleset)), ("matches", .number(matches)), ("rows", .list(rows.map(\.json))),
        ])
    }
}

extension RowTable.Row {
    /// The mean of what was believed at a time; `nil` where nothing was.
    public func mean(_ time: BeliefTime) -> Double? {
        let said = movements.compactMap { time == .before ? $0.before : $0.after }.map(\.millionths)
        return said.isEmpty ? nil : Double(said.reduce(0, +)) / Double(said.count) / 1_000_000
    }

    fileprivate var json: JSON {
        .object([
            ("row", .text(identifier)), ("text", .text(text)), ("matches", .number(matches)),
            ("beliefs", .list(movements.map(\.json))),
            ("claims", .list(grounds.map { RowTable.json($0, fares[$0] ?? RowTable.Fare()) })),
        ])
    }
}

extension RowTable {
    fileprivate static func json(_ grounds: Grounds, _ fare: Fare) -> JSON {
        .object([
            ("profile", .text(grounds.profile)), ("player", .text(grounds.claimant.name)),
            ("seat", .text(grounds.claimant.seat)), ("claims", .number(fare.claims)),
            ("whacked", .number(fare.whacked)), ("stood", .number(fare.stood)), ("open", .number(fare.open)),
            ("won", .number(fare.results.won)), ("lost", .number(fare.results.lost)),
            ("drawn", .number(fare.results.drawn)), ("unfinished", .number(fare.results.unfinished)),
        ])
    }
}

extension RowTable.Movement {
    fileprivate var json: JSON {
        .object([
            ("profile", .text(profile)), ("player", .text(player.name)), ("seat", .text(player.seat)),
            ("side", .text(side.rawValue)), ("match", .text(match)),
            ("before", before.map { .number($0.description) } ?? .null),
            ("after", after.map { .number($0.description) } ?? .null),
        ])
    }
}

extension Credence {
    /// As a whole percentage, or with a decimal near the ends.
    public var inPercent: String { percent(probability) }
}

extension Player {
    /// The name, with the seat of whoever is no person.
    public var shown: String { isHuman || name == seat ? name : "\(name) (\(seat))" }
}
