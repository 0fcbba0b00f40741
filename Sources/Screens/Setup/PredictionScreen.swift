import Game
import Play
import Review
import Text

/// Each person's sealed credences, that Training wins and that the real thing goes wrong, written down, or corrected, before
/// the first move.
struct PredictionScreen: Screen {
    /// What the predictions lead to.
    private enum Purpose {
        case begin(Setup)
        /// A match that nobody has moved in yet.
        case seal(MatchRecord)

        var players: Players {
            switch self {
            case .begin(let setup): setup.players
            case .seal(let record): record.header.players
            }
        }

        var verb: String {
            switch self {
            case .begin: "begin the match"
            case .seal: "seal"
            }
        }
    }

    private let purpose: Purpose
    private var form: SealedForm
    /// Whether the rows of the table were passed over the last time.
    private var skipsRows = false

    /// Before a match begins.
    ///
    /// - Precondition: a person plays.
    init(_ setup: Setup) { self.init(.begin(setup)) }

    /// Over a match in which a person plays, and nobody has moved.
    init(_ record: MatchRecord) { self.init(.seal(record)) }

    private init(_ purpose: Purpose) {
        self.purpose = purpose
        form = SealedForm(
            purpose.players.people.flatMap { [SealedField(.prediction, of: $0), SealedField(.belief, of: $0)] })
    }

    var actions: [Offer] {
        [Offer(.accept, purpose.verb), Offer(.nextPane, "next field"), Offer(.back, "back")]
    }

    var isTyping: Bool { true }

    var prompt: String? { form.complaint ?? "Enter \(purpose.verb)   Tab next field   Esc back" }

    mutating func type(_ key: Key, _ size: Size) -> [Request] {
        switch form.type(key) {
        case .typed: []
        case .left: [.pop]
        case .finished: finish()
        }
    }

    mutating func appear(_ size: Size) -> [Request] { [.effect(.recallRows)] }

    mutating func receive(_ answer: Answer, _ size: Size) -> [Request] {
        if case .skippedRows(let areSkipped) = answer { skipsRows = areSkipped }
        return []
    }

    mutating func paste(_ text: String, _ size: Size) -> [Request] {
        form.paste(text)
        return []
    }

    private func finish() -> [Request] {
        let entries = form.fields.compactMap { field in
            field.credence.map {
                Entry(field.kind == .prediction ? .predict(field.side, $0) : .believe(field.side, .goesWrong, $0))
            }
        }
        switch purpose {
        case .begin(let setup):
            // Who only wants to play is asked no more.
            let rows = skipsRows || entries.isEmpty ? nil : RowsScreen(setup, entries)
            return [.push(rows ?? OpeningScreen(setup, entries))]
        case .seal(let record):
            if let rows = RowsScreen(before: record, entries) { return [.pop, .push(rows)] }
            return [.pop] + (entries.isEmpty ? [] : [.effect(.journal(entries, after: record))])
        }
    }

    private var question: String {
        let apart = purpose.players.people.count > 1 ? " Each writes while the other looks away." : ""
        let nothing =
            switch purpose {
            case .begin: "Leave empty what you would rather not say."
            case .seal: "Leave a field empty to let stand what you wrote before."
            }
        return "How likely is it that Training wins this match? And, whatever comes of it, that the real thing goes "
            + "wrong: an AI trained like this, let loose in the world? Write \(TypedCredence.ways) (bits). Both can be "
            + "corrected until the first move and stay sealed until the verdict, where the first is scored.\(apart) "
            + nothing
    }

    func draw(in grid: inout Grid) {
        grid.headline("Before the first move")
        var area = Area(row: 2, column: 2, columns: min(76, grid.size.columns - 4), rows: grid.size.rows - 4)
        let used = grid.paragraph(question, in: area)
        _ = area.takeTop(used + 1)
        form.draw(in: &grid, row: area.row, purpose.players)
    }
}
