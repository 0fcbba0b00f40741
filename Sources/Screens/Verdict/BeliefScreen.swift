import Game
import Play
import Text

/// What each person believes of the real thing once the match is over.
struct BeliefScreen: Screen {
    private let record: MatchRecord
    private var form: SealedForm

    /// - Precondition: a person plays.
    init(_ record: MatchRecord) {
        self.record = record
        form = SealedForm(record.header.players.people.map { SealedField(.belief, of: $0) }, asksForAll: true)
    }

    var actions: [Offer] { [Offer(.accept, "seal"), Offer(.back, "back")] }
    var isTyping: Bool { true }

    var prompt: String? { form.complaint ?? "Enter seal   Esc back" }

    mutating func type(_ key: Key, _ size: Size) -> [Request] {
        switch form.type(key) {
        case .typed: return []
        case .left: return [.pop]
        case .finished:
            let entries = form.fields.compactMap { field in
                field.credence.map { Entry(.believe(field.side, .goesWrong, $0)) }
            }
            if let rows = RowsScreen(after: record, entries) { return [.pop, .push(rows)] }
            return [.pop] + (entries.isEmpty ? [] : [.effect(.journal(entries, after: record))])
        }
    }

    mutating func paste(_ text: String, _ size: Size) -> [Request] {
        form.paste(text)
        return []
    }

    func draw(in grid: inout Grid) {
        grid.headline("After the verdict")
        var area = Area(row: 2, column: 2, columns: min(76, grid.size.columns - 4), rows: grid.size.rows - 4)
        let apart = record.header.players.people.count > 1 ? " Each writes while the other looks away." : ""
        let question =
            "And now: how likely is it that the real thing goes wrong, an AI trained like this, let loose in the world, "
            + "whatever came of this match? Write \(TypedCredence.ways) (bits), or nothing.\(apart)"
        let used = grid.paragraph(question, in: area)
        _ = area.takeTop(used + 1)
        form.draw(in: &grid, row: area.row, record.header.players)
    }
}
