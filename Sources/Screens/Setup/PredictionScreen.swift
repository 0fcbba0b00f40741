import Game
import Play
import Review
import Text

/// Each person's sealed credence that Training wins, written down, or corrected, before the first move.
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
    private let people: [Side]
    private var fields: [TextField]
    private var focus = 0
    private var visited: Set<Int> = []
    private var complaint: String?

    /// Before a match begins.
    ///
    /// - Precondition: a person plays.
    init(_ setup: Setup) { self.init(.begin(setup)) }

    /// Over a match in which a person plays, and nobody has moved.
    init(_ record: MatchRecord) { self.init(.seal(record)) }

    private init(_ purpose: Purpose) {
        self.purpose = purpose
        people = purpose.players.people
        fields = people.map { _ in TextField(limit: 40) }
    }

    var actions: [Offer] {
        [Offer(.accept, purpose.verb), Offer(.nextPane, "next player"), Offer(.back, "back")]
    }

    var isTyping: Bool { true }

    var prompt: String? {
        let next = people.count > 1 ? "   Tab next player" : ""
        return complaint ?? "Enter \(purpose.verb)\(next)   Esc back"
    }

    mutating func type(_ key: Key, _ size: Size) -> [Request] {
        complaint = nil
        switch key {
        case .enter: return accept()
        case .escape: return [.pop]
        case .tab, .down: focus = (focus + 1) % fields.count
        case .backtab, .up: focus = (focus + fields.count - 1) % fields.count
        case .character(let character): insert(String(character))
        default: _ = fields[focus].type(key)
        }
        return []
    }

    mutating func paste(_ text: String, _ size: Size) -> [Request] {
        complaint = nil
        insert(text)
        return []
    }

    /// What does not fit is left out, and that is said.
    private mutating func insert(_ text: String) {
        let before = fields[focus].characters.count
        fields[focus].insert(text)
        guard fields[focus].characters.count < before + text.count else { return }
        complaint = "Not all of that was taken: write \(TypedCredence.ways), or nothing."
    }

    /// The next player is asked, unless nobody wants to predict anything.
    private mutating func accept() -> [Request] {
        guard check(focus) else { return [] }
        visited.insert(focus)
        let waiting = fields.indices.first { !visited.contains($0) && fields[$0].trimmed.isEmpty }
        guard let waiting, !fields[focus].trimmed.isEmpty else { return finish() }
        focus = waiting
        return []
    }

    private mutating func finish() -> [Request] {
        guard fields.indices.allSatisfy({ check($0) }) else { return [] }
        let entries = people.indices.compactMap { index in
            (try? reading(index).get()).map { Entry(.predict(people[index], $0.credence)) }
        }
        switch purpose {
        case .begin(let setup): return [.push(OpeningScreen(setup, entries))]
        case .seal(let record): return [.pop] + (entries.isEmpty ? [] : [.effect(.journal(entries, after: record))])
        }
    }

    /// Whether a player wrote a prediction, or nothing; if not, it is said what is wrong with it.
    private mutating func check(_ index: Int) -> Bool {
        guard !fields[index].trimmed.isEmpty, case .failure(let error) = reading(index) else { return true }
        focus = index
        complaint = "\(error)".capitalizedFirst + "."
        return false
    }

    private func reading(_ index: Int) -> Result<TypedCredence, PredictionError> {
        Result { () throws(PredictionError) in try TypedCredence(predicting: fields[index].trimmed) }
    }
}

// How it looks.
extension PredictionScreen {
    private var question: String {
        let begin = "How likely is it that Training wins this match? Write \(TypedCredence.ways) (bits)"
        let apart = people.count > 1 ? ", each while the other looks away" : ""
        let nothing =
            switch purpose {
            case .begin: "Leave it empty to predict nothing."
            case .seal: "Leave it empty to let stand what you wrote before."
            }
        return begin + apart + ". It can be corrected until the first move, stays sealed until the verdict, and is "
            + "scored then. " + nothing
    }

    func draw(in grid: inout Grid) {
        grid.headline("Before the first move")
        var area = Area(row: 2, column: 2, columns: min(76, grid.size.columns - 4), rows: grid.size.rows - 4)
        let used = grid.paragraph(question, in: area)
        _ = area.takeTop(used + 1)
        for index in people.indices { draw(index, in: &grid, row: area.row + 3 * index) }
        fields[focus].draw(in: &grid, Area(row: area.row + 3 * focus, column: 48, columns: 25, rows: 1))
    }

    private func draw(_ index: Int, in grid: inout Grid, row: Int) {
        let isFocused = index == focus
        let label = "\(purpose.players[people[index]].name) (\(people[index].title))"
        if isFocused { grid.put(String(grid.look.marker), row: row, column: 0, style: .strong) }
        grid.put(label, row: row, column: 2, style: isFocused ? .strong : .plain, width: 44)
        grid.fill("_", row: row, columns: 48..<73, style: .faint)
        guard isFocused else {
            let mask = String(repeating: grid.look.sealed, count: fields[index].trimmed.isEmpty ? 0 : 3)
            grid.put(mask, row: row, column: 48)
            return
        }
        guard case .success(let typed) = reading(index) else { return }
        grid.put(typed.prediction, row: row + 1, column: 4, width: grid.size.columns - 5)
    }
}
