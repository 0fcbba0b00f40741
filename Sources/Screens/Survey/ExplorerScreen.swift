import Bots
import Game
import Play
import Review
import Solver
import Text

/// What was played from a position in all saved matches, how it ended, and what it comes to; each can be followed.
struct ExplorerScreen: Screen {
    /// The position that it began with, and those that were followed to from there.
    private var path: [Position]
    private var reading: SurveyReading
    /// What each move of the position shown leads to; `nil` while that is worked out.
    private var evaluations: [MoveEvaluation]?
    private var list = ListState()
    private var notice: String?

    /// - Parameter survey: what all matches say, if that has been read.
    init(_ position: Position, _ survey: Survey?) {
        path = [position]
        reading = SurveyReading(survey)
    }

    private var position: Position { path[path.count - 1] }

    private var text: ExplorerText? {
        reading.survey.map { ExplorerText($0.explorer, at: position, evaluations) }
    }

    private var selected: Explorer.Continuation? {
        guard let found = text?.continuations, found.indices.contains(list.selection) else { return nil }
        return found[list.selection]
    }

    var prompt: String? { notice }

    var actions: [Offer] {
        let ways = [Offer(.back, "back"), Offer(.quit)] + Offer.movement
        guard reading.survey != nil else { return [Offer(.hurry, "stop here")] + ways }
        let follow = selected == nil ? [] : [Offer(.accept, "follow it"), Offer(.right)]
        return follow + (path.count > 1 ? [Offer(.left, "one move back")] : []) + ways
    }

    mutating func appear(_ size: Size) -> [Request] {
        reading.survey == nil ? [.run(.survey(ruleset: position.ruleset.identifier))] : weigh()
    }

    /// Begins to work out what was played here.
    private mutating func weigh() -> [Request] {
        evaluations = nil
        return text?.continuations.isEmpty ?? true ? [.cancel(.weigh)] : [.run(.weigh(position))]
    }

    mutating func receive(_ answer: LateAnswer, _ size: Size) -> [Request] {
        if case .weighed(let evaluations) = answer { self.evaluations = evaluations }
        return reading.receive(answer) ? weigh() : []
    }

    mutating func act(_ action: Action, _ size: Size) -> [Request] {
        notice = nil
        switch action {
        case .hurry: return [.hurry(.survey)]
        case .back, .quit: return [.cancel(.survey), .cancel(.weigh), .pop]
        case .accept, .right: return follow()
        case .left:
            guard path.count > 1 else { return [] }
            path.removeLast()
            list = ListState()
            return weigh()
        default:
            _ = list.act(action, count: text?.continuations.count ?? 0, visible: visible(size))
            return []
        }
    }

    mutating func point(_ pointer: Pointer, _ size: Size) -> [Request] {
        guard pointer.kind == .click else { return act(pointer.kind == .wheelUp ? .up : .down, size) }
        let index = list.top + pointer.row - Self.top
        let count = text?.continuations.count ?? 0
        guard pointer.row >= Self.top, (0..<count).contains(index) else { return [] }
        list.select(index, count: count, visible: visible(size))
        return follow()
    }

    private mutating func follow() -> [Request] {
        guard let act = selected?.act else { return [] }
        guard case .move(let move) = act, let next = try? position.playing(move) else {
            notice = "What a coined card leads to hangs on its number, which each match settles anew."
            return []
        }
        path.append(next)
        list = ListState()
        return weigh()
    }

    mutating func resized(to size: Size) {
        list.select(list.selection, count: text?.continuations.count ?? 0, visible: visible(size))
    }

    /// The first row of the list.
    private static let top = 7
    private func visible(_ size: Size) -> Int { size.rows - Self.top - 2 }
}

extension ExplorerScreen {
    func draw(in grid: inout Grid) {
        grid.headline("Explorer", caption: text?.caption ?? "")
        drawPosition(in: &grid)
        let width = grid.size.columns - 4
        guard let text else {
            grid.put(reading.waiting, row: 5, column: 2, width: width)
            grid.cursor = (5, 2)
            return
        }
        grid.put(text.summary, row: 4, column: 2, width: width)
        drawContinuations(text, in: &grid)
        if let trouble = reading.trouble {
            grid.put(trouble, row: grid.size.rows - 2, column: 2, style: .alarm, width: width)
        }
    }

    private func drawPosition(in grid: inout Grid) {
        let width = grid.size.columns - 4
        let side = position.sideToMove.title
        let data = counted(position.corpus.count, "datum", "data")
        let mode = position.rules.mode.rawValue
        let profile = position.ruleset.profile?.identifier ?? "house"
        grid.put(
            "\(position.ruleset.identifier)/\(profile), \(mode) mode, ply \(position.ply): \(side) to move, \(data).",
            row: 2, column: 2, width: width)
        let live = position.live.map { "Live: " + position.ruleset.title(of: $0).capitalizedFirst }
        grid.put(live ?? "Nothing has been proposed yet.", row: 3, column: 2, style: .faint, width: width)
    }

    private func drawContinuations(_ text: ExplorerText, in grid: inout Grid) {
        guard !text.continuations.isEmpty else {
            let came = text.endings.count > 0
            grid.put(
                came ? "Nothing was played from here." : "No saved match came to this position.", row: 6, column: 2)
            grid.cursor = (6, 2)
            return
        }
        let names = max(20, grid.size.columns - 2 - 50)
        let title = row("played", "times", "Training", "Diverg.", "drawn", "open", "evaluation", names)
        grid.put(title, row: Self.top - 1, column: 2, style: .faint)
        for (offset, found) in text.continuations.dropFirst(list.top).prefix(visible(grid.size)).enumerated() {
            let isFocused = list.top + offset == list.selection
            let endings = found.endings
            let isPending = evaluations == nil
            let line = row(
                name(found.act), String(endings.count), String(endings.training), String(endings.divergence),
                String(endings.drawn), String(endings.unfinished),
                isPending ? "…" : text.evaluation(of: found), names)
            grid.put(line, row: Self.top + offset, column: 2, style: isFocused ? .focus : .plain)
            guard isFocused else { continue }
            grid.put(String(grid.look.marker), row: Self.top + offset, column: 0, style: .strong)
            grid.cursor = (Self.top + offset, 0)
        }
    }

    private func row(
        _ name: String, _ times: String, _ training: String, _ divergence: String, _ drawn: String, _ open: String,
        _ evaluation: String, _ names: Int
    ) -> String {
        name.clipped(names).padded(names) + times.flushed(6) + training.flushed(9) + divergence.flushed(8)
            + drawn.flushed(6) + open.flushed(5) + "  " + evaluation
    }

    private func name(_ act: Act) -> String {
        guard case .move(let move) = act, let card = position.ruleset.card(move) else {
            return position.ruleset.notation(of: act)
        }
        let provenance: String
        if case .counter(_, .deliberate) = move { provenance = ", deliberate" } else { provenance = "" }
        return "\(move.kind.rawValue) \(card.name.capitalizedFirst)\(provenance)"
    }
}
