import Game
import Play
import Review
import Text

/// What each person believes of the rows of the table, one after the other, before a match or after it. Nobody has to.
struct RowsScreen: Screen {
    /// What it leads to.
    private enum Purpose {
        case begin(Setup)
        /// Entries for a match that is there.
        case seal(MatchRecord)
    }

    private let purpose: Purpose
    private let players: Players
    private let ruleset: Ruleset
    /// The rows that are asked about, by place.
    private let places: [Int]
    /// What was written before this page, and on it.
    private var entries: [Entry]
    /// Who is still to write, the one who writes now first.
    private var writers: [Side]
    private var form: SealedForm
    private let isBefore: Bool
    private var hasWritten = false

    /// Before a match begins; `nil` where there is nothing to ask.
    init?(_ setup: Setup, _ entries: [Entry]) {
        self.init(
            .begin(setup), setup.players, setup.ruleset, Array(setup.ruleset.rows.indices), entries, isBefore: true)
    }

    /// Over a match in which nobody has moved; `nil` where there is nothing to ask.
    init?(before record: MatchRecord, _ entries: [Entry]) {
        let ruleset = record.match.ruleset
        self.init(
            .seal(record), record.header.players, ruleset, Array(ruleset.rows.indices), entries, isBefore: true)
    }

    /// After a match, on the rows that it leaned on; `nil` where there are none.
    init?(after record: MatchRecord, _ entries: [Entry]) {
        self.init(
            .seal(record), record.header.players, record.match.ruleset, record.match.rowsLeanedOn, entries,
            isBefore: false)
    }

    private init?(
        _ purpose: Purpose, _ players: Players, _ ruleset: Ruleset, _ places: [Int], _ entries: [Entry], isBefore: Bool
    ) {
        guard !places.isEmpty, let first = players.people.first else { return nil }
        self.purpose = purpose
        self.players = players
        self.ruleset = ruleset
        self.places = places
        self.entries = entries
        self.isBefore = isBefore
        writers = players.people
        form = Self.form(places, of: first, ruleset)
    }

    private static func form(_ places: [Int], of side: Side, _ ruleset: Ruleset) -> SealedForm {
        SealedForm(places.map { SealedField(.row($0, ruleset.rows[$0].name), of: side) })
    }

    var actions: [Offer] { [Offer(.accept, "seal"), Offer(.nextPane, "next row"), Offer(.back, "back")] }
    var isTyping: Bool { true }

    var prompt: String? {
        let isEmpty = form.fields.allSatisfy(\.isEmpty)
        return form.complaint ?? "Enter \(isEmpty ? "skip" : "seal")   Tab next row   Esc back"
    }

    mutating func type(_ key: Key, _ size: Size) -> [Request] {
        switch form.type(key, sealsAtOnce: true) {
        case .typed: return []
        case .left: return [.pop]
        case .finished: return goOn()
        }
    }

    mutating func paste(_ text: String, _ size: Size) -> [Request] {
        form.paste(text)
        return []
    }

    /// Takes what somebody has written, and hands on to the next.
    private mutating func goOn() -> [Request] {
        let written = form.fields.compactMap { field -> Entry? in
            guard case .row(let place, _) = field.kind else { return nil }
            return field.credence.map { Entry(.believe(field.side, .row(place), $0)) }
        }
        hasWritten = hasWritten || !written.isEmpty
        entries += written
        writers.removeFirst()
        if let next = writers.first {
            form = Self.form(places, of: next, ruleset)
            return []
        }
        let memory: [Request] = isBefore ? [.effect(.rememberRows(areSkipped: !hasWritten))] : []
        switch purpose {
        case .begin(let setup): return memory + [.push(OpeningScreen(setup, entries))]
        case .seal(let record):
            return memory + [.pop] + (entries.isEmpty ? [] : [.effect(.journal(entries, after: record))])
        }
    }

    private var question: String {
        let which = isBefore ? "Rows of the table that matches put to the test." : "The rows that this match leaned on."
        return "\(which) How likely is each to hold? Write \(TypedCredence.ways) (bits) beside as few as you like, or "
            + "nothing."
    }

    func draw(in grid: inout Grid) {
        guard let writer = writers.first else { return }
        let size = grid.size
        grid.headline(
            "The table, \(isBefore ? "before the first move" : "after the verdict")",
            caption: "\(players[writer].name) (\(writer.title))")
        var area = Area(row: 2, column: 2, columns: min(76, size.columns - 4), rows: size.rows - 4)
        _ = area.takeTop(grid.paragraph(question, in: area) + 1)
        let text = area.rows - 4
        form.drawList(in: &grid, row: area.row, rows: max(1, text))
        let focused = form.focusedField
        var below = Area(row: size.rows - 5, column: 2, columns: size.columns - 4, rows: 3)
        if case .row(let place, _) = focused.kind {
            _ = below.takeTop(grid.paragraph(ruleset.rows[place].text, in: below, style: .faint))
        }
        if case .success(let entry)? = focused.reading {
            grid.put(entry.understood, row: below.row, column: 2, width: size.columns - 4)
        }
    }
}
