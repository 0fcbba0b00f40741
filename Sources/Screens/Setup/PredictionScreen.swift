import Play
import Review
import Game

/// Each person's sealed credence that Training wins, written down before the first move.
struct PredictionScreen: Screen {
    private let setup: Setup
    private let people: [Side]
    private var fields: [TextField]
    private var focus = 0
    private var visited: Set<Int> = []
    private var complaint: String?

    init(_ setup: Setup, _ people: [Side]) {
        self.setup = setup
        self.people = people
        fields = people.map { _ in TextField(limit: 7) }
    }

    var actions: [Offer] {
        [Offer(.accept, "begin the match"), Offer(.nextPane, "next player"), Offer(.back, "back")]
    }

    var isTyping: Bool { true }

    var prompt: String? {
        complaint ?? "Enter begin the match   Tab next player   Esc back"
    }

    mutating func type(_ key: Key, _ size: Size) -> [Request] {
        complaint = nil
        switch key {
        case .enter:
            visited.insert(focus)
            // The next player is asked, unless nobody wants to predict anything.
            let waiting = fields.indices.first { !visited.contains($0) && fields[$0].trimmed.isEmpty }
            guard let waiting, !fields[focus].trimmed.isEmpty else { return begin() }
            focus = waiting
        case .escape: return [.pop]
        case .tab, .down: focus = (focus + 1) % fields.count
        case .backtab, .up: focus = (focus + fields.count - 1) % fields.count
        case .character(let character) where !"0123456789.".contains(character): break
        default: _ = fields[focus].type(key)
        }
        return []
    }

    mutating func paste(_ text: String, _ size: Size) -> [Request] {
        fields[focus].insert(text.filter { "0123456789.".contains($0) })
        return []
    }

    private mutating func begin() -> [Request] {
        var entries: [Entry] = []
        for (index, side) in people.enumerated() where !fields[index].trimmed.isEmpty {
            guard let credence = Credence(percent: fields[index].trimmed) else {
                focus = index
                complaint = "A percentage of more than 0 and less than 100, such as 70; or nothing."
                return []
            }
            entries.append(Entry(.predict(side, credence)))
        }
        return [.push(OpeningScreen(setup, entries))]
    }

    func draw(in grid: inout Grid) {
        let width = min(72, grid.size.columns - 4)
        grid.headline("Before the first move")
        var area = Area(row: 2, column: 2, columns: width, rows: grid.size.rows - 4)
        let used = grid.paragraph(
            "How likely is it that Training wins this match? Write a percentage"
                + (people.count > 1 ? ", each while the other looks away" : "")
                + "; it stays sealed until the verdict, and is scored then. Leave it empty to predict nothing.",
            in: area)
        _ = area.takeTop(used + 1)
        for (index, side) in people.enumerated() {
            let row = area.row + 2 * index
            let label = "\(setup.players[side].name) (\(side.title))"
            if index == focus { grid.put(String(grid.look.marker), row: row, column: 0, style: .strong) }
            grid.put(label, row: row, column: 2, style: index == focus ? .strong : .plain, width: 44)
            grid.put("_______ %", row: row, column: 48, style: .faint)
            if index != focus {
                let mask = String(repeating: grid.look.sealed, count: fields[index].trimmed.isEmpty ? 0 : 3)
                grid.put(mask, row: row, column: 48)
            }
        }
        fields[focus].draw(in: &grid, Area(row: area.row + 2 * focus, column: 48, columns: 8, rows: 1))
    }
}
