import Play
import Game
import Text

/// Saved matches, newest first: to go on with, or to step through.
struct SavesScreen: Screen {
    private let unfinishedOnly: Bool
    private var matches: [SavedMatch] = []
    private var problems: [String] = []
    private var isLoaded = false
    private var notice: String?
    private var list = ListState()

    init(unfinishedOnly: Bool) {
        self.unfinishedOnly = unfinishedOnly
    }

    var actions: [Offer] {
        [Offer(.accept, unfinishedOnly ? "go on" : "step through"), Offer(.back, "back"), Offer(.quit)]
            + Offer.movement
    }

    mutating func appear(_ size: Size) -> [Request] {
        [.effect(.listMatches)]
    }

    mutating func act(_ action: Action, _ size: Size) -> [Request] {
        switch action {
        case .accept:
            guard matches.indices.contains(list.selection) else { return [] }
            return [.effect(.open(path: matches[list.selection].path, toPlay: unfinishedOnly))]
        case .back, .quit:
            return [.pop]
        default:
            _ = list.act(action, count: matches.count, visible: visible(size))
            return []
        }
    }

    mutating func point(_ pointer: Pointer, _ size: Size) -> [Request] {
        guard pointer.kind == .click else { return act(pointer.kind == .wheelUp ? .up : .down, size) }
        let index = list.top + pointer.row - 3
        guard (3..<(3 + visible(size))).contains(pointer.row), matches.indices.contains(index) else { return [] }
        list.select(index, count: matches.count, visible: visible(size))
        return act(.accept, size)
    }

    mutating func receive(_ answer: Answer, _ size: Size) -> [Request] {
        switch answer {
        case .matches(let matches, let problems):
            self.matches = matches.filter { !unfinishedOnly || $0.verdict == nil }
            self.problems = problems
            isLoaded = true
        case .opened(let record, let path, let notice, let toPlay):
            return toPlay
                ? [.enter(MatchScreen(record, path: path, notice: notice))]
                : [.push(ReplayScreen(record, path: path, notice: notice))]
        case .failed(let reason): notice = reason
        case .rulesets, .begun, .journalled, .savedElsewhere, .tutored, .edited, .copied: break
        }
        return []
    }

    mutating func resized(to size: Size) {
        list.select(list.selection, count: matches.count, visible: visible(size))
    }

    private func visible(_ size: Size) -> Int { size.rows - 8 }

    func draw(in grid: inout Grid) {
        let width = grid.size.columns
        grid.headline(
            unfinishedOnly ? "Continue" : "Saved matches", caption: counted(matches.count, "match", "matches"))
        guard !matches.isEmpty else {
            let empty = unfinishedOnly ? "No match is waiting to be finished." : "No match has been saved yet."
            grid.put(isLoaded ? empty : "Looking.", row: 2, column: 2)
            grid.cursor = (2, 2)
            drawProblems(in: &grid)
            return
        }
        grid.put(row("date", "ruleset", "mode", "plies", "players and outcome"), row: 2, column: 2, style: .faint)
        for (offset, match) in matches.dropFirst(list.top).prefix(visible(grid.size)).enumerated() {
            let isFocused = list.top + offset == list.selection
            let at = 3 + offset
            grid.put(text(of: match), row: at, column: 2, style: isFocused ? .focus : .plain, width: width - 3)
            guard isFocused else { continue }
            grid.put(String(grid.look.marker), row: at, column: 0, style: .strong)
            grid.cursor = (at, 0)
        }
        drawProblems(in: &grid)
    }

    private func drawProblems(in grid: inout Grid) {
        let shown = notice.map { [$0] } ?? problems
        let area = Area(row: grid.size.rows - 4, column: 2, columns: grid.size.columns - 4, rows: 3)
        guard let first = shown.first else { return }
        let more = shown.count > 1 ? " (and \(shown.count - 1) more)" : ""
        grid.paragraph(first + more, in: area, style: .alarm)
    }

    private func row(_ date: String, _ ruleset: String, _ mode: String, _ plies: String, _ rest: String) -> String {
        date.padded(17) + ruleset.clipped(13).padded(14) + mode.padded(5) + plies.flushed(5) + "  " + rest
    }

    private func text(of match: SavedMatch) -> String {
        let header = match.header
        let date = header.date.prefix(10) + " " + header.date.dropFirst(11).prefix(5)
        let ruleset = header.ruleset + (header.profile.map { "/" + $0 } ?? "")
        let players = header.players.divergence.name.clipped(10) + " - " + header.players.training.name.clipped(10)
        let outcome =
            match.verdict.map { verdict in
                guard let winner = verdict.winner else { return "a draw" }
                let reason = verdict.reasons.first.map { ", " + $0.reason } ?? ""
                return header.players[winner].name + " won" + reason
            } ?? "unfinished"
        return row(String(date), ruleset, header.mode.rawValue, String(match.plies), players + ": " + outcome)
    }
}
